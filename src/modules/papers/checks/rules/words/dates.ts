import { dayInWords, type Day } from '#platform/words/dates.ts'
import { weekday } from '#reference'
import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { datesIn, rangesIn, type WrittenDate } from '../../model/written-dates.ts'
import { inTheText, quoted } from '../found.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const TO_COME =
  /\b(?:will|shall|going to|due|planned|plan(?:s|ning)? to|expect(?:s|ed)?|scheduled|intend\w*|intention|hope[sd]?|hoping|aim\w* to|proposed|proposal|forthcoming|upcoming|looking to|to be|target|deadline|next|anticipat\w+|is being|are being|in the process of|submission to|preparing|remain\w*|continue\w* (?:to|until)|until|by the end of|extend\w*|runs?|expires?|ends?|from now)\b/i
const WILL =
  /\b(?:will|shall|is going to|are going to|is due|are due|is scheduled|is expected|are expected|is planned|for submission|plans? to|intends? to|to be (?:held|published|completed|submitted|launched|reviewed|delivered))\b/i
const DONE =
  /\b(?:was|were|has been|have been|had|secured|launched|held|published|took place|began|started|opened|completed|received|awarded|received|recruited|delivered|met|agreed|supported|attended|funded|fell|rose|increased|decreased|made|carried out|introduced|appointed|established|commissioned|provided|reported|trained|referred|closed|found|gave|showed|reached|came|won|signed|visited|hosted|ran|saw)\b/i
/** A verb of the past, not one of a passive to come ('will be published'). */
const PAST = new RegExp(String.raw`(?<!\bbe )(?<!\bbeen )(?<!\bto )${DONE.source}`, 'i')
const REACHES =
  /\b(?:until|till|by|to|through|before|from|between|and|up to|for|since|after)\s*(?:at least\s+)?(?:the\s+)?(?:end of\s+)?$|[-–]\s*$/i

/** Dates that cannot be: after the meeting and already done, before the writing and still to come, not in the calendar, or on the wrong weekday. */
export const dates: Rule = {
  name: 'dates',
  title: 'Dates',
  find: (paper) => [
    ...paper.sentences.filter((one) => one.zone !== 'contents').flatMap(notInTheCalendar),
    ...paper.sentences.filter(inTheText).flatMap((sentence) => outOfTime(paper, sentence)),
    ...updatesAfterMeeting(paper),
  ],
}

const notInTheCalendar = (sentence: Sentence): Found[] => [
  ...datesIn(sentence.text).flatMap((date): Found[] => {
    if (!date.exists)
      return [
        {
          ...quoted(sentence),
          severity: 'stops',
          about: date.text,
          why: `There is no ${date.text}.`,
          to_do: 'Correct the date.',
        },
      ]
    if (!date.weekday || date.dated_to !== 'day') return []
    const real = WEEKDAYS[weekday(date.from)]!
    return real === date.weekday.toLowerCase()
      ? []
      : [
          {
            ...quoted(sentence),
            severity: 'stops',
            about: date.text,
            why: `${dayInWords(date.from)} is a ${capital(real)}.`,
            to_do: 'Correct the date or the day of the week.',
          },
        ]
  }),
  ...rangesIn(sentence.text)
    .filter(({ reversed }) => reversed)
    .map(({ text }): Found => ({
      ...quoted(sentence),
      severity: 'stops',
      about: text,
      why: `“${text}” ends before it begins.`,
      to_do: 'Correct one of the two dates.',
    })),
]

/** The words around a date: from the last comma, semicolon or "and" before it to the next after it, where they have a verb. */
function clauseOf(text: string, date: WrittenDate): string {
  const starts = Math.max(text.lastIndexOf(';', date.index), text.lastIndexOf(' – ', date.index), 0)
  const ends = text.slice(date.index).search(/;|\s–\s|,\s(?:and|but|which|where|with)\s/)
  const clause = text.slice(starts, ends < 0 ? undefined : date.index + ends)
  return DONE.test(clause) || WILL.test(clause) || TO_COME.test(clause) ? clause : text
}

function outOfTime({ facts: { meeting_on } }: CheckedPaper, sentence: Sentence): Found[] {
  const written = sentence.update?.dated_on
  const now: Day | undefined = written ?? meeting_on
  if (!now) return []
  return datesIn(sentence.text).flatMap((date): Found[] => {
    if (!date.exists || date.dated_to === 'quarter') return []
    const clause = clauseOf(sentence.text, date)
    const before = sentence.text.slice(0, date.index)
    if (
      meeting_on &&
      date.from > meeting_on &&
      DONE.test(clause) &&
      !TO_COME.test(clause) &&
      !REACHES.test(before)
    )
      return [
        {
          ...quoted(sentence),
          severity: 'stops',
          about: date.text,
          why: `It tells ${date.text} as past; the meeting is on ${dayInWords(meeting_on)}.`,
          to_do: 'Correct the year or the month, or say that it is still to come.',
        },
      ]
    const late = date.to < `${now.slice(0, 8)}01`
    if (
      late &&
      toldAsToCome(sentence.text, date) &&
      !/\b(?:since|from|as of|published|following|dated|after|of)\s*(?:the\s+)?$/i.test(before)
    )
      return [
        {
          ...quoted(sentence),
          severity: 'stops',
          about: date.text,
          why: `It tells ${date.text} as still to come; ${written ? `the update is of ${dayInWords(written)}` : `the meeting is on ${dayInWords(now)}`}.`,
          to_do: 'Correct the year or the month, or say what happened.',
        },
      ]
    return []
  })
}

/** The verb nearest to the date is of the future: the last before it, or the first after a date that opens the sentence. */
function toldAsToCome(text: string, { index, text: said }: WrittenDate): boolean {
  const lastOf = (pattern: RegExp, within: string) =>
    [...within.matchAll(new RegExp(pattern.source, 'gi'))].at(-1)?.index ?? -1
  const before = text.slice(0, index)
  const will = lastOf(WILL, before)
  if (will >= 0) return will > lastOf(PAST, before) && index - will < 160
  const after = text.slice(index + said.length, index + said.length + 60)
  const comes = WILL.exec(after)
  return (
    before.length < 20 &&
    !/\b(?:is|was|were|has|have|had)\b/i.test(before) &&
    comes !== null &&
    !PAST.test(after.slice(0, comes.index))
  )
}

const updatesAfterMeeting = ({ facts: { meeting_on }, sentences }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence): Found[] => {
    const dated = sentence.update?.dated_on
    if (sentence.kind !== 'heading' || !dated || !meeting_on || dated <= meeting_on) return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: dated,
        why: `The update is dated after the meeting of ${dayInWords(meeting_on)}.`,
        to_do: 'Correct the date of the update, or the date of the meeting.',
      },
    ]
  })

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())
