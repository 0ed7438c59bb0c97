import { addDays, performanceYear, performanceYearOf, quarter, quarterOf } from '#reference'
import { type Status, STATUSES } from '../../words.ts'
import { readWrittenDate, WRITTEN_DATE } from './read-dates.ts'

type Said = { count: number; of: number; text: string }

/** What of a paper's account of itself was read from which line. */
export type Place = 'plan' | 'presented_on' | 'year' | 'cycle' | 'theme' | 'overall'

/** What a paper says of itself: which plan, year, quarter and theme, what its colours mean, its counts, and its front sheet. */
export type FrontMatter = {
  plan?: { title: string; starts_on: string; ends_on: string }
  presented_on?: string
  year?: { title: string; starts_on: string; ends_on: string }
  cycle?: { name: string; period_from: string; period_to: string }
  theme?: { number: number; title: string }
  themes: { number: number; title: string }[]
  meanings: Partial<Record<Status, string>>
  said?: Partial<Record<Status, Said>>
  overall?: string
  meeting_on?: string
  front_sheet: Record<string, string>
  /** The office's word for the main parts of its plan, where the paper uses another than Theme. */
  theme_word?: string
  /** Its word for what is to be delivered, where its table or a person says it. */
  deliverable_word?: string
  lines: Partial<Record<Place, number | undefined>>
  /** What was taken though the paper does not say it, a sentence each. */
  taken: string[]
}

const FRONT = [
  'Public/Non Public',
  'Report to',
  'Date of Meeting',
  'Report of',
  'Report Author',
  'Other Contacts',
  'Agenda Item',
  'Date',
  'Originating Officer',
]
/** 'PROTECTING PEOPLE FROM HARM' as a title; what is written as one already stays. */
const capital = (text: string) =>
  text !== text.toUpperCase()
    ? text
    : text.toLowerCase().replaceAll(/(^|\s)(?!and\b|from\b|of\b|the\b)([a-z])/g, (all) => all.toUpperCase())
const year = (starts: string, ends: string) => ({
  starts: Number(starts),
  ends: Number(ends.length === 2 ? `${starts.slice(0, 2)}${ends}` : ends),
})

/** Reads it from the paper's lines; what is not said is left out. */
export function readFrontMatter(lines: readonly { line: number; text: string }[]): FrontMatter {
  const text = lines
    .map((one) => one.text)
    .join('\n')
    .replaceAll('*', '')
  const places: Partial<Record<Place, number>> = {}
  const find = (place: Place, ...patterns: RegExp[]) => {
    const found = patterns.map((pattern) => pattern.exec(text)).find(Boolean)
    if (found) places[place] = lines[text.slice(0, found.index).split('\n').length - 1]!.line
    return found
  }
  const front_sheet: Record<string, string> = {}
  for (const label of FRONT) {
    const found = new RegExp(`^${label}\\*?(?::\\s*|\\t)(.+)$`, 'mi').exec(text)
    if (found && !(label in front_sheet)) front_sheet[label] = found[1]!.trim()
  }
  const planYears = find(
    'plan',
    /Police and Crime Plan\s*(?:for\s*)?\(?(\d{4})[-–](\d{2,4})/i,
    /(\d{4})[-–](\d{2,4}) Police and Crime Plan/i,
  )
  const plan = planYears && year(planYears[1]!, planYears[2]!)
  const years = find(
    'year',
    /^(?:POLICE AND CRIME )?(?:DELIVERY|ACTION) PLAN (?:FOR )?\(?(\d{4})[-–/](\d{2,4})\)?(?:\s*\(Q[^)]*\))?\s*$/im,
    /(\d{4})[-–](\d{2}) Delivery Plan/i,
  )
  const q = find('cycle', /\bQ(?:rt|uarter|tr)?\.?\s*([1-4])\)/i)
  const theme = find(
    'theme',
    /^(THEME|OBJECTIVE|PRIORITY) (\d+):\s*(.+)$/m,
    /\b(Theme|Objective|Priority) (\d+) of [^\n.]*?Plan: ([^\n.]+)/i,
    /^(Theme|Objective|Priority) (\d+):\s*(.+)$/im,
  )
  const presented = find('presented_on', new RegExp(`On (${WRITTEN_DATE}),? the Commissioner presented`, 'i'))
  const meeting = readWrittenDate(front_sheet['Date of Meeting'] ?? front_sheet.Date ?? '')
  const overall = find('overall', /^STATUS KEY and Results:\s*(.+)$/im)
  const said = saidIn(lines.map((one) => one.text))
  const when = periodOf(years && Number(years[1]), q ? Number(q[1]) : undefined, meeting?.dated_on)
  const word = theme && capital(theme[1]!)
  return {
    ...(plan
      ? {
          plan: {
            title: `Police and Crime Plan (${plan.starts}-${String(plan.ends).slice(2)})`,
            starts_on: `${plan.starts}-04-01`,
            ends_on: `${plan.ends}-03-31`,
          },
        }
      : {}),
    ...(presented ? { presented_on: readWrittenDate(presented[1]!)!.dated_on } : {}),
    ...when,
    ...(theme ? { theme: { number: Number(theme[2]), title: capital(theme[3]!.trim()) } } : {}),
    ...(word && word !== 'Theme' ? { theme_word: word } : {}),
    themes: [...text.matchAll(/^\W*T(\d)\.\s*(.+)$/gm)].map(([, number, title = '']) => ({
      number: Number(number),
      title: title.trim(),
    })),
    meanings: meaningsIn(lines.map((one) => one.text)),
    ...(said ? { said } : {}),
    ...(overall ? { overall: `${overall[1]!.trim().replace(/\.$/, '')}.` } : {}),
    ...(meeting ? { meeting_on: meeting.dated_on } : {}),
    front_sheet,
    lines: places,
  }
}

