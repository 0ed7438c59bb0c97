import type { Day } from '#platform/words/dates.ts'
import { addDays, addMonths, performanceYear, quarter } from '#reference'
import { numbersIn } from './numbers.ts'
import type { CheckedPaper, Sentence } from './paper.ts'
import { datesIn, quartersIn, rangesIn, yearRangesIn } from './written-dates.ts'

/** A count in a sentence, with what is counted, when it was so and when it was written. */
export type CountedThing = {
  value: number
  text: string
  /** 'registered community point': singular, in small letters. */
  thing: string
  /** What narrows it: 'restorative justice team' of 'referrals to our Restorative Justice team'. */
  narrowed: string
  /** The time it is told of, where its own sentence says so. */
  told?: { from: Day; to: Day }
  /** Last day of the month or quarter its update was written in. */
  written?: Day
  sentence: Sentence
}

const STOPS = new Set(
  'the a an our their its his her total of overall and or new local number in that same this these those all more than over further another additional now currently already just also have has had been were was are is be by which who whom with as at we they it who'.split(
    ' ',
  ),
)
/** Heads that count nothing by themselves: time, money, or words that only point. */
const NO_THING =
  /^(?:times?|months?|years?|weeks?|days?|hours?|minutes?|per|cent|occasions?|things?|ways?|page|pages|points?|miles|of|to|and|or)$/
const PREPOSITION =
  /^(?:to|from|for|by|with|at|on|via|through|relating|involving|under|within|across|against|about)$/

const singular = (word: string) =>
  word
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<!s|u|i)s$/, '')
    .replace(/^(?:children)$/, 'child')
    .replace(/^(?:people|persons)$/, 'person')

/** When a sentence says something was so: its last date, quarter or range. */
export function toldIn(sentence: Sentence, year?: number): { from: Day; to: Day } | undefined {
  const range = rangesIn(sentence.text).find(({ reversed }) => !reversed)
  if (range) return { from: range.from, to: range.to }
  const starts = sentence.update?.dated_on ? yearAt(sentence.update.dated_on) : year
  const times = [
    ...datesIn(sentence.text),
    ...quartersIn(sentence.text).flatMap(({ number, year: own }) =>
      (own ?? starts) ? [quarter((own ?? starts)!, number)] : [],
    ),
  ]
  if (times.length > 0)
    return {
      from: times.map(({ from }) => from).toSorted()[0]!,
      to: times
        .map(({ to }) => to)
        .toSorted()
        .at(-1)!,
    }
  const [years] = yearRangesIn(sentence.text)
  const single = /\b(?:in|during|of|for)\s((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)/i.exec(sentence.text)?.[1]
  if (!years && single) return { from: `${single}-01-01`, to: `${single}-12-31` }
  return years && { from: performanceYear(years.starts).from, to: performanceYear(years.ends - 1).to }
}
const yearAt = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/** Everything counted in a paper's sentences. Parts ('of these', 'a further') and lists are left out: they are told of as parts. */
export const countedThings = (paper: CheckedPaper): CountedThing[] => {
  const year = paper.facts.period && yearAt(paper.facts.period.from)
  return paper.sentences
    .filter(({ zone, kind }) => zone === 'body' && kind !== 'heading')
    .flatMap((sentence) =>
      numbersIn(sentence.text).flatMap((number): CountedThing[] => {
        if (number.kind !== 'count' || number.value < 2) return []
        const before = sentence.text.slice(Math.max(0, number.index - 40), number.index)
        const named = nameOf(sentence.text.slice(number.end))
        if (
          !named ||
          /\b(?:of (?:these|those|which|whom)|further|another|additional|including|target of|between)\b[^.]*$/i.test(
            before,
          )
        )
          return []
        // 'Of 174 people who …' sets its own whole.
        if (/^(?:of|out of|among)\b/i.test(sentence.text)) return []
        const told = toldIn({ ...sentence, text: clauseWith(sentence.text, number) }, year)
        return [
          {
            ...named,
            value: number.value,
            text: number.text,
            sentence,
            ...(told ? { told } : {}),
            ...(sentence.update?.dated_on
              ? { written: lastDayOf(sentence.update.dated_on, sentence.update.dated_to) }
              : {}),
          },
        ]
      }),
    )
}

/** '212 from April to September 2021, against 180 from April to September 2020': the part of the sentence that tells of this number. */
function clauseWith(text: string, { index, end }: { index: number; end: number }): string {
  if (rangesIn(text).length < 2) return text
  const parting = /,?\s(?:against|compared (?:with|to)|up from|down from)\s|;\s/g
  const cuts = [...text.matchAll(parting)].map((match) => match.index)
  const from = cuts.findLast((cut) => cut < index) ?? 0
  const to = cuts.find((cut) => cut >= end) ?? text.length
  const clause = text.slice(from, to)
  return rangesIn(clause).length > 0 ? clause : text
}

const lastDayOf = (day: Day, dated_to: 'day' | 'month' | undefined): Day =>
  dated_to === 'month' ? addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1) : day

