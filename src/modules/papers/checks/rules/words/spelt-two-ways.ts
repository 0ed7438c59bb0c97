import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { inTheText, quoted } from '../found.ts'

/** A word, a name and an office are written one way: 'organization' and 'organisation', 'Community matters' and 'Community Matters', 'Police Commissioner'. */
export const speltTwoWays: Rule = {
  name: 'spelt-two-ways',
  title: 'Words and names spelt two ways',
  find: (paper) => [...endings(paper), ...letters(paper), ...capitals(paper), ...office(paper)],
}

const TO_DO = 'Write it one way throughout.'

/** '-ise' and '-ize' of one word; told once, of the rarer. */
function endings({ sentences }: CheckedPaper): Found[] {
  const uses = sentences
    .filter(({ zone }) => zone === 'body')
    .flatMap((sentence) =>
      [...sentence.text.matchAll(/\b([A-Za-z]{4,})i([sz])(ations?|ational|ed|es?|ing|ers?)\b/g)].map(
        ([word, stem = '', letter = '', ending = '']) => ({
          word,
          letter,
          key: `${stem}i${ending.replace(/s$/, '')}`.toLowerCase(),
          sentence,
        }),
      ),
    )
  return [...Map.groupBy(uses, ({ key }) => key).values()].flatMap((same): Found[] => {
    const [usual, rare] = [...Map.groupBy(same, ({ letter }) => letter).values()].toSorted(
      (a, b) => b.length - a.length || (a[0]!.letter === 's' ? -1 : 1),
    )
    if (!usual || !rare) return []
    const [one] = rare
    return [
      {
        ...quoted(one!.sentence),
        severity: 'look',
        about: one!.word,
        why: `“${one!.word}” is “${usual[0]!.word}” in ${usual[0]!.sentence.where}.`,
        to_do: TO_DO,
      },
    ]
  })
}

const WORD = /(?<![\w’'-])[A-Za-z]{2,}(?:-[a-z]{2,})*(?![\w’'-])/g
/** '-our' and '-or', 'centre' and 'center', 'programme' and 'program', with a hyphen and without: one word. 're-form' is not 'reform'. */
const oneWord = (word: string): string => {
  const small = word.toLowerCase()
  return (/^re-|^un-/.test(small) ? small : small.replaceAll('-', ''))
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|able$|hood|ite|ful)/, 'or')
    .replace(/^(cent|theat|met)re(?=s?$)/, '$1er')
    .replace(/^programme(?=s?$)/, 'program')
}
const isCapital = (word: string) => /^[A-Z]/.test(word)

/** One word in two spellings, both as a name or neither; the name of an Act keeps its own. */
function letters({ sentences }: CheckedPaper): Found[] {
  const uses = sentences
    .filter(inTheText)
    .flatMap((sentence) =>
      [...sentence.text.matchAll(WORD)]
        .filter(({ index }) => !/^[^.;]{0,60}\bAct\s(?:of\s)?\d{4}/.test(sentence.text.slice(index)))
        .map(([word]) => ({ word, small: word.toLowerCase(), sentence })),
    )
  return [...Map.groupBy(uses, ({ word }) => oneWord(word)).values()].flatMap((same): Found[] => {
    const forms = [...Map.groupBy(same, ({ small }) => small).values()].toSorted(
      (a, b) => b.length - a.length,
    )
    const [usual, rare] = forms
    const one = rare?.find(({ word }) => usual!.some((other) => isCapital(other.word) === isCapital(word)))
    if (!one) return []
    const like = usual!.find(({ word }) => isCapital(word) === isCapital(one.word))!
    return [
      {
        ...quoted(one.sentence),
        severity: 'look',
        about: one.word,
        why: `“${one.word}” is “${like.word}” in ${like.sentence.where}.`,
        to_do: TO_DO,
      },
    ]
  })
}

const NAME = /(?<![\w’'])[A-Z][\w’'&-]*(?:\s(?:and |of |for |the )?[A-Z][\w’'&-]*){2,}/g
const STARTS = /^(?:The|A|An|In|This|Our|Their|For|At|Since|During|As|Through|Working)\s/

/** A name of three words or more, with a capital left out of it. */
function capitals({ sentences }: CheckedPaper): Found[] {
  const inText = sentences.filter(inTheText)
  const names = new Map<string, Sentence>()
  for (const sentence of inText)
    for (const [all] of sentence.text.matchAll(NAME))
      // 'Gateway4Women and Women’s Community Matters' is two names, 'Police and Crime Plan' is one.
      for (const part of [all, ...all.split(' and ')]) {
        const name = part.replace(STARTS, '').replace(/[’']s?$/, '')
        if (name.split(' ').length >= 3 && !names.has(name)) names.set(name, sentence)
      }
  const told = new Set<string>()
  return inText.flatMap((sentence) =>
    [...names].flatMap(([name, first]): Found[] => {
      const [head = '', ...rest] = name.split(' ')
      const at = sentence.text.toLowerCase().indexOf(name.toLowerCase())
      const said = sentence.text.slice(at, at + name.length)
      if (at < 0 || said === name || told.has(said) || !said.startsWith(head)) return []
      // One word in small letters: a whole phrase in them is a description, not the name.
      const differ = said
        .split(' ')
        .slice(1)
        .filter((word, index) => word !== rest[index])
      if (
        differ.length !== 1 ||
        /^[A-Z]/.test(differ[0]!) ||
        /\w/.test(sentence.text[at + name.length] ?? ' ')
      )
        return []
      told.add(said)
      return [
        {
          ...quoted(sentence),
          severity: 'look',
          about: said,
          why: `“${said}” is “${name}” in ${first.where}.`,
          to_do: TO_DO,
        },
      ]
    }),
  )
}

/** 'Police Commissioner' beside 'Police and Crime Commissioner' (Police Reform and Social Responsibility Act 2011, section 1). */
function office({ front, sentences }: CheckedPaper): Found[] {
  const full = sentences.find(({ text }) => /\bPolice and Crime Commissioner\b/i.test(text))
  if (!full) return []
  const why = `The office is “Police and Crime Commissioner” in ${full.where}.`
  const short = /\bPolice Commissioner\b/
  return [
    ...front
      .filter(({ value }) => short.test(value))
      .map(({ label, value }) => ({ where: 'the front sheet', quote: `${label}: ${value}` })),
    ...sentences.filter(({ text, zone }) => zone === 'body' && short.test(text)).map(quoted),
  ]
    .slice(0, 1)
    .map((found) => ({ ...found, severity: 'look', about: 'Police Commissioner', why, to_do: TO_DO }))
}
