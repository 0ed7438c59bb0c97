import { cellNumber, numbersIn, type WrittenNumber } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { inTheText, namesRow, quoted } from '../found.ts'

/** Percentages that are of money, or a way of speaking: nobody asks how many they are of. */
const NO_SHARE =
  /100\s?%\s(?:confident|sure|certain|committed|behind|focus(?:s)?ed|dedicated)|\b(?:precept|council tax|inflation|pay award|interest rate|VAT|budget|uplift|target|threshold|at least \d+\s?% of (?:its|the) (?:budget|funding)|discount|salary|pension)\b|%\sof\s(?:the\s|its\s|all\s)?(?:[\w-]+\s){0,2}(?:funding|grant|spend(?:ing)?|money|income|costs?)\b/i
const PEOPLE =
  /\b(?:victims?|survivors?|people|clients?|service users?|respondents?|responses?|children|adults?|young people|participants?|cases?|referrals?|surveys?|forms?|questionnaires?|returned|surveyed|answered|assessments?|crimes?|incidents?|offences?|reports?|reviewed|files?|women|men|residents?|calls?)\b/i

/** 'nine out of ten': a share said in words. */
const OUT_OF =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|\d)\s+out\s+of\s+(?:every\s+)?(?:three|four|five|ten|twenty|[345]|10|20)\b(?![,.]?\d|\s?\()/gi

/** A percentage says how many it is of: in its sentence, or in the one just before it. */
export const percentWithoutN: Rule = {
  name: 'percent-without-n',
  title: 'Percentages without their number',
  find: (paper) =>
    paper.sentences.filter(inTheText).flatMap((sentence): Found[] => {
      const numbers = numbersIn(sentence.text)
      const percents = numbers.filter(
        ({ kind, text }) => kind === 'percent' && !sentence.bound.includes(text),
      )
      const spoken = [...sentence.text.matchAll(OUT_OF)].map(([text]) => text)
      if (
        (percents.length === 0 && spoken.length === 0) ||
        NO_SHARE.test(sentence.text) ||
        // The ten of 'nine out of ten' is no number of people.
        hasN(sentence, percents.length === 0 ? numbersIn(sentence.text.replaceAll(OUT_OF, '')) : numbers)
      )
        return []
      const before = paper.sentences.find(
        (one, index) => one.part === sentence.part && paper.sentences[index + 1] === sentence,
      )
      if (before && (gives(before.text) || (before.text.includes('£') && !PEOPLE.test(sentence.text))))
        return []
      const unexplained = percents.filter((percent) => !inNearTable(paper, sentence, percent))
      if (unexplained.length === 0 && spoken.length === 0) return []
      const list = [...unexplained.map(({ text }) => text), ...spoken].join(', ')
      return [
        {
          ...quoted(sentence),
          severity: 'look',
          why: `${list}: the paper does not say of how many. A reader cannot tell how much it rests on.`,
          to_do: 'Add the number it is of: “82% (of 214 people)”.',
        },
      ]
    }),
}

/** 'of 307', 'n = 120', '222 reports, of which'; the count that a percentage in brackets belongs to is its part, not its whole. */
function hasN({ text }: Sentence, numbers: readonly WrittenNumber[]): boolean {
  if (/\bn\s?=\s?[\d,]+/i.test(text)) return true
  // '6% more than in quarter 1, when there were 2,085'.
  if (
    /\b(?:than|compared)\b/i.test(text) &&
    numbers.some(({ kind, value }) => kind === 'count' && value >= 10)
  )
    return true
  // '64 learners, 51 of whom (80%)', 'fell from 40 to 30'.
  if (
    /\d[^.;]{2,60}\d[\d,]* of (?:whom|which)\b/i.test(text) ||
    /\bfrom \d[\d,]*\b[^.;]{0,60}\bto \d/i.test(text)
  )
    return true
  return numbers.some(({ kind, index, end, value, text: digits }) => {
    if (kind !== 'count' || value < 2 || !/^\d/.test(digits)) return false
    const base =
      /\b(?:of|from|among|out of|of the|of all|total of|base of)\s*(?:the |these |those |all |our |a total of )?$/i
    if (base.test(text.slice(0, index))) return true
    // '40 incidents (15%)': the count in front is the part.
    if (/^[^.;(\d]{0,30}\(\s?[+-]?\d+(?:\.\d+)?\s?(?:%|per)/.test(text.slice(end))) return false
    return PEOPLE.test(text.slice(end, end + 40))
  })
}

const gives = (text: string): boolean =>
  numbersIn(text).some(
    ({ kind, end, value }) => kind === 'count' && value > 1 && PEOPLE.test(text.slice(end, end + 40)),
  )

/** The same percentage, or the row it is told of, stands in a table near by, beside its count. */
function inNearTable({ parts }: CheckedPaper, { part, text }: Sentence, percent: WrittenNumber): boolean {
  return parts.slice(Math.max(0, part - 6), part + 6).some(
    (one) =>
      one.kind === 'table' &&
      one.rows.some(
        (row) =>
          row.some((cell) => {
            const number = cellNumber(cell)
            return (
              number?.percent &&
              (Math.abs(number.value - percent.value) < 10 ** -percent.decimals || namesRow(text, row))
            )
          }) && row.some((cell) => cellNumber(cell)?.percent === false),
      ),
  )
}
