import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { yearRangesIn } from '../../model/written-dates.ts'
import { quoted } from '../found.ts'

/** A plan keeps its years, a year is written one way, and a long name keeps its words. */
export const yearsAndNames: Rule = {
  name: 'years-and-names',
  title: 'Years and names',
  find: (paper) => [
    ...planYears(paper),
    ...longYears(paper),
    ...writtenTwoWays(paper),
    ...longNames(paper),
    ...shortNames(paper),
  ],
}

const DOCUMENT =
  /(\b[Dd]elivery [Pp]lan\b|\bDELIVERY PLAN\b|(?:[A-Z][\w’'&]*,?\s+(?:(?:and|of|for|the)\s+)*)*(?:Plan|Strategy|Framework|Programme))/g
const ANOTHER =
  /\b(?:previous|former|last|earlier|next|old|new|successor|future|draft|before|replac\w+|superse\w+|predecessor)\b/i

type Dated = { name: string; years: string; starts: number; ends: number; sentence: Sentence; text: string }

/** '(2018-21)' after a plan's name, or '2013-18' before it. */
function datedDocuments({ sentences }: CheckedPaper): Dated[] {
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(DOCUMENT)].flatMap(({ 0: all, index }): Dated[] => {
      const name = all
        .toLowerCase()
        .replace(/^(?:the|his|her|their|a)\s/, '')
        .replace(/^.*?(?=police and crime)/, '')
        // One plan, however much of its name is said.
        .replace(/^.*(?=delivery plan$)/, '')
      if (name.split(' ').length < 2) return []
      const after = sentence.text.slice(index + all.length, index + all.length + 20)
      const before = sentence.text.slice(Math.max(0, index - 12), index)
      const [found] = /^\s*(?:for\s+)?\(?\s*\d{4}/.test(after)
        ? yearRangesIn(after)
        : /\d\s*$/.test(before)
          ? yearRangesIn(before)
          : []
      return found
        ? [
            {
              name,
              years: `${found.starts}-${String(found.ends).slice(2)}`,
              starts: found.starts,
              ends: found.ends,
              sentence,
              text: `${all} ${found.text}`,
            },
          ]
        : []
    }),
  )
}

function planYears(paper: CheckedPaper): Found[] {
  return [...Map.groupBy(datedDocuments(paper), ({ name }) => name)].flatMap(([, dated]): Found[] => {
    const byYears = [...Map.groupBy(dated, ({ years }) => years)].toSorted(
      (a, b) => b[1].length - a[1].length,
    )
    const [usual, ...others] = byYears
    if (!usual || (others.length > 0 && usual[1].length === others[0]![1].length && usual[1].length > 1))
      return []
    return others.flatMap(([years, uses]) =>
      uses
        .filter(({ sentence }) => !ANOTHER.test(sentence.text))
        .map(({ sentence, text }): Found => ({
          ...quoted(sentence),
          severity: 'look',
          about: text,
          why: `The same plan has the years ${years} here and ${usual[0]} elsewhere (${usual[1][0]!.sentence.where}).`,
          to_do: 'Use the plan’s own name and years.',
        })),
    )
  })
}

/** 'In the year 2012-22': a year that runs over more than one. */
const longYears = ({ sentences }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence) =>
    yearRangesIn(sentence.text)
      .filter(
        ({ starts, ends, index }) =>
          ends > starts + 1 &&
          /\b(?:the|financial|performance|reporting)\s+year\s*$/i.test(sentence.text.slice(0, index)),
      )
      .map(({ text, starts, ends }): Found => ({
        ...quoted(sentence),
        severity: 'look',
        about: text,
        why: `“${text}” is ${ends - starts} years, and it is called a year.`,
        to_do: 'Correct one of the two years.',
      })),
  )

/** '2013-8' and '2013-18', '2013/4' and '2013/14': told once for each pair of years. */
function writtenTwoWays({ sentences }: CheckedPaper): Found[] {
  const uses = sentences
    .filter(({ zone }) => zone !== 'contents')
    .flatMap((sentence) => yearRangesIn(sentence.text).map((range) => ({ ...range, sentence })))
  return [...Map.groupBy(uses, ({ starts, ends }) => `${starts}-${ends}`).values()].flatMap(
    (same): Found[] => {
      const short = same.find(({ digits }) => digits === 1)
      const full = same.find(({ digits }) => digits > 1)
      if (!short || !full) return []
      return [
        {
          ...quoted(short.sentence),
          severity: 'look',
          about: short.text,
          why: `The same years are written “${short.text}” here and “${full.text}” in ${full.sentence.where}.`,
          to_do: `Write “${full.text}” throughout.`,
        },
      ]
    },
  )
}

const NAME =
  /(?:[A-Z][\w’'&-]*|\d{4}\s[A-Z][\w’'&-]*)(?:,?\s+(?:(?:and|of|the|for|in)\s+)*[A-Z][\w’'&-]*){2,}/g

/** 'Office of the Police and Commissioner': a name of six words or more that is one word away from one used more often. */
function longNames({ sentences }: CheckedPaper): Found[] {
  const names = sentences
    .filter(({ zone }) => zone === 'body')
    .flatMap((sentence) =>
      [...sentence.text.matchAll(NAME)]
        .map(([all]) => all.replace(/^(?:[A-Z][a-z]+\s+the|The)\s+/, ''))
        .map((name) => ({ name, words: wordsOf(name), sentence })),
    )
    .filter(({ words }) => words.length >= 6)
  const counts = Map.groupBy(names, ({ words }) => words.join(' '))
  const found: Found[] = []
  for (const [key, uses] of counts)
    for (const [other, others] of counts) {
      if (
        key === other ||
        uses.length > others.length ||
        (uses.length === others.length && key.length > other.length)
      )
        continue
      if (!oneWordApart(uses[0]!.words, others[0]!.words)) continue
      const { sentence, name } = uses[0]!
      found.push({
        ...quoted(sentence),
        severity: 'look',
        about: name,
        why: `“${name}” is “${others[0]!.name}” in ${others[0]!.sentence.where}.`,
        to_do: 'Use one name, the right one, in both places.',
      })
      break
    }
  return found
}
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[’'](?:s\b)?|,/g, '')
    .split(/\s+/)

/** One word left out, put in, or exchanged for another; plural and singular are one. */
function oneWordApart(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  const first = short.findIndex((word, index) => word !== long[index])
  const at = first < 0 ? short.length : first
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at)
  if (long[at] === short[at] || long.slice(at + 1).join(' ') !== rest.join(' ')) return false
  return (
    at > 0 &&
    at < long.length - 1 &&
    !(long.length === short.length && long[at]!.replace(/s$/, '') === short[at]!.replace(/s$/, '')) &&
    !/^\d/.test(long[at]!)
  )
}

/** 'Catch22' and 'Catch 22', 'Victim CARE' and 'Victims CARE': a name with a number or capitals in it is written one way. */
function shortNames({ sentences }: CheckedPaper): Found[] {
  const uses = sentences
    .filter(({ zone, kind }) => zone === 'body' && kind !== 'heading')
    .flatMap((sentence) =>
      [...sentence.text.matchAll(/\b([A-Z][a-z]+)(s?)(\s?)(\d{2,3}|[A-Z]{3,})\b(?![\d,.%/-]*\d)/g)].map(
        ([name, word = '', , , rest = '']) => ({
          name,
          key: `${word.replace(/s$/, '').toLowerCase()}${rest}`,
          rest,
          sentence,
        }),
      ),
    )
  return [...Map.groupBy(uses, ({ key }) => key).values()].flatMap((same): Found[] => {
    const forms = [...Map.groupBy(same, ({ name }) => name)].toSorted((a, b) => b[1].length - a[1].length)
    const [usual, ...others] = forms
    // A number is part of a name only where it is also written without its space.
    if (/\d/.test(same[0]!.rest) && !forms.some(([name]) => !name.includes(' '))) return []
    return others.map(([name, [one]]): Found => ({
      ...quoted(one!.sentence),
      severity: 'look',
      about: name,
      why: `“${name}” is “${usual![0]}” in ${usual![1][0]!.sentence.where}.`,
      to_do: 'Write the name one way.',
    }))
  })
}
