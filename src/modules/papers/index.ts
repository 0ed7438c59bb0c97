import { FIGURE_READERS } from '#access'
import type { Module } from '#platform/module.ts'
import { checkScreens } from './checks/answers/screens.ts'
import { decisionScreens } from './decisions/screens.ts'
import { draftScreens } from './drafts/screens.ts'
import { meetingScreens } from './meetings/screens.ts'
import { paperTemplateScreens } from './paper-templates/screens.ts'
import { planPaperScreens } from './plan-papers/screens.ts'
import { publicationScreens } from './publication/screens.ts'
import { redactionScreens } from './redactions/screens.ts'
import { reviewScreens } from './reviews/screens.ts'
import { signOffScreens } from './sign-off/screens.ts'
import { sourceScreens } from './sources/screens.ts'
import { paperVerbs } from './verbs.ts'
import { OFFICE } from './words.ts'
import { downloadScreens } from './writing/screens.ts'

export { answerFinding } from './checks/answers/answer-finding.ts'
export { checkPaper, insistChecked } from './checks/answers/check-paper.ts'
export { recordAction, recordDecision } from './decisions/record-decision.ts'
export { startPaper } from './drafts/start-paper.ts'
export { addBoard, addItem, addMeeting } from './meetings/keep-meeting.ts'
export { startPlanPaper } from './plan-papers/start-plan-paper.ts'
export { publishMeeting } from './agendas/publish-meeting.ts'
export { publishPaper, readToPublishPaper } from './publication/publish-paper.ts'
export { sendForReview, sendForSignOff } from './reviews/take-step.ts'
export { readToSign, signPaper } from './sign-off/sign-paper.ts'
export { publicAddress } from './publication/queries.ts'
export type { PublicItem } from './agendas/publish-meeting.ts'
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
    ...redactionScreens,
  ],
  verbs: paperVerbs,
  navigation: [
    { text: 'Papers', href: '/papers', roles: FIGURE_READERS, place: 52 },
    { text: 'Meetings', href: '/meetings', roles: OFFICE, place: 53 },
  ],
  home: (actor) => (actor.organisation_kind === 'commissioner' ? '/papers' : undefined),
})
