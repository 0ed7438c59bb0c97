import { addDays, addMonths, performanceYearOf } from '#reference'
import { dayInWords } from '#platform/words/dates.ts'
import { numbersIn } from '../../model/numbers.ts'
import { datesIn, quartersIn, yearRangesIn } from '../../model/written-dates.ts'
import type {
  CheckedDeliverable,
  CheckedOwner,
  CheckedPaper,
  Found,
  Rule,
  Sentence,
} from '../../model/paper.ts'
import { at, quoted } from '../found.ts'

/** Every deliverable has an update that is dated, of this period, and new; no owner is silent for two cycles. */
export const updates: Rule = {
  name: 'updates',
  title: 'Missing and stale updates',
  find: (paper) => [
    ...(paper.silent_owners ?? []).map(silentOwner),
    ...paper.deliverables.flatMap((one) => updateOf(paper, one)),
  ],
}

const silentOwner = (one: CheckedOwner): Found => ({
  ...at(one),
  quote: one.where,
  severity: 'stops',
  about: 'silent',
  why: one.why,
  to_do: 'Ask them, or name another owner.',
  href_text: 'The cycle, and who was asked',
})

const NONE =
  /^no (?:update|progress report|information) (?:has been |was )?(?:given|received|provided|available)|^(?:awaiting|no) update\b|^(?:update )?(?:tbc|to follow|n\/a|none)\.?$/i

function updateOf(paper: CheckedPaper, one: CheckedDeliverable): Found[] {
  const own = paper.sentences.filter(
    ({ update, kind }) => update?.deliverable === one.number && kind !== 'heading',
  )
  const place = { ...at(one), quote: one.text, href_text: `Deliverable ${one.number}` }
  if (own.every(({ text }) => NONE.test(text)))
    return [
      {
        ...place,
        severity: 'stops',
        about: 'missing',
        why: `Number ${one.number} has no update${silent(one) || silentTwice(own, one)}.`,
        to_do: `Ask ${one.owners || 'its owner'} for one, or say in the paper that none was given and why.`,
      },
    ]
  const dated = own.flatMap(({ update }) => update?.dated_on ?? []).toSorted()
  const newest = dated.at(-1)
  return [
    ...undated(own),
    ...(newest ? stale(paper, one, newest, place) : []),
    ...(one.silent_cycles !== undefined && one.silent_cycles > 1
      ? [
          {
            ...place,
            severity: 'stops',
            about: 'silent',
            why: `${one.owners} has given no update of number ${one.number} for ${one.silent_cycles} cycles.`,
            to_do: 'Ask the owner, or name another.',
          } as const,
        ]
      : []),
    ...copied(own),
    ...ofEarlier(
      paper,
      own.filter(({ update }) => update?.dated_on === newest),
    ),
  ]
}
const silent = ({ silent_cycles, owners }: CheckedDeliverable) =>
  silent_cycles && silent_cycles > 1 ? `: ${owners} has been silent for ${silent_cycles} cycles` : ''

/** 'No update received' said of two quarters. */
const silentTwice = (own: readonly Sentence[], { owners }: CheckedDeliverable) =>
  new Set(own.flatMap(({ text }) => quartersIn(text).map((quarter) => quarter.text))).size > 1
    ? `: ${owners || 'its owner'} has been silent for two cycles`
    : ''

function undated(own: readonly Sentence[]): Found[] {
  const first = own.find(({ update, typed, zone }) => !update?.dated_on && typed && zone !== 'note')
  if (!first) return []
  return [
    {
      ...quoted(first),
      severity: 'look',
      about: 'undated',
      why: `The update of number ${first.update!.deliverable} has no date${first.update!.author ? '' : ' and no author'}.`,
      to_do: 'Say when it was written, and by whom.',
    },
  ]
}

/** The newest update is older than the period; older than two quarters before its end, the owner has been silent for two cycles. */
function stale(
  { facts: { period, meeting_on } }: CheckedPaper,
  one: CheckedDeliverable,
  newest: string,
  place: Pick<Found, 'where' | 'quote'>,
): Found[] {
  const from = period?.from ?? (meeting_on && addMonths(meeting_on, -6))
  if (!from || addDays(addMonths(`${newest.slice(0, 8)}01`, 1), -1) >= from) return []
  const two = newest < addMonths(from, -3)
  return [
    {
      ...place,
      severity: two ? 'stops' : 'look',
      about: newest,
      why: `The newest update of number ${one.number} is of ${dayInWords(newest)}, before the period began on ${dayInWords(from)}${two ? `: ${one.owners || 'its owner'} has been silent for two cycles` : ''}.`,
      to_do: `Ask ${one.owners || 'its owner'} for an update of this period.`,
    },
  ]
}

/** The same sentences in two updates of one deliverable: nothing new was said. */
function copied(own: readonly Sentence[]): Found[] {
  const long = own.filter(({ text }) => text.length > 60)
  const twice = long.find((sentence, index) =>
    long
      .slice(0, index)
      .some((one) => one.text === sentence.text && one.update?.dated_on !== sentence.update?.dated_on),
  )
  return twice
    ? [
        {
          ...quoted(twice),
          severity: 'look',
          about: 'copied',
          why: 'The same sentence stands in two updates of this deliverable.',
          to_do: 'Say what is new since last time.',
        },
      ]
    : []
}

/** The newest update tells of an earlier quarter, or has figures of earlier years only. */
function ofEarlier({ facts: { period } }: CheckedPaper, newest: readonly Sentence[]): Found[] {
  if (!period) return []
  const year = performanceYearOf(period.from)
  const starts = Number(year.from.slice(0, 4))
  const earlier = newest.flatMap((sentence): Found[] => {
    const told = /\bas at (?:the )?(?:end of )?/i.test(sentence.text)
      ? quartersIn(sentence.text)[0]
      : undefined
    const own = quarterNumber(period.from)
    if (!told || (told.year ?? starts) * 10 + told.number >= starts * 10 + own) return []
    return [
      {
        ...quoted(sentence),
        severity: 'look',
        about: told.text,
        why: `The newest update gives a figure as at ${told.text}; the paper reports to ${dayInWords(period.to)}.`,
        to_do: 'Give the figure as at the end of the period.',
      },
    ]
  })
  const text = newest.map((one) => one.text).join(' ')
  const ranges = yearRangesIn(text)
  const years = [
    ...ranges.map(({ ends }) => ends),
    ...datesIn(text).map(({ to }) => Number(to.slice(0, 4))),
    ...[...text.matchAll(/\b(20\d\d)\b(?!\s?[-–/]\s?\d)/g)].map(([y]) => Number(y)),
  ]
  const old = newest.find(
    ({ text: one }) => yearRangesIn(one).length > 0 && numbersIn(one).length > 0 && !COMPARES.test(one),
  )
  if (ranges.length === 0 || !old || years.some((one) => one > starts)) return earlier
  return [
    ...earlier,
    {
      ...quoted(old),
      severity: 'look',
      about: 'earlier years',
      why: `The newest update has figures of earlier years only; the paper reports on ${year.label}.`,
      to_do: 'Add what was done in this period, with its figure.',
    },
  ]
}
/** Its own figure, beside one of the year before. */
const COMPARES = /\d.*\b(?:against|compared (?:with|to)|than|up from|down from)\b.*\d/i
const quarterNumber = (from: string) => ({ '04': 1, '07': 2, '10': 3, '01': 4 })[from.slice(5, 7)] ?? 1
