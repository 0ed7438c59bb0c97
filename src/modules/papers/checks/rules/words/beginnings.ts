import { monthInWords } from '#platform/words/dates.ts'
import type { Found, Rule, Sentence } from '../../model/paper.ts'
import { datesIn } from '../../model/written-dates.ts'
import { inTheText, quoted } from '../found.ts'

const BEGAN =
  /\b(?:opened|began|begun|started|commenced|went live|(?:has|have) (?:been )?(?:provided|delivered|offered|run) since|(?:was|were) (?:launched|set up|established)|runs? from|ran from|started operating)\b/i
const THING = /\b(service|project|pilot|scheme|programme|clinic|hub|helpline)\b/i
const NAMED = /\b([A-Z][a-z]+ [A-Z]{3,}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,3})\b/

/** One thing begins once: two dates for the start of the same service, in one update or by its name. */
export const beginnings: Rule = {
  name: 'beginnings',
  title: 'One beginning, two dates',
  find: (paper) => {
    const told = ofTheOne(paper.sentences.filter(inTheText).flatMap((sentence) => beginningIn(sentence)))
    return told.flatMap((later, index): Found[] => {
      const first = told
        .slice(0, index)
        .find((one) => one.key !== '' && one.key === later.key && one.on !== later.on)
      if (!first) return []
      return [
        {
          ...quoted(later.sentence),
          severity: 'look',
          about: later.on,
          why: `It begins in ${monthInWords(later.on)} here, and in ${monthInWords(first.on)} in ${first.sentence.where} (“${first.sentence.text}”).`,
          to_do: 'Say which date is right, or what else it was that began.',
        },
      ]
    })
  },
}

type Beginning = { key: string; on: string; sentence: Sentence; thing?: string }

/** 'Since it opened the service …' is the one service that the paper names, if it names one only. */
function ofTheOne(told: readonly Beginning[]): Beginning[] {
  return told.map((one) => {
    const names = new Set(
      told.filter(({ thing, key }) => thing === one.thing && key !== '').map(({ key }) => key),
    )
    return one.thing !== undefined && names.size < 2 ? { ...one, key: `the ${one.thing}` } : one
  })
}

/** The first month named after the verb, and what began: its name, or 'the service' of one update. */
function beginningIn(sentence: Sentence): Beginning[] {
  const verb = BEGAN.exec(sentence.text)
  if (!verb) return []
  const date = datesIn(sentence.text).find(
    ({ index, dated_to }) => index > verb.index && dated_to !== 'quarter' && index - verb.index < 90,
  )
  const subject = sentence.text.slice(0, verb.index)
  const name = NAMED.exec(subject.replace(/^(?:The|A|An|In|Since|Our)\s/, ''))?.[1]
  const thing = THING.test(subject)
  if (!date?.exists || /[.;:]\s/.test(sentence.text.slice(verb.index, date.index))) return []
  if (sentence.update)
    return thing
      ? [
          {
            key: `deliverable ${sentence.update.deliverable} ${name ?? ''}`,
            on: `${date.from.slice(0, 8)}01`,
            sentence,
          },
        ]
      : []
  const on = `${date.from.slice(0, 8)}01`
  // 'the restorative justice service, which X has provided since', 'since it opened the service'.
  const one = /\b(?:the|our|this)\s(?:[a-z]+\s){0,3}(service|helpline|hub|clinic|scheme)\b/i.exec(
    `${subject.slice(-100)} ${/\b(?:it|we)\s*$/i.test(subject) ? sentence.text.slice(date.index + date.text.length) : ''}`,
  )?.[1]
  if (!one) return name && subject.length < 80 ? [{ key: name, on, sentence }] : []
  return [{ key: name ?? '', on, sentence, thing: one.toLowerCase() }]
}
