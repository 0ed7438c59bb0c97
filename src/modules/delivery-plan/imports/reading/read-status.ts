import { type Status, STATUS_CODES, STATUSES } from '../../words.ts'

/** After a colour that a file shows without a word for it. */
export const BY_GROUND = '(by the colour of its cell)'

/** How offices write their colours. What says two of them is the worse: a doubt says so. */
const WORDS: Record<Status, readonly string[]> = {
  green: [
    'g',
    'green',
    'blue',
    'b',
    'on track',
    'on target',
    'on schedule',
    'complete',
    'completed',
    'achieved',
    'delivered',
    'done',
    'finished',
    'met',
    'good',
    'good progress',
    'closed',
    '🟢',
    '🟩',
    '🔵',
    '🟦',
    '✅',
    '✔',
    '✓',
  ],
  amber: [
    'a',
    'amber',
    'yellow',
    'y',
    'orange',
    'at risk',
    'some risk',
    'partly achieved',
    'partially achieved',
    'partially complete',
    'some concerns',
    'in progress',
    'ongoing',
    'slipping',
    'slightly behind',
    'needs attention',
    '🟠',
    '🟡',
    '🟧',
    '🟨',
  ],
  red: [
    'r',
    'red',
    'off track',
    'off target',
    'behind',
    'behind schedule',
    'delayed',
    'not achieved',
    'unachieved',
    'not met',
    'missed',
    'overdue',
    'failed',
    'high risk',
    'stalled',
    '🔴',
    '🟥',
    '❌',
    '✗',
    '✘',
  ],
  white: [
    'w',
    'white',
    'ns',
    'n/s',
    'grey',
    'gray',
    'not started',
    'not yet started',
    'not begun',
    'not due',
    'not yet due',
    'yet to start',
    'planned',
    'future',
    'on hold',
    '⚪',
    '⬜',
  ],
}
const KNOWN = new Map(STATUS_CODES.flatMap((code) => WORDS[code].map((word) => [word, code] as const)))
const WORSE: readonly Status[] = ['red', 'amber', 'white', 'green']

const tidy = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(BY_GROUND, '')
    .replaceAll(/[\u{FE0F}▲▼►◄↑↓→←⬆⬇➡*.]/gu, '')
    .replace(/^(?:rag|brag|status|rating)\b\s*[:=–-]?\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a cell says of how something stands, and whether a reader must be told what it was taken for; undefined where it says no colour. */
export function readStatus(text: string): { status: Status; told?: string } | undefined {
  const words = tidy(text)
  if (words === '') return undefined
  const whole = KNOWN.get(words)
  const said = text.trim().replaceAll(/\s+/g, ' ')
  if (whole) {
    const plain = words === whole || words === whole[0] || words === 'ns'
    return plain && !text.includes(BY_GROUND) ? { status: whole } : { status: whole, told: said }
  }
  // 'White (NS)', 'Green - complete', 'Amber/Red', 'A/G', 'Red → Amber'.
  const parts = words.split(/\s*(?:[/()–,;:&+]|-|→|\band\b|\bto\b)\s*/).filter(Boolean)
  const codes = parts.map((part) => KNOWN.get(part))
  if (codes[0] === undefined && codes.every((code) => code === undefined)) return undefined
  const colours = [
    ...new Set(
      parts
        .filter((part) => /^(?:[garwb]|green|amber|yellow|red|white|blue|grey|gray)$/.test(part))
        .map((part) => KNOWN.get(part)!),
    ),
  ]
  const taken = colours.length > 0 ? colours : codes.filter((code) => code !== undefined)
  if (words.length > 60 || (colours.length === 0 && codes.includes(undefined))) return undefined
  const status = WORSE.find((code) => taken.includes(code))!
  return /^white ns$/.test(parts.join(' ')) ? { status } : { status, told: said }
}

const LEADING =
  /^(?:(?:rag|status|rating)\b\s*[:=–-]?\s*)?(green|amber|yellow|orange|red|white|grey|gray|blue)\b/i

/** The colour that a column of colours begins with where a sentence follows it: 'Green, as two of three are open'. */
export function leadingStatus(text: string): { status: Status; told: string } | undefined {
  const word = LEADING.exec(text.trim())?.[1]?.toLowerCase()
  const status = word === undefined ? undefined : KNOWN.get(word)
  return status && { status, told: text.trim().replaceAll(/\s+/g, ' ') }
}

/** 'Green' of the ground of a cell ('00B050'), by its hue; undefined where it is no colour of ours. White and grey grounds are no sign. */
export function statusOfGround(ground: string): string | undefined {
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(ground.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ]
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  if (most < 90 || most - least < 70) return undefined
  const turn =
    most === r
      ? ((g - b) / (most - least) + 6) % 6
      : most === g
        ? (b - r) / (most - least) + 2
        : (r - g) / (most - least) + 4
  const hue = turn * 60
  if (hue >= 75 && hue <= 165) return STATUSES.green
  if (hue >= 25 && hue < 75) return STATUSES.amber
  return hue < 20 || hue > 340 ? STATUSES.red : undefined
}
