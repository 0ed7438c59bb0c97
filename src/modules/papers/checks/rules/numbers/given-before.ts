import { dayInWords } from '#platform/words/dates.ts'
import { countedThings, looksAlike, type CountedThing } from '../../model/counted-things.ts'
import type { CheckedPaper, Found, Rule } from '../../model/paper.ts'
import { cellNumber } from '../../model/numbers.ts'
import { rangesIn } from '../../model/written-dates.ts'
import { at, quoted, rowQuote } from '../found.ts'

/** A number that an earlier published paper gave differently: the same measure and period, or the same thing counted in words. */
export const givenBefore: Rule = {
  name: 'given-before',
  title: 'Numbers that an earlier paper gave differently',
  find: (paper) => [...boundBefore(paper), ...toldBefore(paper), ...cellsBefore(paper)],
}

const boundBefore = ({ figures, sentences }: CheckedPaper): Found[] =>
  figures.flatMap((figure): Found[] => {
    if (!figure.earlier) return []
    const sentence = sentences.find(({ bound }) => bound.includes(figure.printed))
    return [
      {
        where: sentence?.where ?? 'the figures',
        quote: sentence?.text ?? `${figure.title}: ${figure.printed}`,
        severity: 'stops',
        about: `${figure.title} ${figure.printed}`,
        href: figure.earlier.href,
        href_text: figure.earlier.title,
        why: `${figure.title} is ${figure.printed} here; “${figure.earlier.title}” gave ${figure.earlier.printed} for the same period.`,
        to_do: `Add a restatement note: “${figure.title} was given as ${figure.earlier.printed} in an earlier paper. Records entered later make it ${figure.printed}.”`,
      },
    ]
  })

function toldBefore(paper: CheckedPaper): Found[] {
  const now = countedThings(paper)
  const said = new Set<string>()
  return paper.earlier.flatMap((earlier) =>
    countedThings(earlier).flatMap((was) =>
      now.flatMap((is): Found[] => {
        const key = `${was.text} ${is.text} ${is.thing}`
        // 'referrals' alone says too little, unless both say of which months.
        const named = is.thing.includes(' ') || sameStretch(was, is)
        if (!named || !sameThing(was, is) || !sameTime(earlier, was, paper, is) || said.has(key)) return []
        said.add(key)
        return [
          {
            ...quoted(is.sentence),
            severity: 'look',
            about: key,
            why: `${naming(earlier)} gave ${was.text} (“${was.sentence.text}”); this one gives ${is.text}.`,
            to_do: `If it has changed, say from when. If the earlier number was wrong, add a restatement note: “${was.text} was given on ${earlier.facts.meeting_on ? dayInWords(earlier.facts.meeting_on) : 'an earlier day'}; the right number is ${is.text}.”`,
          },
        ]
      }),
    ),
  )
}

/** Both sentences give the same first and last month. */
const sameStretch = (was: CountedThing, is: CountedThing): boolean =>
  rangesIn(was.sentence.text).length > 0 &&
  was.told !== undefined &&
  was.told.from === is.told?.from &&
  was.told.to === is.told.to

const sameWords = (one: string, other: string) =>
  one.trim().toLowerCase().replaceAll(/\s+/g, ' ') === other.trim().toLowerCase().replaceAll(/\s+/g, ' ')
const tablesOf = ({ parts }: CheckedPaper) => parts.filter((part) => part.kind === 'table')

/** A cell of a table that an earlier paper has too, for the same time: the column says its year, or both papers tell of the same period. */
function cellsBefore(paper: CheckedPaper): Found[] {
  const told = new Set<string>()
  return paper.earlier.flatMap((earlier) => {
    if (earlier.counts_others) return []
    const samePeriod =
      paper.facts.period?.from === earlier.facts.period?.from &&
      paper.facts.period?.to === earlier.facts.period?.to &&
      paper.facts.period !== undefined
    return tablesOf(paper).flatMap((table) =>
      tablesOf(earlier)
        .filter((was) => sameWords(was.caption, table.caption))
        .flatMap((was) =>
          table.rows.flatMap((row) =>
            row.flatMap((cell, column): Found[] => {
              const heading = table.header[column] ?? ''
              if (column === 0 || !(samePeriod || /\b(?:19|20)\d\d\b/.test(heading))) return []
              const before = was.rows.find((one) => sameWords(one[0] ?? '', row[0] ?? ''))
              const at_ = was.header.findIndex((one) => sameWords(one, heading))
              const [now, then] = [cellNumber(cell), cellNumber(before?.[at_] ?? '')]
              const key = `${table.caption} ${row[0]} ${heading}`
              if (!now || !then || now.percent !== then.percent || now.value === then.value || told.has(key))
                return []
              told.add(key)
              return [
                {
                  ...at(table),
                  quote: rowQuote(row),
                  severity: 'look',
                  about: `${row[0]}, ${heading}: ${cell}`,
                  why: `${naming(earlier)} gave ${before![at_]} for “${row[0]}” under “${heading}” (“${table.caption}”); this one gives ${cell}.`,
                  to_do: `Add a restatement note: “${row[0]}, ${heading}, was given as ${before![at_]} in an earlier paper. It is ${cell}.”`,
                },
              ]
            }),
          ),
        ),
    )
  })
}

const naming = ({ title, facts }: CheckedPaper) =>
  facts.meeting_on ? `The paper for ${dayInWords(facts.meeting_on)}` : `“${title}”`

/** The same noun with the same words before it; 'registered' and 'established' points are one thing where nothing else parts them. */
const sameThing = (was: CountedThing, is: CountedThing): boolean => {
  if (
    was.value === is.value ||
    (!looksAlike(was.value, is.value) &&
      Math.abs(was.value - is.value) / Math.max(was.value, is.value) > 0.35)
  )
    return false
  const tail = (thing: string) => thing.split(' ').slice(-2).join(' ')
  return was.thing === is.thing || (tail(was.thing) === tail(is.thing) && was.narrowed === is.narrowed)
}

/** What stands at a moment ('now has', 'registered') may be held against the next paper; what is counted over a period only against the same one. */
const STANDS =
  /\b(?:now (?:has|have)|(?:has|have|had) a total|there are|we have|registered|established|in total)\b/i

function sameTime(earlier: CheckedPaper, was: CountedThing, paper: CheckedPaper, is: CountedThing): boolean {
  // Two dated updates tell each of its own day: what grew between them is no slip.
  if (was.written && is.written) return (was.told?.to ?? was.written) === (is.told?.to ?? is.written)
  if (STANDS.test(was.sentence.text) && STANDS.test(is.sentence.text)) return true
  const [before, now] = [was.told ?? earlier.facts.period, is.told ?? paper.facts.period]
  return before !== undefined && now !== undefined && before.from === now.from && before.to === now.to
}
