import { addMonths, quarter, type Day } from '#reference'
import type { CheckedPaper, Sentence } from '../model/paper.ts'
import { datesIn, quartersIn, rangesIn, yearRangesIn } from '../model/written-dates.ts'

type Front = CheckedPaper['front']
type Facts = CheckedPaper['facts']

const DECLARED =
  /\b(?:up to|during|for|at|of|update|period|covers?|covering|report(?:s|ing)? on|performance (?:in|for))\b/i

/** The meeting, whether it is public, and the period the paper says it reports on. */
export function factsOf(front: Front, title: string, sentences: readonly Sentence[]): Facts {
  const dated = front.filter(({ label }) => /date/i.test(label))
  const meeting =
    dated.map(({ value }) => datesIn(value).find((one) => one.dated_to === 'day')).find(Boolean) ??
    metIn(sentences)
  const secret = front.some(
    ({ label, value }) => /public/i.test(label) && /^non|^no\b|not public|part 2/i.test(value),
  )
  const period = periodOf(front, title, sentences)
  return {
    ...(meeting?.exists ? { meeting_on: meeting.from } : {}),
    is_public: !secret,
    ...(period ? { period } : {}),
  }
}

/** 'Report to the Police and Crime Panel, 17 June 2022' above everything else. */
const metIn = (sentences: readonly Sentence[]) =>
  sentences
    .filter(({ zone, text }) => zone === 'front' && /\b(?:panel|board|committee|meeting)\b/i.test(text))
    .flatMap(({ text }) => {
      const days = datesIn(text).filter(({ dated_to }) => dated_to === 'day')
      return days.length === 1 ? days : []
    })[0]

function periodOf(front: Front, title: string, sentences: readonly Sentence[]): Facts['period'] {
  const row = front.find(({ label }) => /period/i.test(label))
  const years = [title, ...sentences.map(({ text }) => text)].flatMap((text) =>
    yearRangesIn(text).filter(({ starts, ends }) => ends === starts + 1),
  )
  const places = [
    ...(row ? [{ text: `period ${row.value}`, where: 'the front sheet' }] : []),
    { text: title, where: 'the title' },
    ...sentences.filter(({ zone, update }) => (zone === 'body' || zone === 'front') && !update).slice(0, 60),
  ]
  for (const { text, where } of places) {
    const said = readPeriod(text, years[0]?.starts, where === 'the title')
    if (said) return { ...said, said: text, where }
  }
  return undefined
}

/** 'up to quarter 3 of 2019-20', 'the period April to June 2020', '(Qrt 3)' in a paper of 2019-20. */
function readPeriod(
  text: string,
  year: number | undefined,
  title: boolean,
): { from: Day; to: Day } | undefined {
  if (/\bnext (?:report|paper|update)\b/i.test(text)) return undefined
  const heading = title || /\(\s*Q/i.test(text)
  for (const { number, year: own, index } of quartersIn(text)) {
    const starts = own ?? (heading ? year : undefined)
    if (!starts || !(heading || DECLARED.test(text.slice(0, index)))) continue
    const { from, to } = quarter(starts, number)
    return { from, to }
  }
  if (
    /\b(?:covers?|covering|reporting period|for the period|in the period|over the period|period)\b/i.test(
      text,
    )
  ) {
    const range = rangesIn(text).find(({ reversed }) => !reversed)
    if (range && range.to < addMonths(range.from, 37)) return { from: range.from, to: range.to }
  }
  return undefined
}
