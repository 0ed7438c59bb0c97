import type { Module } from '#platform/module.ts'
import { insightVerbs } from './verbs.ts'

export { askFigure, type Asked, type Figure, type FigureLine } from './figures/ask-figure.ts'
export { type Measure, MEASURES, measureNamed, type Period } from './measures/index.ts'

/** Measures, figures, disclosure control, charts and published tables. */
export const insight = (): Module => ({ name: 'insight', routes: [], verbs: insightVerbs })
