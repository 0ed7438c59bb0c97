import { button, type Content, dataTable, html, page, postForm, statusTag } from '../design-system/index.ts'
import { momentInWords } from '../words/dates.ts'
import { plural } from '../words/plurals.ts'
import type { Unsent } from './send-again.ts'
import { KEPT_FOR_DAYS } from './send-waiting.ts'

/** Mail that did not certainly leave: what it is about, what became of it, and what can be done. Whom it is to is not shown. */
export const unsentPage = (unsent: readonly Unsent[]) =>
  page(
    { title: 'Unsent mail', width: 'full' },
    html`<p class="govuk-body">Mail that was refused, or that may or may not have arrived, can be sent again for ${plural(KEPT_FOR_DAYS, 'day')}. Whom it is to is not shown here.</p>
    ${dataTable({
      caption: 'Mail that was not sent, the newest first',
      captionHidden: true,
      rows: unsent,
      empty: 'All mail has been sent.',
      columns: [
        { heading: 'About', cell: (one) => one.about },
        { heading: 'Written', cell: (one) => momentInWords(one.queued_at) },
        { heading: 'What became of it', cell: became },
        { heading: 'What to do', cell: toDo },
      ],
    })}`,
  )

const answered = ({ why }: Unsent) =>
  why === null || why === 'stopped'
    ? ''
    : /^\d{3}$/.test(why)
      ? ` (the mail server answered ${why})`
      : ` (${why})`

const became = (one: Unsent): Content => {
  if (one.state === 'waiting')
    return html`${statusTag('Waiting', 'waiting')} Tried ${plural(one.tries, 'time')}${answered(one)}. It is tried again ${momentInWords(one.try_at)}.`
  if (one.state === 'refused')
    return html`${statusTag('Refused', 'urgent')} The mail server does not take it${answered(one)}.`
  return html`${statusTag('Unsure', 'attention')} ${one.why === 'stopped' ? 'The service stopped while it was being sent' : 'The mail server’s answer was lost'}. It may have arrived.`
}

const toDo = (one: Unsent): Content => {
  if (one.state === 'waiting') return 'Nothing: it goes by itself.'
  if (!one.can_be_sent) return 'Nothing more: its address is no longer kept.'
  const at = `/unsent-mail/${one.message_id}`
  const press = (verb: string, words: string) =>
    postForm(
      { action: `${at}/${verb}` },
      button({
        html: html`${words}<span class="govuk-visually-hidden">: ${one.about}, ${momentInWords(one.queued_at)}</span>`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
        preventDoubleClick: true,
      }),
    )
  return html`${one.state === 'unsure' ? html`<p class="govuk-body-s">Sent again, it may arrive twice.</p>` : ''}
    ${press('send-again', 'Send it again')} ${press('leave', 'Leave it unsent')}`
}
