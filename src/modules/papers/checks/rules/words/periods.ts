import { addDays, quarterOf } from '#reference'
import { dayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { numbersIn } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { datesIn, quartersIn, rangesIn } from '../../model/written-dates.ts'
import { inTheText, quoted } from '../found.ts'

/** The paper reports on the period it says: no other quarter in its title or purpose, no figures of after its end, none for a different stretch. */
export const periods: Rule = {
  name: 'periods',
  title: 'Period',
  find: (paper) => [
    ...otherQuarters(paper),
    ...olderThanNeeded(paper),
    ...afterTheEnd(paper),
    ...otherStretches(paper),
  ],
}

const ABOUT =
  /\b(?:purpose|this (?:monitoring )?report|this paper|update|up to|progress (?:in|for|during|report)|performance|figures (?:above|below|in this|here))\b/i

function otherQuarters({ facts: { period }, sentences }: CheckedPaper): Found[] {
  if (!period) return []
  const main = quarterOf(period.from)
  if (main.from !== period.from || main.to !== period.to) return []
  const [number, year] = [
    Number(main.label[1]),
    Number(period.from.slice(0, 4)) - (period.from.slice(5) < '04-01' ? 1 : 0),
  ]
  return sentences.flatMap((sentence): Found[] => {
    if (
      sentence.update ||
      sentence.zone === 'contents' ||
      (sentence.kind !== 'heading' && !ABOUT.test(sentence.text))
    )
      return []
    if (/\b(?:previous|last|compared|since|from)\b/i.test(sentence.text) && sentence.kind !== 'heading')
      return []
    const other = quartersIn(sentence.text).find(
      (one) => one.number !== number || (one.year !== undefined && one.year !== year),
    )
    if (
      !other ||
      quartersIn(sentence.text).some((one) => one.number === number && (one.year ?? year) === year)
    )
      return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: other.text,
        why: `It names ${other.text}; ${period.where} says the paper reports on ${main.label}.`,
        to_do: 'Name one quarter throughout.',
      },
    ]
  })
}

/** A paper of quarter 1 for a meeting after quarter 2 has ended. */
function olderThanNeeded({ facts: { period, meeting_on } }: CheckedPaper): Found[] {
  if (!period || !meeting_on) return []
  const newer = quarterOf(addDays(period.to, 1))
  // A month is left to gather a quarter's figures.
  if (newer.from !== addDays(period.to, 1) || addDays(newer.to, 31) > meeting_on) return []
  return [
    {
      where: period.where,
      quote: period.said,
      severity: 'look',
      about: period.to,
      why: `It reports to ${dayInWords(period.to)}. By the meeting on ${dayInWords(meeting_on)} another quarter, to ${dayInWords(newer.to)}, has ended.`,
      to_do: `Bring the paper up to ${newer.label}, or say why it stops earlier.`,
    },
  ]
}

const AS_AT = /\bas (?:of|at)\b[^.]*\b(?:have|has|are|is|there)\b/i
const TO_COME =
  /\b(?:will|due|planned|scheduled|expected|to be|until|from|by the end|proposed|meeting|panel|looking to|intend\w*|may|might|could|must|needs? to|ha(?:s|ve) to)\b/i

/** Counted or done after the period's end, told as past. Named once a sentence. */
function afterTheEnd({ facts: { period, meeting_on }, sentences }: CheckedPaper): Found[] {
  if (!period) return []
  return sentences.filter(inTheText).flatMap((sentence): Found[] => {
    if (AS_AT.test(sentence.text) || TO_COME.test(sentence.text)) return []
    const counts = numbersIn(sentence.text).length > 0
    const dates = [
      ...datesIn(sentence.text).filter(
        ({ exists, from }) => exists && from > period.to && (!meeting_on || from <= meeting_on),
      ),
      ...quartersIn(sentence.text)
        .filter(({ year, number }) => year && quarterStart(year, number) > period.to)
        .map((one) => ({ text: one.text })),
    ]
    const [date] = dates
    if (!date || (!counts && !sentence.update && !/\bas of\b/i.test(sentence.text))) return []
    if (/^(?:at|on) the meeting/i.test(sentence.text)) return []
    return [
      {
        ...quoted(sentence),
        severity: 'look',
        about: date.text,
        why: `${date.text.trim()} is after the period, which ends on ${dayInWords(period.to)} (${period.where}).`,
        to_do: 'Leave it for the next report, or say in the paper that it tells of later events too.',
      },
    ]
  })
}
const quarterStart = (year: number, number: number) =>
  `${number === 4 ? year + 1 : year}-${['04', '07', '10', '01'][number - 1]}-01`

/** Most figures are for one stretch of time, and one is for another that ends or begins with it. */
function otherStretches({ sentences, facts }: CheckedPaper): Found[] {
  const used = sentences.filter(inTheText).flatMap((sentence) =>
    rangesIn(sentence.text)
      .filter(({ reversed }) => !reversed)
      .map(({ from, to }) => ({ from, to, sentence })),
  )
  const groups = [...Map.groupBy(used, ({ from, to }) => `${from} ${to}`).values()].toSorted(
    (a, b) => b.length - a.length,
  )
  const usual = facts.period ?? (groups[0] && groups[0].length > 1 ? groups[0][0] : undefined)
  if (!usual) return []
  return used
    .filter(({ from, to }) => (from === usual.from) !== (to === usual.to))
    .filter(
      ({ sentence }) =>
        counts(sentence) && !/\b(?:compared|previous|last year|contract|since)\b/i.test(sentence.text),
    )
    .map(({ from, to, sentence }) => ({
      ...quoted(sentence),
      severity: 'look' as const,
      about: `${from} ${to}`,
      why: `It is for ${periodInWords({ from, to })}; the other figures are for ${periodInWords(usual)}.`,
      to_do: 'Give the figure for the paper’s own period, or say why this one differs.',
    }))
}
const counts = (sentence: Sentence) => numbersIn(sentence.text).length > 0
