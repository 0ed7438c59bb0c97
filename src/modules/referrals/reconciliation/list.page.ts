import { dayInWords } from '#reference'
import {
  button,
  dataTable,
  html,
  keysetPagination,
  link,
  page,
  statusTag,
} from '#platform/design-system/index.ts'
import { TRANSFERS_SHOWN, type DayLine, type TransferLine } from './queries.ts'

/** What arrived, newest day first: each file with what became of its rows. */
export const transfersPage = (lines: readonly TransferLine[], days: readonly DayLine[], waiting: number) => {
  const shown = lines.slice(0, TRANSFERS_SHOWN)
  const last = shown.at(-1)
  return page(
    { title: 'What arrived', width: 'full' },
    html`
    <p class="govuk-body">Every row of every file has one result. ${
      waiting > 0
        ? html`${link(waiting > 500 ? 'More than 500 rows wait' : waiting === 1 ? 'One row waits' : `${waiting} rows wait`, '/held-rows')} for somebody to look at.`
        : 'No row waits for anybody to look at.'
    }</p>
    <div class="govuk-button-group">${button({ text: 'Send a file', href: '/transfers/send' })}${link('Mapping profiles', '/mapping-profiles')}</div>
    ${dataTable({
      caption: 'Files, newest day first',
      columns: [
        {
          heading: 'File',
          cell: (one) =>
            html`${link(one.file_name, `/transfers/${one.transfer_id}`)}<br>${one.sender}${alertOf(one)}`,
        },
        { heading: 'Sent on', cell: (one) => dayInWords(one.sent_on) },
        { heading: 'Rows', cell: (one) => rowsOf(one.rows_read, one), numeric: true },
        { heading: 'Accepted', cell: (one) => one.accepted.toLocaleString('en-GB'), numeric: true },
        { heading: 'Held', cell: (one) => one.held.toLocaleString('en-GB'), numeric: true },
        { heading: 'Refused', cell: (one) => one.refused.toLocaleString('en-GB'), numeric: true },
      ],
      rows: shown,
      empty: html`No file has arrived yet. ${link('Send the first one', '/transfers/send')}.`,
    })}
    ${lines.length > TRANSFERS_SHOWN && last ? keysetPagination({ next: `/transfers?day=${last.sent_on}&id=${last.transfer_id}`, nextText: 'Earlier files' }) : null}
    ${
      days.length > 0
        ? dataTable({
            caption: 'By day, whatever the number of files',
            columns: [
              {
                heading: 'Day',
                cell: (one) =>
                  html`${dayInWords(one.sent_on)}${one.finished && one.rows === 0 ? NOTHING_SENT : null}`,
              },
              { heading: 'Files', cell: (one) => one.files.toLocaleString('en-GB'), numeric: true },
              { heading: 'Rows', cell: (one) => rowsOf(one.rows, one), numeric: true },
              { heading: 'Accepted', cell: (one) => one.accepted.toLocaleString('en-GB'), numeric: true },
              { heading: 'Held', cell: (one) => one.held.toLocaleString('en-GB'), numeric: true },
              { heading: 'Refused', cell: (one) => one.refused.toLocaleString('en-GB'), numeric: true },
            ],
            rows: days,
          })
        : null
    }`,
  )
}

/** How many rows there are and, where a row is a crime with several, how many victims: the other columns add up to those. */
function rowsOf(rows: number, { accepted, held, refused }: Pick<DayLine, 'accepted' | 'held' | 'refused'>) {
  const victims = accepted + held + refused
  const told = rows.toLocaleString('en-GB')
  return victims > rows ? html`${told}<br>(${victims.toLocaleString('en-GB')} victims)` : told
}

const NOTHING_SENT = html`<br>${statusTag('Nothing sent', 'closed')}`

const alertOf = (one: TransferLine) =>
  !one.finished
    ? html`<br>${statusTag('Not finished', 'urgent')}`
    : one.other_content
      ? html`<br>${statusTag('Same name, other content', 'urgent')}`
      : one.rows_read === 0
        ? NOTHING_SENT
        : null
