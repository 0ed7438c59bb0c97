import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { draftScreens } from './drafts/screens.ts'
import { planPaperScreens } from './plan-papers/screens.ts'
import { signOffScreens } from './sign-off/screens.ts'
import { sourceScreens } from './sources/screens.ts'
import { paperVerbs } from './verbs.ts'
import { downloadScreens } from './writing/screens.ts'

export { startPaper } from './drafts/start-paper.ts'

/** Papers in each office's own template, written from figures; sign-off, restatement. */
export const papers = (): Module => ({
  name: 'papers',
  routes: [...planPaperScreens, ...draftScreens, ...signOffScreens, ...sourceScreens, ...downloadScreens],
  verbs: paperVerbs,
  navigation: [{ text: 'Papers', href: '/papers', roles: FIGURE_READERS, place: 90 }],
  home: (actor) => (actor.organisation_kind === 'commissioner' ? '/papers' : undefined),
})
