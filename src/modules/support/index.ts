import { hasRole } from '#platform/act.ts'
import type { Module } from '#platform/module.ts'
import { allocationScreens } from './allocation/screens.ts'
import { caseListScreens } from './case-list/screens.ts'
import { caseScreens } from './cases/screens.ts'
import { closureScreens } from './closure/screens.ts'
import { contactAttemptScreens } from './contact-attempts/screens.ts'
import { enhancedRightsScreens } from './enhanced-rights/screens.ts'
import { handOverScreens } from './hand-over/screens.ts'
import { myDayScreens } from './my-day/screens.ts'
import { needsScreens } from './needs/screens.ts'
import { noteScreens } from './notes/screens.ts'
import { openingScreens } from './opening/screens.ts'
import { openReferralScreens } from './open-referrals/screens.ts'
import { planScreens } from './plan/screens.ts'
import { riskScreens } from './risk/screens.ts'
import type { SupportSlots } from './slots.ts'
import { taskScreens } from './tasks/screens.ts'
import { timelineScreens } from './timeline/screens.ts'
import { CASEWORK_ROLES, OPENING_ROLES } from './words.ts'

export { casesOfPerson, type EarlierCase } from './opening/earlier-cases.ts'
export { caseLink } from './cases/case-link.ts'
export { caseTop, type CaseTab, type CaseTop } from './cases/case-top.ts'
export { getCase, type CaseHead } from './cases/get-case.ts'
export { openPage } from './cases/open-page.ts'
export { openCase, type CaseToOpen } from './opening/open-case.ts'
export { allocateCase } from './allocation/allocate-case.ts'
export { closeCase } from './closure/close-case.ts'
export { refuseWhenClosed } from './closure/refuse-when-closed.ts'
export type { CloseCheck } from './closure/pages.ts'
export { returnCase } from './closure/return-case.ts'
export { keepNextStep } from './contact-attempts/keep-next-step.ts'
export { recordContactAttempt } from './contact-attempts/record-contact-attempt.ts'
export { recordNeeds } from './needs/record-needs.ts'
export { addNote } from './notes/add-note.ts'
export { planAction } from './plan/plan-action.ts'
export { recordAction } from './plan/record-action.ts'
export { unmarked } from './pick.ts'
export { recordRisk } from './risk/record-risk.ts'
export { addTask } from './tasks/add-task.ts'
export type { TimelineRow } from './timeline/list-timeline.ts'
export type { CasePanel, SupportSlots } from './slots.ts'
export {
  CASE_TIERS,
  CASEWORK_ROLES,
  ENHANCED_REASONS,
  OPENING_ROLES,
  RISKS,
  type Risk,
  type Tier,
} from './words.ts'
export { takenCasesPanel } from './hand-over/taken-cases.ts'
export { anySensitiveCase, casesPanel, openCaseAction, openCaseFromReferral } from './opening/person-slots.ts'
export { moveCases, type MovedCase } from './moving/move-cases.ts'
export { moveActions, type MovedAction } from './moving/move-actions.ts'

/** Cases: everything from an accepted referral to a close, and back again. Higher modules fill the slots. */
export const support = (slots: SupportSlots = {}): Module => ({
  name: 'support',
  routes: [
    ...myDayScreens,
    ...caseListScreens,
    ...openReferralScreens,
    ...openingScreens,
    ...caseScreens(slots),
    ...allocationScreens,
    ...contactAttemptScreens,
    ...needsScreens,
    ...planScreens(slots),
    ...noteScreens,
    ...taskScreens,
    ...riskScreens,
    ...enhancedRightsScreens,
    ...timelineScreens(slots),
    ...closureScreens(slots),
    ...handOverScreens,
  ],
  navigation: [
    { text: 'My day', href: '/my-day', roles: CASEWORK_ROLES, place: 10 },
    { text: 'Cases', href: '/cases', roles: CASEWORK_ROLES, place: 20 },
    { text: 'Caseload', href: '/caseload', roles: ['team_manager'], place: 30 },
  ],
  home: (actor) => (hasRole(actor, OPENING_ROLES) ? '/my-day' : undefined),
})
