import { dataTable, html, lines, link, page, summary } from '../design-system/index.ts'
import { momentInWords } from '../words/dates.ts'
import type { Kept } from './deliver-to-folder.ts'

const says = html`<p class="govuk-body">This is a demonstration: nothing leaves this machine. What would have been sent by e-mail is kept in a folder and shown here.</p>`

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
        { heading: 'To', cell: (one) => one.to },
        { heading: 'Left', cell: (one) => momentInWords(new Date(one.left_at)) },
      ],
    })}`,
  )

/** One message, with the addresses of this site in it as links. */
export const keptPage = ({ subject, to, left_at, text, headers }: Kept, origin: string) =>
  page(
    { title: subject, back: '/outbox' },
    html`${says}
    ${summary([
      { key: 'To', value: to },
      { key: 'Left', value: momentInWords(new Date(left_at)) },
      ...Object.entries(headers).map(([key, value]) => ({ key, value })),
    ])}
    ${text.split(/\n\s*\n/).map((paragraph) => html`<p class="govuk-body">${paragraph.startsWith(`${origin}/`) ? link(paragraph, paragraph.slice(origin.length)) : lines(paragraph)}</p>`)}`,
  )
