import { CELL_BREAK, type Guess } from './pieces.ts'
import { readDueDate, readWrittenDate, WRITTEN_DATE } from './read-dates.ts'
import type { Owned } from './read-owner.ts'
import { leadingStatus, readStatus } from './read-status.ts'

/** What a column of a plan's table is for. */
export type Column = 'number' | 'owner' | 'words' | 'status' | 'update' | 'due' | 'success' | 'year' | 'other'

const HEADINGS: readonly [Column, RegExp][] = [
  [
    'number',
    /^(?:no|nos|number|ref(?:erence)?(?: no)?|item(?: no)?|id|#|s\/?n|(?:action|deliverable|activity) no)$/,
  ],
  ['year', /^(?:financial |performance |plan )?years?$/],
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

/** A table of risks has owners and actions, too, and is no plan's. */
const NO_PLAN = /^risks?\b(?! rating)|\bmitigat|\blikelihood\b/

export const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.trim())

/** A heading as it is compared. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[.:*()]/g, '')
    .trim()

/** What stands under one heading or beside one label; undefined where it is none of ours. */
export const columnOf = (label: string): Column | undefined =>
  HEADINGS.find(([, pattern]) => pattern.test(bare(label)))?.[0]

/** Whether a line is the heading of a table of the paper that is no plan's. */
export const beginsAnother = (text: string): boolean => {
  const cells = cellsOf(text).filter(Boolean)
  return (
    cells.length > 1 &&
    cells.every((cell) => cell.length <= 40) &&
    cells.some((cell) => NO_PLAN.test(bare(cell)))
  )
}

/** What each column is for, by its headings, whatever their order; undefined where the line is no heading of a plan's table. */
export function columnsOfHeading(text: string): Column[] | undefined {
  const cells = cellsOf(text).map((cell) => cell.replaceAll(CELL_BREAK, ' '))
  if (cells.length < 2 || cells.some((cell) => cell.length > 100) || cells.some((cell) => readStatus(cell)))
    return undefined
  const words = cells.map(bare)
  if (words.some((word) => NO_PLAN.test(word))) return undefined
  const taken = new Set<Column>()
  const columns = words.map((word): Column => {
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
  take('due', (cell) => cell.length < 40 && readDueDate(cell) !== undefined)
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

/** How a table is read: what its columns are for, what stands above them, and who owns what where no column says it. */
export type Columns = {
  columns: readonly Column[]
  headings: readonly string[]
  ownerIn?: ((words: string) => Owned | undefined) | undefined
}

/** A row of a table by what its columns are for; undefined where it is none that can be told for sure. What no column takes is in `left`. */
export function rowOfCells(
  cells: readonly string[],
  { columns, headings, ownerIn }: Columns,
): Guess | undefined {
  const at = (column: Column) => cells[columns.indexOf(column)] ?? ''
  if (cells.length > columns.length || at('words').length < 3) return undefined
  const number = at('number')
  if (columns.includes('number') && number !== '?' && numberOf(number) === undefined) return undefined
  const status = readStatus(at('status'))
  const led = status ? undefined : leadingStatus(at('status'))
  const due = readDueDate(at('due'))
  const year = /^(20\d{2})\s*[-–/]/.exec(at('year'))?.[1]
  const left = columns.flatMap((column, index) => {
    const text = cells[index] ?? ''
    const lost =
      column === 'other' ||
      (column === 'due' && !due) ||
      (column === 'status' && !status) ||
      (column === 'year' && !year)
    return lost && text !== ''
      ? [`${headings[index] || 'Another column'}: ${text.replaceAll(CELL_BREAK, ' ')}`]
      : []
  })
  const owned = ownerIn?.(at('words'))
  const [words = '', ...more] = (owned?.words ?? at('words'))
    .replace(/^- /, '')
    .split(CELL_BREAK)
    .map((one) => one.trim())
  return {
    row: {
      ...(numberOf(number) === undefined ? {} : { number: numberOf(number)! }),
      owners: owned?.owners ?? at('owner').replaceAll(CELL_BREAK, '/'),
      words,
      status: (status ?? led)?.status ?? null,
      ...((status ?? led)?.told ? { told: (status ?? led)!.told! } : {}),
      ...(due ? { due_on: due } : {}),
      ...(at('due') && !readWrittenDay(at('due')) ? { due_said: at('due').replaceAll(CELL_BREAK, ' ') } : {}),
      ...(year ? { year: Number(year) } : {}),
      ...(at('success') ? { success: at('success').replaceAll(CELL_BREAK, '\n') } : {}),
      under: [...more.filter(Boolean), ...updatesIn(at('update'), headings[columns.indexOf('update')] ?? '')],
    },
    left,
  }
}

const readWrittenDay = (text: string) => readWrittenDate(text)?.dated_to === 'day'

/** The lines of a cell of updates: 'Update January 2020' above the column dates what stands under it, unless that says so itself. */
function updatesIn(cell: string, heading: string): string[] {
  const [first, ...more] = cell
    .split(CELL_BREAK)
    .map((one) => one.trim())
    .filter(Boolean)
  if (first === undefined) return []
  const dated = new RegExp(WRITTEN_DATE, 'i').exec(heading)
  return dated && !new RegExp(WRITTEN_DATE, 'i').test(first)
    ? [`Update ${dated[0]}: ${first}`, ...more]
    : [first, ...more]
}
