import { cellNumber, numbersIn } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule, TablePart } from '../../model/paper.ts'
import { at, inTheText, quoted, rowQuote } from '../found.ts'
import { partsTold, unaccounted } from './told-parts.ts'

const TOTAL = /^(?:grand |overall |sub-?\s?)?totals?:?$|^all$|^sum$/i
const NOT_ADDED = /average|mean|median|rate\b|ratio|\bper\b|unique|distinct|%|year|\bage\b|rank|score/i

/** A table's total equals its rows; parts told in a sentence come to their whole; a list is as long as it is said to be. */
export const totals: Rule = {
  name: 'totals',
  title: 'Totals',
  find: (paper) => [
    ...paper.parts.flatMap((part) =>
      part.kind === 'table' ? [...columnTotals(part), ...rowTotals(part), ...partsOfRows(part)] : [],
    ),
    ...paper.sentences.filter(inTheText).flatMap(partsTold),
    ...listsCounted(paper),
    ...unaccounted(paper),
  ],
}

const TO_DO =
  'Correct the total or the number that is wrong. If something is left out on purpose, say so in a row or a note.'

function columnTotals(table: TablePart): Found[] {
  const at_ = table.rows.findIndex((row) => TOTAL.test((row[0] ?? '').trim()))
  if (at_ < 1) return []
  const row = table.rows[at_]!
  const lines = table.rows
    .slice(0, at_)
    .filter((one) => !/^(?:of which|sub-?\s?total|includ)/i.test(one[0] ?? ''))
  return row.flatMap((cell, column): Found[] => {
    const said = cellNumber(cell)
    const values = lines.map((one) => cellNumber(one[column] ?? ''))
    const given = values.filter((value) => value !== undefined)
    if (column === 0 || !said || given.length < 2 || given.some(({ percent }) => percent !== said.percent))
      return []
    const sum = given.reduce((all, { value }) => all + value, 0)
    const heading = table.header[column] ?? ''
    if (said.percent) {
      // Rounding may move each row by half of its last place.
      const slack = given.length * 0.5 * 10 ** -Math.min(...given.map(({ decimals }) => decimals))
      if (said.value !== 100 || Math.abs(sum - 100) <= slack + 1e-9) return []
    } else if (NOT_ADDED.test(heading) || Math.abs(sum - said.value) < 0.005) return []
    const printed = said.percent
      ? `${Number(sum.toFixed(2))}%`
      : Number(sum.toFixed(2)).toLocaleString('en-GB')
    return [
      {
        ...at(table),
        quote: rowQuote(row),
        severity: 'stops',
        about: `${heading} ${cell}`,
        why: `The rows${heading ? ` of “${heading}”` : ''} come to ${printed}; the total says ${cell}.`,
        to_do: TO_DO,
      },
    ]
  })
}

/** A last or “Total” column, where it is the sum of the counts before it in most rows. */
function rowTotals(table: TablePart): Found[] {
  const column = table.header.findIndex(
    (heading, index) => index > 2 && /^(?:grand |overall )?total\b/i.test(heading.trim()),
  )
  if (column < 0) return []
  const sums = table.rows.flatMap((row) => {
    const said = cellNumber(row[column] ?? '')
    const values = row
      .slice(1, column)
      .map(cellNumber)
      .filter((value) => value !== undefined)
    return said && !said.percent && values.length > 0 && values.every(({ percent }) => !percent)
      ? [
          {
            row,
            said: said.value,
            sum: values.reduce((all, { value }) => all + value, 0),
            several: values.length > 1,
          },
        ]
      : []
  })
  const wrong = sums.filter(({ said, sum }) => Math.abs(said - sum) > 0.005)
  if (wrong.length * 2 >= sums.filter(({ several }) => several).length + 1 && sums.length > 1) return []
  if (sums.length === 1) return []
  return wrong.map(({ row, said, sum }) => ({
    ...at(table),
    quote: rowQuote(row),
    severity: 'stops',
    about: row[column]!,
    why: `The counts in this row come to ${sum.toLocaleString('en-GB')}; its total says ${said.toLocaleString('en-GB')}.`,
    to_do: TO_DO,
  }))
}

/** 'Scored twice 120, better 84, same 25, worse 11': a count that the next ones come to, in all rows but few. */
function partsOfRows(table: TablePart): Found[] {
  const rows = table.rows.map((row) => row.map(cellNumber))
  for (const column of table.header.keys()) {
    // As many of those that follow as are counts.
    const next = table.header
      .slice(column + 1)
      .findIndex((_, index) =>
        rows.some((row) => !row[column + 1 + index] || row[column + 1 + index]!.percent),
      )
    const parts = next < 0 ? table.header.length - column - 1 : next
    if (column === 0 || parts < 2 || rows.some((row) => !row[column] || row[column].percent)) continue
    const sums = rows.map((row) =>
      row.slice(column + 1, column + 1 + parts).reduce((sum, cell) => sum + cell!.value, 0),
    )
    const wrong = rows.flatMap((row, index) =>
      Math.abs(row[column]!.value - sums[index]!) < 0.005 ? [] : [index],
    )
    if (rows.length - wrong.length < 3 || wrong.length * 3 > rows.length) continue
    return wrong.map((index) => ({
      ...at(table),
      quote: rowQuote(table.rows[index]!),
      severity: 'stops',
      about: table.header[column] ?? '',
      why: `${table.header.slice(column + 1, column + 1 + parts).join(', ')} come to ${sums[index]!.toLocaleString('en-GB')}; “${table.header[column]}” says ${table.rows[index]![column]}.`,
      to_do: TO_DO,
    }))
  }
  return []
}

/** 'four themes:' with three points under it. */
const listsCounted = ({ sentences, parts }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence): Found[] => {
    if (!sentence.text.endsWith(':') || sentence.zone !== 'body' || sentence.kind === 'heading') return []
    const count = numbersIn(sentence.text).findLast(
      ({ kind, value, rough }) => kind === 'count' && !rough && value > 1 && value < 21,
    )
    const after = sentence.text.slice(count?.end ?? 0)
    if (
      !count ||
      !/^\s+(?:[a-z-]+\s+){0,4}(?:themes?|objectives|priorities|recommendations|actions|areas|categories|outcomes|ways|elements|points|strands|aims|goals|services|projects|organisations|providers|reasons|changes|steps|parts|pillars|grants|measures|needs|rights)\b/i.test(
        after,
      )
    )
      return []
    let listed = 0
    for (const part of parts.slice(sentence.part + 1)) {
      if (part.kind !== 'bullet') break
      listed++
    }
    if (listed < 2 || listed === count.value) return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: count.text,
        why: `It says ${count.text}, and ${listed} are listed under it.`,
        to_do: 'Correct the number, or the list.',
      },
    ]
  })
