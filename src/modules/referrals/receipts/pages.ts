import { wordsFor } from '#reference'
import { shortDayInWords } from '#platform/words/dates.ts'
import {
  dataTable,
  formPage,
  html,
  insetText,
  keysetPagination,
  lines,
  link,
  page,
  postForm,
  statusTag,
  type Html,
} from '#platform/design-system/index.ts'
import { field, form, words, type FilledForm } from '#platform/forms/index.ts'
import { GAPS } from '../transfers/decide-result.ts'
import { RECEIPTS_SHOWN, type Receipt } from './queries.ts'

/** Found by occurrence number: a POST, for it must not stand in an address. */
export const findReceiptForm = form({
  occurrence: words({
    label: 'Occurrence number or referral reference',
    name: 'an occurrence number or a referral reference',
    max: 40,
    classes: 'govuk-input--width-20',
  }),
})
export const answerForm = form({
  answer: words({
    label: 'Your answer',
    name: 'your answer',
    max: 1000,
    rows: 5,
    hint: 'It goes to the service’s intake team only.',
  }),
})

// What police may know: whether it arrived and what is missing, never what is done for the person.
const RESULTS: Record<string, string> = {
  accepted: 'Received',
  duplicate: 'Received before',
  deceased: 'Not taken: person has died',
  'no-consent': 'Not taken: consent',
  safeguarding: 'Held: safeguarding',
  'out-of-scope': 'Not taken: outside the service’s scope',
  'out-of-area': 'Not taken: lives outside the area',
  'unsafe-contact': 'Returned: no safe way to make contact',
  'no-contact-details': 'Returned: no contact details',
  error: 'Returned: the row cannot be read',
  'no-contact': 'Ended: the person could not be reached',
  closed: 'Ended',
}

type Shown = { receipts: readonly Receipt[]; wanting: boolean; searched: boolean }

/** What became of what you sent. */
export const receiptsPage = (
  { receipts, wanting, searched }: Shown,
  search: FilledForm<typeof findReceiptForm>,
) => {
  const shown = receipts.slice(0, RECEIPTS_SHOWN)
  return page(
    { title: 'Your referrals', width: 'full' },
    html`<p class="govuk-body">Whether what your force sent arrived, and what is missing. What is done for a person is not said here.</p>
    ${postForm({ action: '/receipts', submit: 'Find' }, html`${field(search.occurrence)}`)}
    ${searched ? html`<p class="govuk-body">${link('Show the newest', '/receipts')}</p>` : html`<p class="govuk-body">${wanting ? link('Show all', '/receipts') : link('Show only those that need something from you', '/receipts?wanting=yes')}</p>`}
    ${dataTable({
      caption: searched ? 'Found' : wanting ? 'These need something from you' : 'Newest first',
      columns: [
        {
          heading: 'Occurrence',
          reference: true,
          cell: (one) => one.occurrence_number ?? `Row ${one.row_number} of ${one.file_name}`,
        },
        { heading: 'Sent on', cell: (one) => shortDayInWords(one.sent_on) },
        { heading: 'Reference', reference: true, cell: (one) => one.reference },
        {
          heading: 'Result',
          cell: (one) =>
            statusTag(RESULTS[one.result] ?? one.result, one.result === 'accepted' ? 'good' : 'neutral'),
        },
        { heading: 'Please send', cell: wanted },
      ],
      rows: shown,
      empty: searched ? 'Nothing arrived with this number.' : 'Nothing has arrived from your force yet.',
    })}
    ${!searched && receipts.length > RECEIPTS_SHOWN ? keysetPagination({ next: `/receipts?before=${shown.at(-1)!.receipt_id}${wanting ? '&wanting=yes' : ''}`, nextText: 'Earlier ones' }) : null}`,
  )
}

const wanted = (one: Receipt): Html =>
  !one.is_newest
    ? html`Nothing any more`
    : html`${one.missing.length === 0 && !one.question ? 'Nothing' : null}${one.missing.map((gap) => html`${wordsFor(GAPS, gap)}<br>`)}${one.question ? html`${lines(one.question)} ${link('Answer', `/receipts/${one.receipt_id}/answer`, { hidden: `about ${one.reference}` })}` : null}`

export const answerPage = (one: Receipt, answer: FilledForm<typeof answerForm>) =>
  formPage(
    {
      title: 'Answer a question',
      caption: `Occurrence ${one.occurrence_number ?? one.reference}`,
      back: '/receipts',
      submit: 'Send the answer',
      before: insetText({ html: lines(one.question ?? '') }),
    },
    html`${field(answer.answer)}`,
  )
