// For tests: what the originals say, as lists of facts kept apart from the code that reads or prints them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const HERE = import.meta.dirname

/** The text of an original. */
export const original = (paper: Paper): string =>
  readFileSync(
    paper === 'cumbria'
      ? join(HERE, 'papers', 'cumbria-2022-focus-on-victims.txt')
      : join(HERE, '..', '..', 'delivery-plan', 'imports', 'papers', `notts-2020-${paper}.txt`),
    'utf8',
  )

export type Paper = 'theme-1' | 'theme-2' | 'cumbria'

/** One fact: where it stands, what the original says, what is printed (nothing: it is left out), and why that differs. */
export type Fact = {
  kind: string
  at: string
  original: string
  printed: string
  because: string
  /** The number that must be a figure with a source, for a fact that has one. */
  figure: string
}

/** Every fact of a paper: `facts/`, the original and what is printed side by side. */
export const factsOf = (paper: Paper): Fact[] => readCsv<Fact>(`${paper}.csv`)

/** A figure of the Cumbria paper that its services and funders gave, with where the paper says it comes from. */
export type Sourced = { name: string; value: string; n: string; origin: string; as_at_on: string; at: string }
export const sourcedFigures = (): Sourced[] => readCsv<Sourced>('cumbria-sourced-figures.csv')

/** A number of a theme's paper with its own source: the document, who told it and when, and the measure that counts it here, if any does. */
export type ThemeSource = Sourced & {
  figure: string
  words: string
  counted_by: string
  counted_from: string
}
export const themeSources = (theme: 1 | 2): ThemeSource[] => readCsv(`theme-${theme}-sourced-figures.csv`)

const readCsv = <T>(name: string): T[] =>
  parse(readFileSync(join(HERE, 'facts', name), 'utf8'), { columns: true })

const decoded = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|quot|lt|gt);/g, ' ')

/** Only letters, figures and signs of money and share, so that layout does not count. */
export const bare = (text: string): string =>
  decoded(text)
    .replaceAll(/[^A-Za-z0-9£%+]+/g, ' ')
    .trim()

/** A word of a page, and whether it is a figure that can be followed. */
type Word = { word: string; followed: boolean }

const FIGURE = /<a class="govuk-link app-document__figure" href="[^"]+">([^<]*)<\/a>/g

/** The words of a page, in order. */
export function wordsOf(html: string): Word[] {
  const words: Word[] = []
  const add = (text: string, followed: boolean) => {
    for (const word of bare(text).split(' ').filter(Boolean)) words.push({ word, followed })
  }
  let from = 0
  for (const found of html.matchAll(FIGURE)) {
    add(html.slice(from, found.index), false)
    add(found[1]!, true)
    from = found.index + found[0].length
  }
  add(html.slice(from), false)
  return words
}

/** Where a phrase stands among words; fails when it does not. */
function placeOf(words: readonly Word[], phrase: string, why: string): number {
  const wanted = bare(phrase).split(' ')
  const at = words.findIndex((_, index) => wanted.every((word, more) => words[index + more]?.word === word))
  assert.ok(at >= 0, why)
  return at
}

/** That a fact is printed, its number as a figure that can be followed. */
export function assertPrinted(words: readonly Word[], { at, printed, figure }: Fact): void {
  const place = placeOf(words, printed, `at ${at}, not printed: ${printed}`)
  if (!figure) return
  const phrase = words.slice(place, place + bare(printed).split(' ').length)
  const wanted = bare(figure).split(' ')
  const isThere = phrase.some((_, index) =>
    wanted.every((word, more) => phrase[index + more]?.word === word && phrase[index + more]?.followed),
  )
  assert.ok(isThere, `at ${at}, ${figure} has no source: ${printed}`)
}

/** Numbers of paragraphs, and how to reach somebody: digits that say nothing of the matter. */
const NUMBERING = /(^|\s)\d\.\d(?=\s)|^Tel:.*$|\S+@\S+/gm

/** That every fact is in the original, and that no digit of the original is left out of the facts. */
export function assertComplete(paper: Paper, facts: readonly Fact[]): void {
  const words = bare(original(paper).replaceAll(NUMBERING, ' ')).split(' ')
  const told = new Set<number>()
  for (const fact of facts) {
    const phrase = bare(fact.original).split(' ')
    let found = false
    for (const at of words.keys())
      if (phrase.every((word, more) => words[at + more] === word)) {
        found = true
        for (const more of phrase.keys()) told.add(at + more)
      }
    assert.ok(found, `the original does not say: ${fact.original}`)
  }
  const digits = words.flatMap((word, at) =>
    /\d/.test(word) && !told.has(at) ? [words.slice(Math.max(0, at - 3), at + 3).join(' ')] : [],
  )
  assert.deepEqual(digits, [], 'no fact tells of these')
}