/** The year and quarter a paper names; where it names neither, the last quarter that had ended on its date, and that this was taken. */
function periodOf(
  starts: number | undefined | null,
  number: number | undefined,
  dated_on: string | undefined,
): Pick<FrontMatter, 'year' | 'cycle' | 'taken'> {
  if (starts) return { ...yearAndCycle(starts, number), taken: [] }
  if (!dated_on) return { taken: [] }
  const { from } = quarterOf(addDays(quarterOf(dated_on).from, -1))
  const [taken_year, taken_number] = [startOfYear(from), ((Number(from.slice(5, 7)) + 8) % 12) / 3 + 1]
  return {
    ...yearAndCycle(taken_year, taken_number),
    taken: [
      `The paper names no quarter: quarter ${taken_number} of ${performanceYear(taken_year).label} is taken, the last that had ended on its date.`,
    ],
  }
}

const startOfYear = (day: string) => Number(performanceYearOf(day).from.slice(0, 4))

/** A year's delivery plan by the year it starts in, and one of its quarters. */
export function yearAndCycle(starts: number, number: number | undefined) {
  const { from, to, label } = performanceYear(starts)
  const period = number ? quarter(starts, number) : undefined
  return {
    year: { title: `Police and Crime Delivery Plan (${label})`, starts_on: from, ends_on: to },
    ...(period
      ? { cycle: { name: `Quarter ${number}`, period_from: period.from, period_to: period.to } }
      : {}),
  }
}

const KEYS: readonly [Status, RegExp][] = (Object.keys(STATUSES) as Status[]).map((code) => [
  code,
  new RegExp(`^${code}\\b`, 'i'),
])

/** Of which quarter what a paper says of another year than its own is: an earlier one's last, a later one's first. */
export const cycleOfOther = (starts: number, own: FrontMatter['year']): number =>
  own && starts > startOfYear(own.starts_on) ? 1 : 4

/** The key: 'Green', what it means, 'Amber', what it means… */
function meaningsIn(lines: readonly string[]): Partial<Record<Status, string>> {
  const cells = (lines.find((line) => /^Green\t/i.test(line)) ?? '').split('\t').map((cell) => cell.trim())
  return Object.fromEntries(
    cells.flatMap((cell, index) => {
      const code = KEYS.find(([, pattern]) => pattern.test(cell) && cell.length < 20)?.[0]
      return code && cells[index + 1] ? [[code, cells[index + 1]]] : []
    }),
  )
}

/** 'Number & %', '14/15 (100%)'…, in the order of the key. */
function saidIn(lines: readonly string[]): Partial<Record<Status, Said>> | undefined {
  const line = lines.find((one) => one.startsWith('Number & %	'))
  const found = [...(line ?? '').matchAll(/(\d+)\/(\d+)\s*\([\d.]+%\)/g)]
  if (found.length === 0) return undefined
  return Object.fromEntries(
    found
      .slice(0, 4)
      .map(([text, count, of], index) => [KEYS[index]![0], { count: Number(count), of: Number(of), text }]),
  )
}
