import {
  type Content,
  details,
  html,
  page,
  postForm,
  select,
  textarea,
} from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { link } from '#platform/design-system/index.ts'
import { levelWords } from '../level-words.ts'
import { STATUS_CODES, statusMark, STATUSES } from '../words.ts'
import type { Request } from '../updates/queries.ts'
import { wordsWithFigures } from '../updates/words-with-figures.ts'

/** What was typed of one request, by its id. */
export type Typed = Readonly<Record<string, { words: string; suggests: string }>>

/** The fields of one request on the page where all are answered. */
export const fieldsOf = (update_request_id: string) =>
  ({ words: `words_${update_request_id}`, suggests: `suggests_${update_request_id}` }) as const

/** Everything that somebody is asked, answered on one page: what is left empty is not sent, and waits. */
export function answerAllPage(
  requests: readonly Request[],
  {
    typed,
    messages,
    plain,
    not_sent = [],
  }: {
    typed: Typed
    messages: Readonly<Record<string, string>>
    plain: boolean
    /** What was written for requests that wait no more, so that it is not lost. */
    not_sent?: readonly string[]
  },
) {
  const title = 'What you are asked for'
  if (requests.length === 0)
    return page(
      { title, back: '/update-requests' },
      html`${kept(not_sent)}<p class="govuk-body">Nobody is waiting for anything from you.</p>`,
    )
  return page(
    { title, back: '/update-requests' },
    html`${kept(not_sent)}<p class="govuk-body">Write what you can: what you leave empty is not sent, and you can come back to it.</p>
    ${postForm(
      { submit: 'Send what is written' },
      html`${requests.map((one) => asked(one, typed[one.update_request_id], messages, plain))}`,
    )}`,
  )
}

// Without a name, so that it is not sent with the rest.
const kept = (not_sent: readonly string[]): Content =>
  html`${not_sent.map(
    (words, index) =>
      html`<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="not-sent-${index}">Not sent: no longer asked for</label>
      <textarea class="govuk-textarea" id="not-sent-${index}" rows="5" readonly>${words}</textarea></div>`,
  )}`

function asked(
  one: Request,
  typed: Typed[string] | undefined,
  messages: Readonly<Record<string, string>>,
  plain: boolean,
): Content {
  const { words, suggests } = fieldsOf(one.update_request_id)
  const { update } = levelWords(one.level_words)
  const hidden = html`<span class="govuk-visually-hidden">: ${one.heading}</span>`
  const means = STATUS_CODES.filter((code) => one.colours_mean[code])
  return html`<section class="govuk-!-margin-bottom-8">
    <h2 class="govuk-heading-m">${one.heading}</h2>
    <p class="govuk-body">${one.cycle_name}, due ${dayInWords(one.due_on)}. ${link('Put figures in it', `/update-requests/${one.update_request_id}`, { hidden: one.heading })}</p>
    ${one.said_before ? details({ summaryText: `What was said last time${one.said_before_by ? ` (${one.said_before_by})` : ''}`, html: wordsWithFigures({ words: one.said_before, figures: one.said_before_figures }, { plain }) }) : ''}
    ${textarea({
      id: words,
      name: words,
      rows: 5,
      value: typed?.words ?? '',
      label: { html: html`Your ${update.one}${hidden}` },
      ...(messages[words] ? { errorMessage: { text: messages[words] } } : {}),
    })}
    ${select({
      id: suggests,
      name: suggests,
      value: typed?.suggests ?? '',
      label: { html: html`How do you think it stands? (optional)${hidden}` },
      items: [
        { value: '', text: 'Not said' },
        ...STATUS_CODES.map((code) => ({ value: code, text: STATUSES[code] })),
      ],
    })}
    ${means.length > 0 ? details({ summaryText: 'What the colours mean', html: html`<ul class="govuk-list">${means.map((code) => html`<li>${statusMark(code)} ${one.colours_mean[code]}</li>`)}</ul>` }) : ''}
  </section>`
}
