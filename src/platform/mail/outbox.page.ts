import { dataTable, html, lines, link, page, summary } from '../design-system/index.ts'
import { momentInWords } from '../words/dates.ts'
import type { Kept } from './deliver-to-folder.ts'

const says = html`<p class="govuk-body">This is a demonstration: nothing leaves this machine. What would have been sent by e-mail is kept in a folder and shown here.</p>`

// Anyone sees these pages, and anyone may have typed their own address: only invented ones (RFC 2606) are shown, with the words and keys sent to them.
const isInvented = ({ to }: Kept) => to.toLowerCase().endsWith('@example.org')
const HIDDEN = 'An address that is not shown'

/** What the demonstration would have sent, newest first. */
export const outboxPage = (kept: readonly Kept[]) =>
  page(
    { title: 'Outbox', width: 'full' },
    html`${says}
    ${dataTable({
      caption: 'Messages, newest first',
      captionHidden: true,
      rows: kept,
      empty: 'Nothing was sent yet. A message appears here within a minute.',
      columns: [
        { heading: 'Subject', cell: (one) => link(one.subject, `/outbox/${one.message_id}`) },
        { heading: 'To', cell: (one) => (isInvented(one) ? one.to : HIDDEN) },
        { heading: 'Left', cell: (one) => momentInWords(new Date(one.left_at)) },
      ],
    })}`,
  )

/** One message, with the addresses of this site in it as links; of one to an address that is not invented, only its subject and when it left. */
export function keptPage(kept: Kept, origin: string) {
  const { subject, to, text, headers } = kept
  const left = { key: 'Left', value: momentInWords(new Date(kept.left_at)) }
  if (!isInvented(kept))
    return page(
      { title: subject, back: '/outbox' },
      html`${says}
      ${summary([{ key: 'To', value: HIDDEN }, left])}
      <p class="govuk-body">Somebody may have typed their own address, so neither it nor the message is shown. To see a message, use an address that ends with @example.org.</p>`,
    )
  return page(
    { title: subject, back: '/outbox' },
    html`${says}
    ${summary([
      { key: 'To', value: to },
      left,
      ...Object.entries(headers).map(([key, value]) => ({ key, value })),
    ])}
    ${text.split(/\n\s*\n/).map((paragraph) => html`<p class="govuk-body">${paragraph.startsWith(`${origin}/`) ? link(paragraph, paragraph.slice(origin.length)) : lines(paragraph)}</p>`)}`,
  )
}
