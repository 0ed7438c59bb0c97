import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { figureScreens } from './figures/screens.ts'
import { extractVerbs } from './recorded-crime/verbs.ts'
import { insightVerbs } from './verbs.ts'

export { askFigure, type Asked, type Figure, type FigureLine } from './figures/ask-figure.ts'
export { CP_STAGES, RJ_OUTCOMES } from './measures/partner-measures.ts'
export { type Measure, MEASURES, measureNamed, type Period } from './measures/index.ts'

/** Measures, figures, disclosure control, charts and published tables. */
export const insight = (): Module => ({
  name: 'insight',
  routes: figureScreens,
  verbs: [...insightVerbs, ...extractVerbs],
  navigation: [{ text: 'Measures', href: '/measures', roles: FIGURE_READERS, place: 80 }],
})