/** The noun that follows a number, up to its last noun, and what narrows it. */
function nameOf(after: string): Pick<CountedThing, 'thing' | 'narrowed'> | undefined {
  const [clause = ''] = after.split(/[.,;:()–—]|\s-\s/)
  const words = clause.trim().split(/\s+/).slice(0, 14)
  const thing: string[] = []
  let index = 0
  for (; index < words.length && thing.length < 5; index++) {
    const word = words[index]!
    if (!/^[A-Za-z][A-Za-z’'-]*$/.test(word)) break
    if (
      /^(?:of|in|who|which|that|were|was|are|is|have|has|had|and|or|established|received|supported|recorded|closed|completed|made|delivered|across|being|identified|due|during|since|as|where|did|do|could|would|will|had)$/i.test(
        word,
      ) ||
      PREPOSITION.test(word)
    )
      break
    thing.push(singular(word))
    if (
      word.endsWith('s') &&
      !/(?:ss|us|is)$/.test(word) &&
      !/['’]s$/.test(word) &&
      index + 1 < words.length &&
      !/^(?:[A-Z]|support|services?|workers?|cases?|team)/.test(words[index + 1]!)
    ) {
      index++
      break
    }
  }
  const head = thing.at(-1)
  if (!head || (thing.length === 1 && NO_THING.test(head))) return undefined
  const rest = words
    .slice(index)
    .join(' ')
    .replaceAll(
      /\b(?:in|during|since|as of|as at|by|from|to|until)\s+(?:[A-Z][a-z]+\s+)?\d{4}(?:[-/]\d+)?\b/g,
      '',
    )
    .trim()
    .split(/\s+/)
  const narrowed =
    PREPOSITION.test(rest[0] ?? '') || rest[0] === 'of' || rest[0] === 'in'
      ? rest
          .slice(1, 6)
          .slice(0, endOf(rest.slice(1, 6)))
          .map(singular)
          .filter((word) => word && !STOPS.has(word) && !/^(?:service|year|quarter|period)$/.test(word))
          .join(' ')
      : ''
  return { thing: thing.filter((word) => !STOPS.has(word)).join(' '), narrowed }
}

/** A verb or another time ends what narrows a noun. */
const endOf = (words: readonly string[]): number => {
  const end = words.findIndex((word) =>
    /^(?:were|was|are|is|have|has|had|who|which|that|between|during|since|will|would|\w+ed)$/.test(word),
  )
  return end < 0 ? words.length : end
}

/** Whether two counts look like one that was mistyped: two digits changed places, or one of three or more was changed. */
export function mistyped(a: number, b: number): boolean {
  const [x, y] = [String(a).split(''), String(b).split('')]
  if (x.length !== y.length) return false
  if (x.toSorted().join('') === y.toSorted().join('')) return true
  return x.length > 2 && x.filter((digit, index) => digit !== y[index]).length === 1
}

/** Whether two counts look like one count given twice: mistyped, or near each other. */
export const looksAlike = (a: number, b: number): boolean =>
  mistyped(a, b) || Math.abs(a - b) / Math.max(a, b) <= 0.2
