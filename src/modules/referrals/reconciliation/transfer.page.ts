import {
  codesOf,
  dayInWords,
  findOffenceGroup,
  INTAKE_RESULTS,
  type IntakeResult,
  wordsFor,
} from '#reference'
import {
  dataTable,
  html,
  insetText,
  keysetPagination,
  link,
  page,
  statusTag,
  warningText,
  type Html,
} from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import { RESULT_WORDS, resultTone } from '../words.ts'
import { readingPart } from '../waiting-files/progress.part.ts'
import { breakable } from './breakable.ts'
import {
  ROWS_SHOWN,
  type Namesake,
  type Reconciled,
  type TransferHead,
  type TransferRowLine,
} from './queries.ts'

type Shown = {
  head: TransferHead
  namesakes: readonly Namesake[]
  /** None while the file is being read: it adds up when it has been. */
  told: Reconciled | undefined
  rows: readonly TransferRowLine[]
  result: string | undefined
}

/** One file: how far it is, or whether everything adds up and what became of the rows; and the rows themselves. */
export const transferPage = ({ head, namesakes, told, rows, result }: Shown) => {
  const url = `/transfers/${head.transfer_id}`
  return page(
    {
      title: 'A file that arrived',
      heading: breakable(head.file_name),
      caption: `${head.sender}, sent on ${dayInWords(head.sent_on)}`,
      back: '/transfers',
      width: 'full',
    },
    (frame) => html`
    ${head.finished ? null : readingPart(frame, head)}
    ${namesakes.length > 0 ? sameName(url, namesakes) : null}
    ${told ? (head.rows_read === 0 ? nothingSent(head) : whatBecame(url, head, told)) : null}
    ${head.rows_read > 0 ? rowsTable(url, rows, result) : null}`,
  )
}

/** The alert of a file whose name came with other content: which the others are, what was done with the rows, and what to do. */
const sameName = (url: string, others: readonly Namesake[]): Html => html`
    ${warningText({
      text: 'A file of the same name came with other content. Ask the sender which one is right, before anybody of either is contacted.',
      iconFallbackText: 'Warning',
    })}
    <ul class="govuk-list govuk-list--bullet">${others.map(
      (one) =>
        html`<li>${link(`The file that came on ${momentInWords(one.received_at)}`, `/transfers/${one.transfer_id}`)}, with ${plural(one.rows_read, 'row')}</li>`,
    )}</ul>
    <p class="govuk-body">Rows that are in both were taken once: the second time they are “${RESULT_WORDS.duplicate.toLowerCase()}”. Rows that are in one of them only were taken too. If this file was sent by mistake, look at ${link('the rows of it that were accepted', `${url}?result=accepted`)}.</p>`

const whatBecame = (url: string, head: TransferHead, told: Reconciled): Html => html`
    ${sums(head, told)}
    ${dataTable({
      caption: 'What became of the rows',
      columns: [
        {
          heading: 'Result',
          cell: (one) => link(wordsFor(RESULT_WORDS, one.result), `${url}?result=${one.result}`),
        },
        {
          heading: allGroups(told).n === told.rows ? 'Rows' : 'Victims',
          cell: (one) => one.n.toLocaleString('en-GB'),
          numeric: true,
        },
      ],
      rows: codesOf(INTAKE_RESULTS)
        .toReversed()
        .flatMap((code) => told.by_result.filter((one) => one.result === code)),
    })}
    ${dataTable({
      caption: 'By offence group',
      columns: [
        {
          heading: 'Offence group',
          cell: (one) => findOffenceGroup(one.offence_group)?.name ?? one.offence_group,
        },
        { heading: 'Accepted', cell: (one) => one.accepted.toLocaleString('en-GB'), numeric: true },
        { heading: 'Held', cell: (one) => one.held.toLocaleString('en-GB'), numeric: true },
        { heading: 'Refused', cell: (one) => one.refused.toLocaleString('en-GB'), numeric: true },
        { heading: 'All', cell: (one) => one.n.toLocaleString('en-GB'), numeric: true },
      ],
      rows: [...told.by_group, allGroups(told)],
    })}
    <p class="govuk-body">${link('Download the result of every row (CSV)', `${url}/results.csv`)}</p>`

