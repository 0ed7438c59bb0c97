import { cellNumber, percentHolds, percentOf } from '../../model/numbers.ts'
import type { Found, TablePart } from '../../model/paper.ts'
import { at, rowQuote } from '../found.ts'

type Row = readonly string[]
const shareIn = (cell = '') => cellNumber(cell.replace(/^\+/, ''))
const CHANGE = /change|differ|increase|decrease|variance/i
const TOTAL = /^(?:grand |overall )?total\b/i
const TO_DO = 'Correct the percentage or the count in this row.'

/**
 * A column of percentages is held against the counts that explain most of it: each row's share of a column's total, one count of the row of
 * another, or the change from one to the other.
 */
export function columnsOfShares(table: TablePart): Found[] {
  const rows = table.rows.filter((row) => row.some((cell) => cell !== ''))
  const total = rows.findIndex((row) => TOTAL.test(row[0] ?? ''))
  const lines = total < 0 ? rows : rows.slice(0, total)
  if (lines.length < 2) return []
  return table.header.flatMap((heading, column): Found[] => {
    const cells = lines.map((row) => shareIn(row[column]))
    const given = cells.filter((cell) => cell?.percent || (/%|per cent/i.test(heading) && cell))
    if (given.length < 2) return []
    return (
      (CHANGE.test(heading) ? undefined : ofColumn(table, lines, column, rows[total])) ??
      withinRows(table, lines, column) ??
      zeros(table, lines, column)
    )
  })
}

/** Of a count column's total, or of all that it counts; undefined where no column explains most of the percentages. */
function ofColumn(table: TablePart, lines: readonly Row[], column: number, total?: Row): Found[] | undefined {
  for (let counts = column - 1; counts > 0; counts--) {
    const values = lines.map((row) => cellNumber(row[counts] ?? ''))
    const shares = lines.map((row) => shareIn(row[column]))
    const given = shares.filter(Boolean).length
    if (values.some((value) => value?.percent) || values.filter(Boolean).length < given) continue
    const of = total
      ? cellNumber(total[counts] ?? '')?.value
      : values.reduce((sum, value) => sum + (value?.value ?? 0), 0)
    if (!of) continue
    const wrong = lines.flatMap((row, index) => {
      const [percent, value] = [shares[index], values[index]]
      return percent && value && !percentHolds(value.value, of, percent.value, percent.decimals)
        ? [{ row, percent, value }]
        : []
    })
    if (wrong.length * 2 >= given) continue
    return wrong.map(({ row, percent, value }) =>
      told(
        table,
        row,
        column,
        `${value.value} of ${of} is ${percentOf(value.value, of, percent.decimals)}; the table says ${percent.value}%.`,
      ),
    )
  }
  return undefined
}

/** 'Asked 212, improved 180, 85%', and '310, then 342, +10.3%': what the two counts of a row make, where they do in at least half of the rows. */
function withinRows(table: TablePart, lines: readonly Row[], column: number): Found[] | undefined {
  const changes = CHANGE.test(table.header[column] ?? '')
  for (let one = column - 1; one > 0; one--)
    for (let other = column - 1; other > 0; other--) {
      if (one === other || (changes && other > one)) continue
      const read = lines.flatMap((row) => {
        const [percent, part, whole] = [column, one, other].map((at_) => shareIn(row[at_]))
        return percent && part && whole && !part.percent && !whole.percent && whole.value > 0
          ? [{ row, percent, part: part.value, whole: whole.value }]
          : []
      })
      const wrong = read.filter(({ percent, part, whole }) =>
        changes
          ? Math.abs(((part - whole) / whole) * 100 - percent.value) > 0.5 * 10 ** -percent.decimals + 1e-9
          : !percentHolds(part, whole, percent.value, percent.decimals),
      )
      const holds = read.length - wrong.length
      if (holds < 2 || wrong.length > holds) continue
      return wrong.map(({ row, percent, part, whole }) =>
        told(
          table,
          row,
          column,
          changes
            ? `From ${whole} to ${part} is a change of ${(((part - whole) / whole) * 100).toFixed(percent.decimals)}%; the table says ${percent.value}%.`
            : percent.value === 100
              ? `${part} of ${whole} is ${percentOf(part, whole)}. A percentage reads 100% only when it is all.`
              : `${part} of ${whole} is ${percentOf(part, whole, percent.decimals)}; the table says ${percent.value}%.`,
        ),
      )
    }
  return undefined
}

const told = (table: TablePart, row: Row, column: number, why: string): Found => ({
  ...at(table),
  quote: rowQuote(row),
  severity: 'stops',
  about: table.header[column] ?? '',
  why,
  to_do: TO_DO,
})

/** Where nothing in the table explains the column: still never 0% of a row that counts some. */
const zeros = (table: TablePart, lines: readonly (readonly string[])[], column: number): Found[] =>
  lines.flatMap((row) => {
    const percent = shareIn(row[column])
    const before = cellNumber(row[column - 1] ?? '')
    if (!percent?.percent || percent.value !== 0 || !before || before.percent || before.value === 0) return []
    return [
      {
        ...at(table),
        quote: rowQuote(row),
        severity: 'look' as const,
        about: row[column]!,
        why: `It reads ${row[column]} beside a count of ${before.value}. A percentage reads 0% only when there are none.`,
        to_do: 'Print another decimal, or “under 0.1%”.',
      },
    ]
  })
