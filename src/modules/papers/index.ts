import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { checkScreens } from './checks/answers/screens.ts'
import { decisionScreens } from './decisions/screens.ts'
import { draftScreens } from './drafts/screens.ts'
import { meetingScreens } from './meetings/screens.ts'
import { paperTemplateScreens } from './paper-templates/screens.ts'
import { planPaperScreens } from './plan-papers/screens.ts'
import { publicationScreens } from './publication/screens.ts'
import { reviewScreens } from './reviews/screens.ts'
import { signOffScreens } from './sign-off/screens.ts'
import { sourceScreens } from './sources/screens.ts'
import { paperVerbs } from './verbs.ts'
import { OFFICE } from './words.ts'
import { downloadScreens } from './writing/screens.ts'

export { checkPaper, insistChecked } from './checks/answers/check-paper.ts'
export { startPaper } from './drafts/start-paper.ts'
export { publicAddress } from './publication/queries.ts'
export type { PublicItem } from './publication/publish-meeting.ts'
export { groundInWords } from './words.ts'

/** Papers in each office's own template, written from figures; sign-off, restatement. */
export const papers = (): Module => ({
  name: 'papers',
  routes: [
    ...planPaperScreens,
    ...draftScreens,
    ...checkScreens,
    ...signOffScreens,
    ...sourceScreens,
    ...downloadScreens,
    ...paperTemplateScreens,
    ...reviewScreens,
    ...meetingScreens,
    ...decisionScreens,
    ...publicationScreens,
  ],
  verbs: paperVerbs,
  navigation: [
    { text: 'Papers', href: '/papers', roles: FIGURE_READERS, place: 90 },
    { text: 'Meetings', href: '/meetings', roles: OFFICE, place: 91 },
  ],
  home: (actor) => (actor.organisation_kind === 'commissioner' ? '/papers' : undefined),
})
