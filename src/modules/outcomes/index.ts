import type { CaseTab, SupportSlots } from '#support'
import type { Module } from '#platform/module.ts'
import { lastAssessmentCheck, outcomesPanel } from './self-assessments/panel.ts'
import { selfAssessmentScreens } from './self-assessments/screens.ts'
import { surveyScreens } from './surveys/screens.ts'
import { outcomesTimeline, outcomesTimelineWords } from './timeline.ts'

export { changeOf, FOUR, OUTCOME_COLUMNS, type Change } from './self-assessments/change.ts'
export { recordSelfAssessment } from './self-assessments/record-self-assessment.ts'
export { SATISFACTION, type Satisfaction } from './surveys/form.ts'
export { recordAnswers } from './surveys/record-answers.ts'
export { getSurvey } from './surveys/queries.ts'
export { sendSurvey } from './surveys/send-survey.ts'
export { moveSelfAssessments, type MovedSelfAssessment } from './moving/move-self-assessments.ts'
export { moveSurveys, type MovedSurvey } from './moving/move-surveys.ts'

/** The page of outcomes, beside the case's own. */
export const outcomesTab: CaseTab = { text: 'Outcomes', path: '/outcomes' }

/** What support's pages show of outcomes. */
export const outcomesSlots = {
  casePanels: [outcomesPanel],
  caseTabs: [outcomesTab],
  closeChecks: [lastAssessmentCheck],
  timelines: [outcomesTimeline],
  timelineWords: outcomesTimelineWords,
} satisfies SupportSlots

/** What changed for the person in their own view, and what they thought of the service. `tabs` are the pages of a case. */
export const outcomes = ({ tabs = [outcomesTab] }: { tabs?: readonly CaseTab[] } = {}): Module => ({
  name: 'outcomes',
  routes: [...selfAssessmentScreens(tabs), ...surveyScreens],
  navigation: [{ text: 'Surveys', href: '/surveys', roles: ['team_manager'], place: 65 }],
})
