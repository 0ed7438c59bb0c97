import { performanceYear, quarter } from '#reference'
import { type Status, STATUSES } from '../words.ts'
import { readWrittenDate, WRITTEN_DATE } from './read-dates.ts'

type Said = { count: number; of: number; text: string }

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
}

const FRONT = [
  'Public/Non Public',
  'Report to',
  'Date of Meeting',
  'Report of',
  'Report Author',
  'Other Contacts',
  'Agenda Item',
]
const capital = (text: string) =>
  text.toLowerCase().replaceAll(/(^|\s)(?!and\b|from\b|of\b|the\b)([a-z])/g, (all) => all.toUpperCase())
const year = (starts: string, ends: string) => ({
  starts: Number(starts),
  ends: Number(ends.length === 2 ? `${starts.slice(0, 2)}${ends}` : ends),
})

/** Reads it from the paper's lines; what is not said is left out. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const text = lines.join('\n').replaceAll('*', '')
  const front_sheet: Record<string, string> = {}
  for (const label of FRONT) {
    const found = new RegExp(`^${label}\\*?:?\\t(.+)$`, 'mi').exec(text)
    if (found) front_sheet[label] = found[1]!.trim()
  }
  const planYears = /Police and Crime Plan\s*(?:for\s*)?\(?(\d{4})[-–](\d{2,4})/i.exec(text)
  const plan = planYears && year(planYears[1]!, planYears[2]!)
  const years =
    /^POLICE AND CRIME DELIVERY PLAN \((\d{4})[-–](\d{2,4})\)\s*$/im.exec(text) ??
    /(\d{4})[-–](\d{2}) Delivery Plan/i.exec(text)
  const starts = years && Number(years[1])
  const q = /\bQ(?:rt|uarter|tr)?\.?\s*([1-4])\)/i.exec(text)
  const theme = /^(?:THEME|OBJECTIVE) (\d+):\s*(.+)$/m.exec(text)
  const presented = new RegExp(`On (${WRITTEN_DATE}),? the Commissioner presented`, 'i').exec(text)
  const meeting = readWrittenDate(front_sheet['Date of Meeting'] ?? '')
  const overall = /^STATUS KEY and Results:\s*(.+)$/im.exec(text)
  const said = saidIn(lines)
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
    ...(starts ? yearAndCycle(starts, q ? Number(q[1]) : undefined) : {}),
    ...(theme ? { theme: { number: Number(theme[1]), title: capital(theme[2]!.trim()) } } : {}),
    themes: [...text.matchAll(/^\W*T(\d)\.\s*(.+)$/gm)].map(([, number, title = '']) => ({
      number: Number(number),
      title: title.trim(),
    })),
    meanings: meaningsIn(lines),
    ...(said ? { said } : {}),
    ...(overall ? { overall: `${overall[1]!.trim().replace(/\.$/, '')}.` } : {}),
    ...(meeting ? { meeting_on: meeting.dated_on } : {}),
    front_sheet,
  }
}

function yearAndCycle(starts: number, number: number | undefined) {
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
