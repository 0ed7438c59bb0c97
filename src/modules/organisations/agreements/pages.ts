import {
  button,
  dataTable,
  formPage,
  html,
  insetText,
  lines,
  link,
  page,
  statusTag,
  summary,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { type agreementForm, GROUNDS, TOLD_AT_CLOSE } from './form.ts'
import { type Agreement, stateOn } from './queries.ts'

const tagOf = (agreement: Agreement, today: string): Html => {
  const state = stateOn(agreement, today)
  return state === 'in-force'
    ? statusTag('In force', 'good')
    : state === 'review-due'
      ? statusTag('Review is due', 'attention')
      : state === 'not-yet'
        ? statusTag('Not yet in force', 'waiting')
        : statusTag('Ended', 'closed')
}

/** Agreements as a table. */
export const agreementsTable = (
  rows: readonly Agreement[],
  today: string,
  shares?: ReadonlyMap<string, number>,
): Html =>
  dataTable({
    caption: 'Agreements to share',
    captionHidden: true,
    rows,
    empty: 'No agreement is recorded yet.',
    columns: [
      { heading: 'Agreement', cell: (a) => link(a.reference, `/agreements/${a.agreement_id}`) },
      { heading: 'Gives', cell: (a) => a.giver },
      { heading: 'Receives', cell: (a) => a.receiver },
      { heading: 'Review', cell: (a) => dayInWords(a.review_on) },
      ...(shares
        ? [{ heading: 'Times used', numeric: true, cell: (a: Agreement) => shares.get(a.agreement_id) ?? 0 }]
        : []),
      { heading: 'State', cell: (a) => tagOf(a, today) },
    ],
  })

/** The area's register of agreements. */
export const registerPage = (
  rows: readonly Agreement[],
  today: string,
  shares: ReadonlyMap<string, number>,
  may_add: boolean,
): Page =>
  page(
    { title: 'Agreements to share', width: 'full' },
    html`<p class="govuk-body">Whatever one organisation gives another about a person is given under one of these, and each time is written down.</p>
    ${may_add ? html`<p class="govuk-body">${button({ text: 'Record an agreement', href: '/agreements/add' })}</p>` : null}
    ${agreementsTable(rows, today, shares)}`,
  )

/** One agreement. */
export const agreementPage = (agreement: Agreement, today: string, shares: number, may_end: boolean): Page =>
  page(
    {
      title: 'Agreement to share',
      heading: agreement.reference,
      back: { href: '/agreements', text: 'All agreements' },
    },
    html`
    ${stateOn(agreement, today) === 'review-due' ? insetText({ text: 'Its review is due. Until it is ended, things can still be given under it.' }) : null}
    ${summary([
      { key: 'State', value: tagOf(agreement, today) },
      { key: 'Gives', value: agreement.giver },
      { key: 'Receives', value: agreement.receiver },
      { key: 'Purpose', value: lines(agreement.purpose) },
      { key: 'What may be given', value: lines(agreement.items) },
      { key: 'Ground', value: GROUNDS[agreement.ground] },
      { key: 'Told when the work ends', value: TOLD_AT_CLOSE[agreement.told_at_close] },
      { key: 'In force from', value: dayInWords(agreement.in_force_from) },
      { key: 'Review', value: dayInWords(agreement.review_on) },
      ...(agreement.ended_on ? [{ key: 'Last day', value: dayInWords(agreement.ended_on) }] : []),
      { key: 'Times used', value: String(shares) },
      { key: 'Recorded', value: `${agreement.recorded_by_name}, ${momentInWords(agreement.recorded_at)}` },
    ])}
    ${may_end ? html`<p class="govuk-body">${link('End this agreement', `/agreements/${agreement.agreement_id}/end`)}</p>` : null}`,
  )

/** The form to record an agreement. */
export const agreementFormPage = (giver: string, filled: FilledForm<typeof agreementForm>): Page =>
  formPage(
    {
      title: 'Record an agreement',
      caption: `${giver} gives`,
      back: '/agreements',
      submit: 'Record agreement',
    },
    html`${field(filled.reference)}${field(filled.receiver)}${field(filled.purpose)}${field(filled.items)}${field(filled.ground)}${field(filled.told_at_close)}${field(filled.in_force_from)}${field(filled.review_on)}`,
  )
