import { numbersIn, type WrittenNumber } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Sentence } from '../../model/paper.ts'
import { inTheText, quoted } from '../found.ts'

const TO_DO = 'Correct the total or the number that is wrong. If something is left out on purpose, say so.'

/** The parts that a sentence tells of a whole come to it. */
export const partsTold = (sentence: Sentence): Found[] => [
  ...comprised(sentence),
  ...listedParts(sentence),
  ...soAndNot(sentence),
]

const COMPRISE =
  /\b(?:which (?:have |has )?|that )?(?:compris(?:e|es|ed|ing)(?: of)?|made up of|consist(?:s|ed|ing)? of|split between|broken down (?:as|into))\b|\bnamely\b/i

/** '10 interventions, which comprised 5 conferences and 5 letters': the parts come to the whole. */
function comprised(sentence: Sentence): Found[] {
  const verb = COMPRISE.exec(sentence.text)
  if (!verb) return []
  const counts = numbersIn(sentence.text).filter(({ kind }) => kind === 'count')
  const wholeCount = counts.filter(({ index }) => index < verb.index).at(-1)
  const after = sentence.text.slice(verb.index)
  const ends = after.search(/[;.](?:\s|$)|,\s+(?:which|with|while|although)\b/)
  const listed = counts.filter(({ index }) => index > verb.index && (ends < 0 || index < verb.index + ends))
  if (!wholeCount || listed.length < 2 || wholeCount.rough || listed.some(({ rough }) => rough)) return []
  const sum = listed.reduce((all, { value }) => all + value, 0)
  if (sum === wholeCount.value) return []
  return [
    {
      ...quoted(sentence),
      severity: 'stops',
      about: wholeCount.text,
      why: `${listed.map(({ text }) => text).join(' and ')} come to ${sum}, not ${wholeCount.text}.`,
      to_do: TO_DO,
    },
  ]
}

/** '612 referrals in the quarter: 418 from the police, 97 from health services and 43 from …'; sums of money too. */
function listedParts(sentence: Sentence): Found[] {
  const colon = /:\s/.exec(sentence.text)
  if (!colon) return []
  const numbers = /£/.test(sentence.text) ? poundsIn(sentence.text) : countsIn(sentence.text)
  const before = numbers.filter(({ index }) => index < colon.index)
  const after = numbers.filter(({ index }) => index > colon.index)
  const [whole] = before
  if (before.length !== 1 || !whole || after.length < 2) return []
  // Each is a part: 'from', 'to', 'by'; other things listed are counted on their own.
  const are = after.filter(({ end }) =>
    /^\s+(?:came |were |was |went |people )?(?:from|to|for|by|in|at|through|with|via|of)\b/i.test(
      sentence.text.slice(end),
    ),
  )
  const sum = after.reduce((all, { value }) => all + value, 0)
  if (are.length !== after.length || sum === whole.value || sum < whole.value / 2 || sum > whole.value * 2)
    return []
  return [
    {
      ...quoted(sentence),
      severity: 'stops',
      about: whole.text,
      why: `${after.map(({ text }) => text).join(' + ')} come to ${inDigits(sum, whole.text)}, not ${whole.text}.`,
      to_do: TO_DO,
    },
  ]
}
type Listed = Pick<WrittenNumber, 'value' | 'text' | 'index' | 'end'>
const countsIn = (text: string): Listed[] =>
  numbersIn(text).filter(({ kind, rough }) => kind === 'count' && !rough)
const poundsIn = (text: string): Listed[] =>
  [...text.matchAll(/£\s?(\d[\d,]*(?:\.\d+)?)(?![\d.,]*\s?(?:m|k|bn|million|billion)\b)/g)].map(
    ({ 0: all, 1: digits = '', index }) => ({
      value: Number(digits.replaceAll(',', '')),
      text: all,
      index,
      end: index + all.length,
    }),
  )
const inDigits = (value: number, like: string) =>
  `${like.startsWith('£') ? '£' : ''}${value.toLocaleString('en-GB')}`

/** 'Of these 52, 30 were answered and 12 were not': what is so and what is not come to the whole. */
const soAndNot = (sentence: Sentence): Found[] => {
  const said = /^(?:out )?of (?:the|these|those|all)?\s?(?=\d)/i.exec(sentence.text)
  const [whole, ...parts] = countsIn(sentence.text)
  if (!said || !whole || whole.index !== said[0].length || parts.length !== 2) return []
  const [, last] = parts as [Listed, Listed]
  const [so, not] = [sentence.text.slice(whole.end, last.index), sentence.text.slice(last.index)]
  const sum = parts.reduce((all, { value }) => all + value, 0)
  if (
    sum === whole.value ||
    sum > whole.value * 2 ||
    /\bnot\b/i.test(so) ||
    !(/\b(?:were|was|did|had|have|has|are) not\b/i.test(not) || /\b(?:remaining|rest|others?)\s*$/i.test(so))
  )
    return []
  return [
    {
      ...quoted(sentence),
      severity: 'stops',
      about: whole.text,
      why: `${parts.map(({ text }) => text).join(' and ')} come to ${sum}, not ${whole.text}.`,
      to_do: 'Correct the number that is wrong, or say what became of the rest.',
    },
  ]
}

/** 'received 497 referrals. Out of these … 10 … 31 … 127 … 77': what the parts leave untold. */
export function unaccounted({ sentences, parts }: CheckedPaper): Found[] {
  const byPart = Map.groupBy(sentences.filter(inTheText), ({ part }) => part)
  return [...byPart].flatMap(([part, own]): Found[] => {
    const opens = own.findIndex(({ text }) => /^(?:out of|of) (?:these|those|this total)\b/i.test(text))
    const first = own[opens - 1]
    if (opens < 1 || !first || parts[part]!.kind === 'table') return []
    const main = mainCount(first.text)
    if (!main || main.rough) return []
    const told = own.slice(opens).flatMap(({ text }) => mainCount(text) ?? [])
    const sum = told.reduce((all, { value }) => all + value, 0)
    if (told.length < 3 || sum >= main.value || told.some(({ rough }) => rough)) return []
    const left = main.value - sum
    return [
      {
        ...quoted(first),
        severity: 'look',
        about: main.text,
        why: `What is told of these ${main.text} comes to ${sum} (${told.map(({ text }) => text).join(' + ')}). Nothing is said of the other ${left}.`,
        to_do: 'Say what became of the rest: open, in preparation, no outcome recorded.',
      },
    ]
  })
}

const mainCount = (text: string): WrittenNumber | undefined =>
  numbersIn(text).find(({ kind, value }) => kind === 'count' && value > 0)
