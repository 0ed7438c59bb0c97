import { CELL_BREAK, type Guess, type Row } from './pieces.ts'
import { readWrittenDate, WRITTEN_DATE } from './read-dates.ts'
import { readStatus } from './read-status.ts'

/** What a column of a plan's table is for. */
export type Column = 'number' | 'owner' | 'words' | 'status' | 'update' | 'due' | 'success' | 'other'

const HEADINGS: readonly [Column, RegExp][] = [
  [
    'number',
    /^(?:no|nos|number|ref(?:erence)?(?: no)?|item(?: no)?|id|#|s\/?n|(?:action|deliverable|activity) no)$/,
  ],
  [
    'update',
    /\b(?:updates?|commentary|comments?|narrative|position|latest|progress to date|actions? taken|evidence)\b/,
  ],
  ['status', /\b(?:b?rag|status|rating|rated|colour)\b/],
  ['due', /\b(?:due|deadline|by when|target date|completion|timescales?|end date|when)\b/],
  [
    'owner',
    /\b(?:owners?|leads?|responsible|responsibility|accountable|sro|who|organisations?|officer|agency|partner)\b/,
  ],
  ['success', /\b(?:success|outcomes?|kpis?|measures?|indicators?)\b/],
  [
    'words',
    /\b(?:deliverables?|activit(?:y|ies)|actions?|objectives?|commitments?|priorit(?:y|ies)|milestones?|tasks?|what|description|initiatives?)\b/,
  ],
  ['update', /\bprogress\b/],
]

export const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.trim())

/** What each column is for, by its headings, whatever their order; undefined where the line is no heading of a plan's table. */
export function columnsOfHeading(text: string): Column[] | undefined {
  const cells = cellsOf(text).map((cell) => cell.replaceAll(CELL_BREAK, ' '))
  if (cells.length < 2 || cells.some((cell) => cell.length > 100) || cells.some((cell) => readStatus(cell)))
    return undefined
  const taken = new Set<Column>()
  const columns = cells.map((cell): Column => {
    const word = cell
      .toLowerCase()
      .replaceAll(/[.:*()]/g, '')
      .trim()
    const column = HEADINGS.find(([name, pattern]) => pattern.test(word) && !taken.has(name))?.[0] ?? 'other'
    if (column !== 'other') taken.add(column)
    return column
  })
  if (!taken.has('words') && taken.has('success')) {
    columns[columns.indexOf('success')] = 'words'
    taken.add('words')
  }
  const known =
    taken.has('words') &&
    (taken.has('status') || taken.has('owner') || taken.has('number') || taken.has('due'))
  return known && taken.size >= 2 ? columns : undefined
}

/** What each column is for, by what stands in it: colours, numbers that count up, letters, and the longest words. */
export function columnsByContent(rows: readonly string[][]): Column[] | undefined {
  const width = rows[0]!.length
  const columns: Column[] = Array.from({ length: width }, () => 'other')
  const share = (index: number, holds: (cell: string) => boolean) => {
    const said = rows.map((row) => row[index] ?? '').filter(Boolean)
    return said.length < rows.length / 2 ? 0 : said.filter(holds).length / said.length
  }
  const free = () => columns.flatMap((column, index) => (column === 'other' ? [index] : []))
  const take = (column: Column, holds: (cell: string) => boolean, least = 0.6) => {
    const best = free().toSorted((a, b) => share(b, holds) - share(a, holds))[0]
    if (best !== undefined && share(best, holds) >= least) columns[best] = column
  }
  take('status', (cell) => readStatus(cell) !== undefined)
  take('number', (cell) => numberOf(cell) !== undefined && cell.length < 9)
  const length = (index: number) =>
    rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0) / rows.length
  take('due', (cell) => readWrittenDate(cell) !== undefined)
  take('update', (cell) => cell.length > 40 && new RegExp(WRITTEN_DATE, 'i').test(cell))
  const words = free().toSorted((a, b) => length(b) - length(a))[0]
  if (words === undefined || length(words) < 12) return undefined
  columns[words] = 'words'
  take('owner', (cell) => cell.length <= 40)
  return columns.includes('status') || columns.includes('number') ? columns : undefined
}

/** What a row may be of which its columns do not tell: its longest cell is what is to be delivered, a short one its owner. */
export function guessRow(cells: readonly string[]): Guess | undefined {
  const said = cells.filter(Boolean)
  const words = said.toSorted((a, b) => b.length - a.length)[0]
  if (words === undefined || words.length < 8) return undefined
  const colour = said.find((cell) => cell !== words && readStatus(cell) !== undefined)
  const owner = said.find(
    (cell) => cell !== words && cell !== colour && cell.length <= 20 && /[a-z]/i.test(cell),
  )
  const number = said.find((cell) => numberOf(cell) !== undefined && cell !== owner)
  const [first = '', ...under] = words.split(CELL_BREAK)
  return {
    row: { owners: owner ?? '', words: first, status: colour ? readStatus(colour)!.status : null, under },
    left: said.filter((cell) => ![words, colour, owner, number].includes(cell)),
  }
}

/** '3', '3.', '2.3' (part 2, number 3), 'D3' or 'Action 3' as the number; undefined where there is none. */
export function numberOf(text: string): number | undefined {
  const found = /^(?:[A-Za-z]{1,12}[\s.-]?)?(?:\d{1,2}\.)?(\d{1,3})\.?$/.exec(text.trim())
  return found && Number(found[1]) > 0 ? Number(found[1]) : undefined
}

/** A row of a table by what its columns are for; undefined where it is none that can be told for sure. What no column takes is in `left`. */
export function rowOfCells(
  cells: readonly string[],
  columns: readonly Column[],
  headings: readonly string[],
): { row: Row; left: string[] } | undefined {
  const at = (column: Column) => cells[columns.indexOf(column)] ?? ''
  if (cells.length > columns.length || at('words').length < 3) return undefined
  const number = at('number')
  if (columns.includes('number') && number !== '?' && numberOf(number) === undefined) return undefined
  const status = readStatus(at('status'))
  const due = readWrittenDate(at('due'))
  const left = columns.flatMap((column, index) => {
    const text = cells[index] ?? ''
    const lost = column === 'other' || (column === 'due' && !due) || (column === 'status' && !status)
    return lost && text !== ''
      ? [`${headings[index] ?? 'Another column'}: ${text.replaceAll(CELL_BREAK, ' ')}`]
      : []
  })
  const [words = '', ...more] = at('words').split(CELL_BREAK)
  const told = at('update').split(CELL_BREAK).filter(Boolean)
  // 'Update January 2020' as a heading dates what stands under it, unless it says so itself.
  const heading = headings[columns.indexOf('update')] ?? ''
  const dated =
    told.length > 0 &&
    new RegExp(WRITTEN_DATE, 'i').exec(heading) &&
    !new RegExp(WRITTEN_DATE, 'i').test(told[0]!)
  return {
    row: {
      ...(numberOf(number) === undefined ? {} : { number: numberOf(number)! }),
      owners: at('owner').replaceAll(CELL_BREAK, '/'),
      words,
      status: status?.status ?? null,
      ...(status?.told ? { told: status.told } : {}),
      ...(due ? { due_on: due.dated_on } : {}),
      ...(at('success') ? { success: at('success').replaceAll(CELL_BREAK, '\n') } : {}),
      under: [
        ...more,
        ...(dated
          ? [`Update ${new RegExp(WRITTEN_DATE, 'i').exec(heading)![0]}: ${told[0]}`, ...told.slice(1)]
          : told),
      ],
    },
    left,
  }
}