const allGroups = ({ by_group }: Reconciled) =>
  by_group.reduce(
    (all, one) => ({
      ...all,
      accepted: all.accepted + one.accepted,
      held: all.held + one.held,
      refused: all.refused + one.refused,
      n: all.n + one.n,
    }),
    { offence_group: 'All groups', accepted: 0, held: 0, refused: 0, n: 0 },
  )

/** A file that has no rows is a day on which the sender had nothing to send, or a file that broke off. */
const nothingSent = (head: TransferHead): Html =>
  insetText({
    html: html`<strong>Nothing sent.</strong> The file has its headings and no rows.${passedOver(head)} If the sender should have sent people on this day, ask for the file again.`,
  })

const passedOver = ({ blank_lines, skipped_lines }: TransferHead): string => {
  const passed = [
    blank_lines > 0 && plural(blank_lines, 'blank line'),
    skipped_lines > 0 && `${plural(skipped_lines, 'line')} that the profile leaves out`,
  ].filter(Boolean)
  return passed.length ? ` Passed over: ${passed.join(', ')}.` : ''
}

/** The sum that must hold, or which row is missing. */
function sums(head: TransferHead, told: Reconciled): Html {
  const { accepted, held, refused, n } = allGroups(told)
  const victims = n === told.rows ? '' : ` They name ${plural(n, 'victim')}, each with a result.`
  const wrong = told.missing_rows.length > 0 || told.rows !== head.rows_read
  if (wrong)
    return warningText({
      text: `${plural(head.rows_read, 'row')} were read and ${told.rows.toLocaleString('en-GB')} have a result. Missing: row ${told.missing_rows.join(', ')}. Tell the people who run Waymark.`,
      iconFallbackText: 'Warning',
    })
  return insetText({
    html: html`<strong>It adds up.</strong> ${plural(head.rows_read, 'row')} in the file.${victims} ${accepted.toLocaleString('en-GB')} accepted + ${held.toLocaleString('en-GB')} held + ${refused.toLocaleString('en-GB')} refused = ${n.toLocaleString('en-GB')}.${passedOver(head)}`,
  })
}

function rowsTable(url: string, rows: readonly TransferRowLine[], result: string | undefined): Html {
  const shown = rows.slice(0, ROWS_SHOWN)
  const words = result && result in RESULT_WORDS ? RESULT_WORDS[result as IntakeResult] : undefined
  const last = shown.at(-1)
  const next =
    rows.length > ROWS_SHOWN && last
      ? `${url}?after=${last.row_number}_${last.victim_number}${result ? `&result=${result}` : ''}`
      : undefined
  return html`${dataTable({
    caption: words ? `Rows: ${words.toLowerCase()}` : 'Rows in order',
    columns: [
      {
        heading: 'Row',
        cell: (one) => `${one.row_number}${one.victim_number > 1 ? `, victim ${one.victim_number}` : ''}`,
      },
      { heading: 'Occurrence', reference: true, cell: (one) => one.occurrence_number ?? 'Not told' },
      { heading: 'Offence', cell: (one) => one.offence_text ?? 'Not told' },
      {
        heading: 'Result',
        cell: (one) =>
          html`${statusTag(wordsFor(RESULT_WORDS, one.result), resultTone(one.result))}${one.first_result === one.result ? null : html`<br>First: ${wordsFor(RESULT_WORDS, one.first_result).toLowerCase()}`}`,
      },
      {
        heading: 'Referral',
        reference: true,
        cell: (one) =>
          one.held_row_id
            ? link('Look at it', `/held-rows/${one.held_row_id}`, { hidden: `row ${one.row_number}` })
            : link(one.reference, `/referrals/${one.referral_id}`),
      },
    ],
    rows: shown,
    empty: 'No row of this file has this result.',
  })}
  ${words ? html`<p class="govuk-body">${link('See all rows', url)}</p>` : null}
  ${next ? keysetPagination({ next, nextText: 'More rows' }) : null}`
}
