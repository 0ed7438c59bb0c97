import { safeContact } from '#people'
import type { Ctx } from '#platform/act.ts'
import { formPage, html, link } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { clockAt } from '#platform/words/dates.ts'
import { getCase, getCaseToChange } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { contactAttemptForm, HOW, routeReviewForm } from './form.ts'
import { recordContactAttempt } from './record-contact-attempt.ts'
import { recordPage } from './record.page.ts'
import { reviewRoute } from './review-route.ts'
import { stepInWords, WHY_STEP } from './step-words.ts'

/** The way to write to them that the one door allows; a letter where it allows none, and the page says so. */
async function safeToWriteBy(ctx: Ctx, case_id: string): Promise<'sms' | 'email' | 'letter'> {
  const { person_id, sensitive } = await getCase(ctx, case_id)
  const { text, email } = (await safeContact(ctx, person_id, { sensitive })).channels
  return text.allowed ? 'sms' : email.allowed ? 'email' : 'letter'
}

export const contactAttemptScreens = [
  screen('/cases/:case_id/contact-attempts/record', {
    action: 'record a contact attempt',
    roles: CASEWORK_ROLES,
    form: contactAttemptForm,
    draft: true,
    start: async (ctx, { case_id }) => {
      const asked = ctx.query.channel ?? ''
      const channel = asked === 'write' ? await safeToWriteBy(ctx, case_id) : asked
      return {
        attempted_on: ctx.today,
        attempted_time: clockAt(ctx.now).slice(11, 16),
        channel: Object.hasOwn(HOW, channel) ? (channel as keyof typeof HOW) : 'phone',
      }
    },
    show: async (ctx, { case_id }, form) => {
      const { theCase, aside, person } = await openPage(ctx, case_id)
      const step = theCase.tasks.find((task) => task.step)?.step
      return recordPage(case_id, person.safe_contact, step ? WHY_STEP[step] : null, form, aside)
    },
    save: async (ctx, { case_id }, attempt) => {
      const { next, route_changed } = await recordContactAttempt(ctx, case_id, attempt)
      const said = `Contact attempt recorded.${next ? ` Next: ${stepInWords(next)}.` : ''}`
      return goTo(
        `/cases/${case_id}`,
        route_changed
          ? `${said} A colleague changed the way of contact meanwhile: read “Safe contact” before you use it again.`
          : said,
      )
    },
  }),
  screen('/cases/:case_id/contact-attempts/review-route', {
    action: 'review a way of contact',
    roles: CASEWORK_ROLES,
    form: routeReviewForm,
    draft: true,
    show: async (ctx, { case_id }, form) => {
      const { theCase, aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Check which way of contact is safe',
          aside,
          submit: 'Save what was found',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
          before: html`${theCase.tasks.some((task) => task.step === 'review-route') ? html`<p class="govuk-body">${WHY_STEP['review-route']}</p>` : null}
          <p class="govuk-body">${link('See and change ways of contact', `/people/${theCase.person_id}/contact`)}, then come back here.</p>`,
        },
        html`${field(form.found)}${field(form.finding)}`,
      )
    },
    save: async (ctx, { case_id }, review) => {
      await reviewRoute(ctx, await getCaseToChange(ctx, case_id), review)
      return goTo(`/cases/${case_id}`, 'Way of contact checked')
    },
  }),
]
