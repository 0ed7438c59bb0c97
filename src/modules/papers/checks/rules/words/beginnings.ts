import { monthInWords } from '#platform/words/dates.ts'
import type { Found, Rule, Sentence } from '../../model/paper.ts'
import { datesIn } from '../../model/written-dates.ts'
import { inTheText, quoted } from '../found.ts'

const BEGAN =
  /\b(?:opened|began|begun|started|commenced|went live|(?:was|were) (?:launched|set up|established)|runs? from|ran from|started operating)\b/i
const THING = /\b(service|project|pilot|scheme|programme|clinic|hub|helpline)\b/i
const NAMED = /\b([A-Z][a-z]+ [A-Z]{3,}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,3})\b/

/** One thing begins once: two dates for the start of the same service, in one update or by its name. */
export const beginnings: Rule = {
  name: 'beginnings',
  title: 'One beginning, two dates',
  find: (paper) => {
    const told = paper.sentences.filter(inTheText).flatMap((sentence) => beginningIn(sentence))
    return told.flatMap((later, index): Found[] => {
      const first = told.slice(0, index).find((one) => one.key === later.key && one.on !== later.on)
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

/** The first month named after the verb, and what began: its name, or 'the service' of one update. */
function beginningIn(sentence: Sentence): { key: string; on: string; sentence: Sentence }[] {
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
  return name && subject.length < 80 ? [{ key: name, on: `${date.from.slice(0, 8)}01`, sentence }] : []
}
