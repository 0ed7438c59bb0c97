import { CASEWORK_ROLES, caseTop, getCase, openPage, type CaseTab } from '#support'
import { dataTable, formPage, html, link, page } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { surveysOfCase } from '../surveys/panel.ts'
import { FOUR } from './change.ts'
import { selfAssessmentForm, STAGES, type Stage } from './form.ts'
import { changes } from './panel.ts'
import { listSelfAssessments, type SelfAssessment } from './queries.ts'
import { recordSelfAssessment } from './record-self-assessment.ts'

const scoreCell = (one: SelfAssessment, column: (typeof FOUR)[number]['column']) =>
  one[column] === null ? 'Not answered' : `${one[column]} of ${one.scale}`

export const selfAssessmentScreens = (tabs: readonly CaseTab[]) => [
  screen('/cases/:case_id/outcomes', {
    action: 'read outcomes',
    roles: CASEWORK_ROLES,
    show: async (ctx, { case_id }) => {
      const theCase = await getCase(ctx, case_id)
      const { aside } = await caseTop(ctx, theCase, { here: '/outcomes', tabs })
      const all = await listSelfAssessments(ctx, case_id)
      return page(
        { title: 'Outcomes', aside },
        html`
        ${all.length ? changes(all) : null}
        ${dataTable({
          caption: 'Self-assessments',
          columns: [
            {
              heading: 'When',
              cell: (one) => html`${STAGES[one.stage]}, ${shortDayInWords(one.assessed_on)}`,
            },
            ...FOUR.map(({ column, words }) => ({
              heading: words,
              cell: (one: SelfAssessment) => scoreCell(one, column),
            })),
          ],
          rows: all,
          empty: 'They have not been asked yet.',
        })}
        <p class="govuk-body">${link('Record a self-assessment', `/cases/${case_id}/self-assessments/record`)}</p>
        ${await surveysOfCase(ctx, theCase)}`,
      )
    },
  }),
  screen('/cases/:case_id/self-assessments/record', {
    action: 'record a self-assessment',
    roles: CASEWORK_ROLES,
    form: selfAssessmentForm,
    draft: true,
    start: async (ctx, { case_id }) => {
      const all = await listSelfAssessments(ctx, case_id)
      const asked = ctx.query.stage ?? ''
      const stage: Stage = Object.hasOwn(STAGES, asked) ? (asked as Stage) : all.length ? 'review' : 'first'
      return { assessed_on: ctx.today, stage }
    },
    show: async (ctx, { case_id }, form) => {
      const { aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Record a self-assessment',
          aside,
          submit: 'Save their answers',
          secondary: { text: 'Cancel', href: `/cases/${case_id}/outcomes` },
          before: html`<p class="govuk-body">Read each question as it stands. The score is theirs, from 1 (very bad) to 10 (very good). What they would rather not answer stays empty.</p>`,
        },
        html`${field(form.stage)}${field(form.health_wellbeing)}${field(form.cope)}${field(form.safety)}${field(form.informed)}${field(form.assessed_on)}`,
      )
    },
    save: async (ctx, { case_id }, assessed) => {
      await recordSelfAssessment(ctx, await getCase(ctx, case_id), assessed)
      return goTo(`/cases/${case_id}/outcomes`, 'Self-assessment recorded')
    },
  }),
]
