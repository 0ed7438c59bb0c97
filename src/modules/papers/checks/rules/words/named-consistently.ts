import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { quoted } from '../found.ts'

const UNIT =
  /\b(Theme|Objective|Priority|Strand|Pillar|Goal|Aim|Outcome|Ambition|Commitment|Pledge)\s+(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b/gi
const SPELT = 'zero one two three four five six seven eight nine ten'.split(' ')
/** Another part of the plan may be mentioned where the sentence says that it is another. */
const OTHER =
  /\b(?:also|links? to|linked to|contributes?|supports?|cross-?cutting|see|separate(?:ly)?|other|next|previous|last (?:meeting|report|time|year)|alongside|as well as|together with|both|in addition|relates? to|earlier|later|following|under|each of|respectively|between|moved|transferred|shared with|work(?:s|ing)? with|reported (?:to|on|in|at)|(?:be|been) reported|considered (?:by|in|at))\b/i
/** Where a paper says what it is about, 'the work under Objective 4' is no mention of another. */
const SAYS_WHAT = /^(?:\d+\.?\s*)?(?:purpose|recommendation|executive summary|introduction)/i

type Mention = { unit: string; number: number; name: string; sentence: Sentence }

/** The theme or objective that the title names is the one that the purpose and the body speak of, by the same name. */
export const namedConsistently: Rule = {
  name: 'named-consistently',
  title: 'Theme or objective',
  find: (paper) => {
    const mentions = mentionsIn(paper)
    const main = subjectOf(paper, mentions)
    return [
      ...(main ? otherSubjects(paper, mentions, main) : []),
      ...namesThatDiffer(paper, mentions),
      ...addressed(paper),
    ]
  },
}

const mentionsIn = ({ sentences }: CheckedPaper): Mention[] =>
  sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(UNIT)].map(({ 0: all, 1: unit = '', 2: digits = '', index }) => ({
      unit: unit.toLowerCase(),
      number: Number.parseInt(digits) || SPELT.indexOf(digits.toLowerCase()),
      name:
        /^\s?[:–,-]?\s?([A-Z][A-Za-z’' &-]+)$/
          .exec(
            sentence.text
              .slice(index + all.length)
              .replace(/\s?\([^)]*\)/, '')
              .replace(/\.$/, ''),
          )?.[1]
          ?.trim() ?? '',
      sentence,
    })),
  )

/** The title's; else that of a heading in the appendix; else the one the summary opens with; else the one most often named. */
function subjectOf({ parts }: CheckedPaper, mentions: readonly Mention[]): Mention | undefined {
  const title = mentions.find(({ sentence }) => sentence.where === 'the title')
  if (title) return title
  const counts = Map.groupBy(
    mentions.filter(({ sentence }) => !sentence.update),
    ({ unit, number }) => `${unit} ${number}`,
  )
  const most = [...counts.values()].toSorted((a, b) => b.length - a.length)
  if (most.length > 1 && most[0]!.length === most[1]!.length)
    return mentions.find(({ sentence }) => parts[sentence.part]!.kind === 'heading') ?? mentions[0]
  return most[0]?.[0]
}

function otherSubjects({ sentences }: CheckedPaper, mentions: readonly Mention[], main: Mention): Found[] {
  const others = mentions.filter(({ unit, number }) => unit === main.unit && number !== main.number)
  const listed = new Set(others.map(({ sentence }) => sentence.part))
  return others.flatMap(({ sentence, unit, number }): Found[] => {
    const heading = sentence.kind === 'heading'
    const lists =
      sentence.kind === 'bullet' &&
      sentences.some(
        (one) => one.kind === 'bullet' && Math.abs(one.part - sentence.part) === 1 && listed.has(one.part),
      )
    const mixedUp =
      main.name.length > 5 && nameAfter(sentence.text, unit, number).startsWith(main.name.toLowerCase())
    const other = OTHER.exec(sentence.text)
    const isOther = other && !(/^under$/i.test(other[0]) && SAYS_WHAT.test(sentence.section))
    if (!mixedUp && (lists || (!heading && isOther) || (sentence.update && !heading))) return []
    if (!heading && mentions.some((one) => one.sentence === sentence && one.number === main.number)) return []
    // A heading for each theme is a paper about all of them.
    if (
      heading &&
      others.filter((one) => one.sentence.kind === 'heading').length > 1 &&
      main.sentence.where !== 'the title'
    )
      return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: `${unit} ${number}`,
        why: `It speaks of ${capital(unit)} ${number}; ${main.sentence.where === sentence.where ? 'elsewhere' : main.sentence.where} says the paper is about ${capital(main.unit)} ${main.number}.`,
        to_do: `Correct it to ${capital(main.unit)} ${main.number}, or say why another is meant.`,
      },
    ]
  })
}

/** What follows 'Priority 3, ' in a sentence, in small letters: the name of the subject there is the subject with a wrong number. */
const nameAfter = (text: string, unit: string, number: number): string =>
  new RegExp(`${unit}\\s+(?:${number}|${SPELT[number] ?? number})\\b[\\s,:(–-]*(.*)$`, 'i')
    .exec(text)?.[1]
    ?.toLowerCase() ?? ''

/** 'Theme 2: Tackling crime' where the list of themes calls it another name. */
function namesThatDiffer({ sentences }: CheckedPaper, mentions: readonly Mention[]): Found[] {
  const names = new Map<string, { name: string; where: string }>()
  for (const { text, kind, where } of sentences) {
    const listed = /^(?:T|Theme |Objective |Priority )(\d)[.:]?\s+(?:[:–-]\s)?([A-Z].{4,80})$/i.exec(text)
    if (listed && kind === 'bullet') names.set(listed[1]!, { name: listed[2]!.trim(), where })
  }
  const key = (name: string) =>
    name
      .toLowerCase()
      .replaceAll(/&/g, 'and')
      .replaceAll(/[^a-z ]/g, '')
      .trim()
  return mentions.flatMap(({ number, name, unit, sentence }): Found[] => {
    const known = names.get(String(number))
    if (
      !known ||
      name === '' ||
      /\b(?:update|report|progress)\b/i.test(name) ||
      sentence.kind !== 'heading' ||
      key(name) === key(known.name)
    )
      return []
    if (key(known.name).startsWith(key(name)) || key(name).startsWith(key(known.name))) return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: name,
        why: `${capital(unit)} ${number} is called “${name}” here and “${known.name}” in the list (${known.where}).`,
        to_do: 'Use the name that the plan gives it.',
      },
    ]
  })
}

/** The recommendation asks the body that meets. */
function addressed({ front, sentences }: CheckedPaper): Found[] {
  const to = front.find(({ label }) => /^report to|^meeting$|^committee|^panel|^board/i.test(label))?.value
  if (!to || /panel/i.test(to)) return []
  return sentences
    .filter(
      ({ section, kind, text }) =>
        /^recommendation/i.test(section) &&
        kind !== 'heading' &&
        /^(?:that )?(?:the )?(?:Police and Crime )?Panel\b/i.test(text),
    )
    .map((sentence) => ({
      ...quoted(sentence),
      severity: 'look',
      why: `It asks the Panel, and the paper goes to “${to}”.`,
      to_do: 'Address the recommendation to those who meet.',
    }))
}
const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())
