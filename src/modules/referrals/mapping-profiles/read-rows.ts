import { addDays, dayInLondon } from '#reference'
import {
  BoundHeadings,
  compileColumns,
  numberedInFile,
  openTable,
  type Notes,
  type ReadRecord,
  type TableRow,
  settleCentury,
} from '#platform/reading/index.ts'
import type { MappingProfile } from './mapping-profile.ts'
import { splitName } from '#people'
import { TRANSFER_FIELDS, type TransferVictim } from './transfer-fields.ts'

/** One victim of a row: what could be read, or why it could not. */
export type ReadVictim = {
  /** 1, unless a row is a crime with several. */
  victim: number
  /** Null when the row could not be cut into cells. */
  read: TransferVictim | null
  /** Sentences that say what is wrong and where; the row is an error when there is one. */
  problems: string[]
  /** Fields whose text is no code that anybody knows; left empty. */
  remarks: string[]
}
export type TransferRow = {
  row: number
  line: number
  cells: string[]
  /** As far as it can be told, even of a row in error. */
  occurrence_no: string | null
  victims: ReadVictim[]
}

export type OpenTransfer = {
  headings: string[] | null
  /** Rows in order, some thousand at a time. Read once. */
  batches: AsyncIterable<TransferRow[]>
  passedOver: () => { blank_lines: number; skipped_lines: number }
  /** Lets the file go before its end; for whoever does not read the batches to theirs. */
  close: () => Promise<void>
}

/**
 * Opens a file of a sender for reading by its profile, as a stream. Every row comes back: one that cannot be read has its problems.
 * Throws a sentence when the file as a whole does not fit the profile (columns that are not there, no headings).
 */
export async function openTransfer(
  source: AsyncIterable<Uint8Array | string>,
  profile: MappingProfile,
  today: string = dayInLondon(),
): Promise<OpenTransfer> {
  const table = await openTable(source, profile.file)
  try {
    if (profile.file.header_row > 0 && table.headings === null)
      throw new Error(`The file has no line ${profile.file.header_row}, where its headings should be.`)
    const readers = victimReaders(profile, table.headings, today)
    const batches = async function* () {
      for await (const rows of table.batches) yield rows.map((row) => readRow(row, readers))
    }
    return { ...table, batches: batches() }
  } catch (error) {
    await table.close()
    throw error
  }
}

type VictimReader = {
  read: ReadRecord<typeof TRANSFER_FIELDS>
  own: number[]
  finish: (victim: TransferVictim, notes: Notes) => void
}

function victimReaders(profile: MappingProfile, headings: string[] | null, today: string): VictimReader[] {
  const finish = makeFinish(profile, today)
  const options = {
    zone: profile.time_zone,
    dayZone: 'Europe/London',
    latestYear: Number(today.slice(0, 4)),
    dateFormats: profile.date_formats,
    emptyValues: profile.empty_values,
  }
  const compile = (columns: MappingProfile['columns']) =>
    compileColumns(TRANSFER_FIELDS, columns, headings, options)
  if (profile.row_is === 'victim') return [{ read: compile(profile.columns), own: [], finish }]
  const room = { most: profile.victims, part: 'victims' }
  return numberedInFile(profile.columns, new BoundHeadings(headings), room).map(({ columns, places }) => ({
    read: compile(columns),
    own: places,
    finish,
  }))
}

function readRow({ row, line, cells, problem }: TableRow, readers: VictimReader[]): TransferRow {
  if (problem !== null) {
    return {
      row,
      line,
      cells,
      occurrence_no: occurrenceIn(cells, readers),
      victims: [{ victim: 1, read: null, problems: [problem], remarks: [] }],
    }
  }
  const victims: ReadVictim[] = []
  let occurrence_no: string | null = null
  for (const [index, { read, own, finish }] of readers.entries()) {
    if (own.length > 0 && own.every((place) => (cells[place] ?? '').trim() === '')) continue
    const notes: Notes = { problems: [], remarks: [] }
    const victim = read(cells, notes)
    finish(victim, notes)
    occurrence_no = victim.occurrence_no
    victims.push({ victim: index + 1, read: victim, ...notes })
  }
  if (victims.length === 0) {
    occurrence_no = occurrenceIn(cells, readers)
    victims.push({ victim: 1, read: null, problems: ['The row names no victim'], remarks: [] })
  }
  return { row, line, cells, occurrence_no, victims }
}

/** As far as it can be told from a row that is none. */
function occurrenceIn(cells: readonly string[], [reader]: readonly VictimReader[]): string | null {
  const victim = reader!.read(cells, { problems: [], remarks: [] })
  shorten(victim, [])
  return victim.occurrence_no
}

/** The most characters of a text of its kind. What is longer is no name or number, and no index of the database would take it. */
const LONGEST: Partial<Record<keyof TransferVictim, number>> = {
  occurrence_no: 100,
  crime_no: 100,
  surname: 200,
  forenames: 200,
}
const LONGEST_TEXT = 4000
const TEXTS = Object.entries(TRANSFER_FIELDS).flatMap(([name, { kind }]) =>
  kind === 'text' ? [name as KeysOfText] : [],
)
type KeysOfText = {
  [Name in keyof TransferVictim]: TransferVictim[Name] extends string | null ? Name : never
}[keyof TransferVictim]

function shorten(victim: TransferVictim, problems: string[]): void {
  for (const name of TEXTS) {
    const text: string | null = victim[name]
    const most = LONGEST[name] ?? LONGEST_TEXT
    if (text === null || text.length <= most) continue
    const [has, may] = [text.length, most].map((n) => n.toLocaleString('en-GB'))
    problems.push(`The ${name.replaceAll('_', ' ')} has ${has} characters, where ${may} are the most`)
    Object.assign(victim, { [name]: text.slice(0, most) })
  }
}

/** What a column alone cannot tell: the name in one column, somebody named at all, days in an order that can be. */
function makeFinish(profile: MappingProfile, today: string) {
  const tomorrow = addDays(today, 1)
  const settled = settleCentury(profile.columns.born_on?.date_formats ?? profile.date_formats)
  return (victim: TransferVictim, { problems }: Notes) => {
    if (victim.full_name && !victim.surname && !victim.forenames)
      Object.assign(victim, splitName(victim.full_name, profile.name_order))
    shorten(victim, problems)
    if (!victim.surname && !victim.forenames && (victim.victim_type ?? 'individual') === 'individual')
      problems.push('The row names nobody: the columns of the name are blank')
    if (victim.born_on) victim.born_on = settled(victim.born_on, victim.reported_on ?? today)
    const { born_on, reported_on } = victim
    if (reported_on !== null && reported_on > tomorrow)
      problems.push(`It was reported on ${reported_on}, which is still to come`)
    if (born_on !== null && born_on > (reported_on ?? tomorrow))
      problems.push(`The date of birth, ${born_on}, is after the report`)
    if (born_on !== null && Number((reported_on ?? today).slice(0, 4)) - Number(born_on.slice(0, 4)) > 120)
      problems.push(`The date of birth, ${born_on}, is more than 120 years ago`)
  }
}
