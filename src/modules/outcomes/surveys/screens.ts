import { personHead, safeContactPanel } from '#people'
import { CASEWORK_ROLES, caseLink, getCase, openPage } from '#support'
import { dataTable, formPage, html, link, page } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { answersForm, sendForm } from './form.ts'
import { getSurvey, listAwaited, listToAsk } from './queries.ts'
import { recordAnswers } from './record-answers.ts'
import { sendSurvey } from './send-survey.ts'

export const surveyScreens = [
  screen('/surveys', {
    action: 'list satisfaction surveys',
    roles: CASEWORK_ROLES,
    show: async (ctx) =>
      page(
        { title: 'Satisfaction surveys', width: 'full' },
        html`<p class="govuk-body">Asked of people whose case was closed in the last three months, by somebody who did not work on it.</p>
        ${dataTable({
          caption: 'To be asked',
          columns: [
            {
              heading: 'Do',
              cell: (row) =>
                link('Record that it was sent', `/cases/${row.case_id}/surveys/send`, {
                  hidden: `for case ${row.reference}`,
                }),
            },
            { heading: 'Person', cell: (row) => row.person_name },
            { heading: 'Case', cell: (row) => caseLink(row) },
            { heading: 'Closed', cell: (row) => shortDayInWords(row.closed_on) },
          ],
          rows: await listToAsk(ctx),
          empty: 'Everybody has been asked.',
        })}
        ${dataTable({
          caption: 'Sent, not answered yet',
          columns: [
            {
              heading: 'Do',
              cell: (row) =>
                link('Record the answers', `/surveys/${row.survey_id}/record`, {
                  hidden: `for case ${row.reference}`,
                }),
            },
            { heading: 'Person', cell: (row) => row.person_name },
            { heading: 'Case', cell: (row) => caseLink(row) },
            { heading: 'Sent', cell: (row) => shortDayInWords(row.sent_on) },
          ],
          rows: await listAwaited(ctx),
          empty: 'No answer is awaited.',
        })}`,
      ),
  }),
  screen('/cases/:case_id/surveys/send', {
    action: 'record that a survey was sent',
    roles: CASEWORK_ROLES,
    form: sendForm,
    start: (ctx) => ({ sent_on: ctx.today }),
    show: async (ctx, { case_id }, form) => {
      const { aside, person } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Record that the survey was sent',
          aside,
          secondary: { text: 'Cancel', href: `/cases/${case_id}/outcomes` },
          before: safeContactPanel(person.safe_contact),
        },
        html`${field(form.sent_on)}`,
      )
    },
    save: async (ctx, { case_id }, { sent_on }) => {
      await sendSurvey(ctx, await getCase(ctx, case_id), sent_on)
      return goTo('/surveys', 'Survey recorded as sent')
    },
  }),
  screen('/surveys/:survey_id/record', {
    action: 'record the answers of a survey',
    roles: CASEWORK_ROLES,
    form: answersForm,
    draft: true,
    start: (ctx) => ({ returned_on: ctx.today }),
    show: async (ctx, { survey_id }, form) => {
      const survey = await getSurvey(ctx, survey_id)
      const { name } = await personHead(ctx, survey.person_id)
      // Said before anybody types what could not be saved.
      if (survey.worked_on_by.includes(ctx.actor.actor_id))
        return page(
          { title: 'Somebody else records the answers', back: '/surveys' },
          html`<p class="govuk-body">You worked on this case. People say to another what they would not say to whoever helped them: ask a colleague to record the answers.</p>`,
        )
      return formPage(
        {
          title: 'Record the answers',
          caption: name,
          submit: 'Save the answers',
          secondary: { text: 'Cancel', href: '/surveys' },
        },
        html`${field(form.satisfaction)}${field(form.would_use_again)}${field(form.would_recommend)}${field(form.comment)}${field(form.returned_on)}`,
      )
    },
    save: async (ctx, { survey_id }, answers) => {
      await recordAnswers(ctx, await getSurvey(ctx, survey_id), answers)
      return goTo('/surveys', 'Answers recorded')
    },
  }),
]
