import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { figureScreens } from './figures/screens.ts'
import { recordedCrimeScreens } from './recorded-crime/screens.ts'
import { extractVerbs } from './extracts/verbs.ts'
import { insightVerbs } from './verbs.ts'

export { earlierHarmPanel } from './earlier-harm/panel.ts'
export { importExtract } from './extracts/import-extract.ts'
export { findExtractProfile } from './extracts/profile.ts'
export { askFigure, type Asked, type Figure, type FigureLine } from './figures/ask-figure.ts'
export { CP_STAGES, RJ_OUTCOMES } from './measures/partner-measures.ts'
export { type Measure, MEASURES, measureNamed, type Period } from './measures/index.ts'

/** Measures, figures, disclosure control, charts and published tables. */
export const insight = (): Module => ({
  name: 'insight',
  routes: [...figureScreens, ...recordedCrimeScreens],
  verbs: [...insightVerbs, ...extractVerbs],
  navigation: [
    {
      text: 'Recorded crime',
      href: '/recorded-crime',
      roles: ['commissioner_analyst', 'commissioner_signatory'],
      place: 85,
    },
    { text: 'Measures', href: '/measures', roles: FIGURE_READERS, place: 80 },
  ],
})
