import { dataTable, html, insetText, link, page, statusTag, summary } from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import type { FileProof, Refused } from '../move/proof.ts'
import type { Move } from './queries.ts'

const stateOf = ({ ended_at, proof }: Move) =>
  !ended_at || !proof
    ? statusTag('Not finished', 'attention')
    : proof.whole
      ? statusTag('Everything is here', 'good')
      : statusTag('Look at the differences', 'attention')

/** The moves from old systems. */
export const movesPage = (moves: readonly Move[]) =>
  page(
    { title: 'Moves from an old system', width: 'full' },
    html`${dataTable({
      caption: 'Moves, newest first',
      captionHidden: true,
      columns: [
        {
          heading: 'Started',
          cell: (move) => link(momentInWords(move.started_at), `/moves/${move.move_id}`),
        },
        { heading: 'Export', cell: (move) => move.profile },
        {
          heading: 'Rows read',
          cell: (move) =>
            move.proof?.files.reduce((sum, file) => sum + file.rows_read, 0).toLocaleString('en-GB') ?? '',
          numeric: true,
        },
        { heading: 'State', cell: stateOf },
      ],
      rows: moves,
      empty:
        'Nothing was moved yet. An administrator moves an export with the command: waymark import service',
    })}`,
  )

export const REFUSED_SHOWN = 100

/** The proof of one move: what became of every row, and the same counts on both sides. */
export function movePage(move: Move, refused: readonly (Refused & { file: string })[]) {
  const { proof } = move
  const head = { title: 'Proof of move', back: '/moves', width: 'full' } as const
  if (!proof)
    return page(
      head,
      html`${insetText({ text: 'This move has not reached its end. Run the same command again: what is here is left as it is.' })}${refusedTable(refused)}`,
    )
  const differing = proof.counts.filter(({ agrees }) => !agrees).length
  return page(
    head,
    html`${summary([
      { key: 'State', value: stateOf(move) },
      { key: 'Export', value: move.profile },
      { key: 'Folder', value: move.folder },
      { key: 'Started', value: momentInWords(move.started_at) },
      { key: 'Took', value: plural(Math.round(proof.seconds), 'second') },
    ])}
    ${dataTable({
      caption: 'What became of every row',
      columns: [
        { heading: 'File', cell: (file) => file.file },
        { heading: 'Rows read', cell: (file) => n(file.rows_read), numeric: true },
        { heading: 'Loaded', cell: (file) => n(file.loaded), numeric: true },
        { heading: 'Already there', cell: (file) => n(file.already_there), numeric: true },
        { heading: 'Refused', cell: (file) => n(file.refused), numeric: true },
        ...(proof.files.some(({ left_out }) => left_out > 0)
          ? [
              {
                heading: 'Left out by the profile',
                cell: (file: FileProof) => n(file.left_out),
                numeric: true,
              },
            ]
          : []),
        { heading: 'In Waymark before', cell: (file) => n(file.waymark_before), numeric: true },
        { heading: 'After', cell: (file) => n(file.waymark_after), numeric: true },
      ],
      rows: proof.files,
    })}
    ${refusedTable(refused)}
    ${dataTable({
      caption: differing
        ? `The same counts on both sides: ${differing} of ${proof.counts.length} differ`
        : `The same counts on both sides: all ${proof.counts.length} agree`,
      columns: [
        { heading: 'What is counted', cell: (count) => count.what },
        { heading: 'In the export', cell: (count) => n(count.in_export), numeric: true },
        { heading: 'In Waymark', cell: (count) => n(count.in_waymark), numeric: true },
        { heading: 'Agrees', cell: (count) => (count.agrees ? 'Yes' : statusTag('Differs', 'attention')) },
      ],
      rows: proof.counts,
    })}`,
  )
}

const n = (value: number) => value.toLocaleString('en-GB')

const refusedTable = (refused: readonly (Refused & { file: string })[]) =>
  refused.length === 0
    ? null
    : dataTable({
        caption: refused.length > REFUSED_SHOWN ? `Refused rows: the first ${REFUSED_SHOWN}` : 'Refused rows',
        columns: [
          { heading: 'File', cell: (row) => row.file },
          { heading: 'Row', cell: (row) => n(row.row), numeric: true },
          { heading: 'Why', cell: (row) => row.reason },
        ],
        rows: refused.slice(0, REFUSED_SHOWN),
      })
