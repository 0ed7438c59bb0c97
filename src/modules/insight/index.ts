import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { figureScreens } from './figures/screens.ts'
import { publishedTablesScreens } from './published-tables/screens.ts'
import { recordedCrimeScreens } from './recorded-crime/screens.ts'
import { smallNumberScreens } from './small-number-rules/screens.ts'
import { extractVerbs } from './extracts/verbs.ts'
import { insightVerbs } from './verbs.ts'

export { earlierHarmPanel } from './earlier-harm/panel.ts'
export { importExtract } from './extracts/import-extract.ts'
export { findExtractProfile } from './extracts/profile.ts'
export { askFigure, type Asked, type Figure, type FigureLine } from './figures/ask-figure.ts'
export {
  hideBelow,
  hideFromPublic,
  isTellingShare,
  isSmall,
  CONFIDENTIAL,
  CONFIDENTIAL_WORDS,
  LEAST_SHARED,
} from './disclosure/small-numbers.ts'
export { publicTablesAddress } from './published-tables/address.ts'
export { changedCellsHtml } from './published-tables/published.page.ts'
export { publishTables, readToPublish } from './published-tables/publish-tables.ts'
export {
  getPublishedTables,
  latestOf,
  listOverlapping,
  listPublishedTables,
  type Overlapping,
  type Published,
  type PublishedTables,
  type TablesVersion,
} from './published-tables/queries.ts'
export { decideRule } from './small-number-rules/decide-rule.ts'
export { CP_STAGES, RJ_OUTCOMES } from './measures/partner-measures.ts'
export { type Measure, MEASURES, measureNamed, type Period } from './measures/index.ts'

/** Measures, figures, disclosure control, charts and published tables. */
export const insight = (): Module => ({
  name: 'insight',
  routes: [...figureScreens, ...recordedCrimeScreens, ...publishedTablesScreens, ...smallNumberScreens],
  verbs: [...insightVerbs, ...extractVerbs],
  navigation: [
    {
      text: 'Recorded crime',
      href: '/recorded-crime',
      roles: ['commissioner_analyst', 'commissioner_signatory'],
      place: 51,
    },
    { text: 'Measures', href: '/measures', roles: FIGURE_READERS, place: 50 },
  ],
})
