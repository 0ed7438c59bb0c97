// What the checks find in the five published papers, exactly, and in invented papers whose slips are known; what is found of nothing in clean ones.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { findAll } from '../find-all.ts'
import { readPaper } from '../reading/read-file.ts'
import { asWordFile } from './as-word-file.ts'

const PUBLISHED: Record<string, string> = {
  'notts-2020-theme-2': '../../../delivery-plan/imports/papers',
  'notts-2020-theme-1': '../../../delivery-plan/imports/papers',
  'cumbria-2022-focus-on-victims': '../../plan-papers/papers',
  'notts-2019-victim-care-service': 'published',
  'notts-2014-victims-strategy': 'published',
}
const here = (...path: string[]) => join(import.meta.dirname, ...path)
const csv = (path: string) => parse<Record<string, string>>(readFileSync(path, 'utf8'), { columns: true })
const published = (name: string) => readPaper(readFileSync(here(PUBLISHED[name]!, `${name}.txt`)))
const expected = csv(here('published', 'expected.csv'))

for (const name of Object.keys(PUBLISHED))
  test(`${name}: what is wrong in it is found, and reported wrongly is only what is listed`, () => {
    const wanted = expected.filter(({ paper }) => paper === name)
    assert.deepEqual(
      findAll(published(name)).map(({ severity, rule, where, about = '' }) =>
        [severity, rule, where.slice(0, 60), about].join(' | '),
      ),
      wanted.map(({ severity, rule, where, about }) => [severity, rule, where, about].join(' | ')),
      'judge what has changed, and say so in expected.csv and docs/paper-checks.md',
    )
  })

test('of all that is reported in the five papers, nearly all is so', () => {
  const wrongly = expected.filter(({ verdict }) => verdict === 'false')
  assert.ok(expected.every(({ verdict }) => ['true', 'false', 'question'].includes(verdict!)))
  assert.ok(wrongly.length * 20 <= expected.length, `${wrongly.length} of ${expected.length}`)
})

test('one count that three papers give as 29, 32 and 34 is told with the note to add', () => {
  const theme2 = readPaper(readFileSync(here(PUBLISHED['notts-2020-theme-2']!, 'notts-2020-theme-2.txt')), [
    published('notts-2019-victim-care-service'),
  ])
  const found = findAll(theme2).filter(({ rule }) => rule === 'given-before')
  assert.deepEqual(
    found.map(({ about }) => about),
    ['29 34 registered community point', '29 32 registered community point'],
  )
  for (const { to_do } of found) assert.match(to_do, /add a restatement note: “29 was given on 7 March 2019/)
})

const invented = readdirSync(here('invented')).filter((file) => file.endsWith('.txt'))
test('invented papers: every slip is found where it is, and nothing else', () => {
  let slips = 0
  for (const file of invented) {
    const wanted = csv(here('invented', file.replace(/\.txt$/, '.csv'))).map(
      ({ rule, where }) => `${rule} | ${where}`,
    )
    const found = findAll(readPaper(readFileSync(here('invented', file)))).map(
      ({ rule, where }) => `${rule} | ${where}`,
    )
    assert.deepEqual(found.toSorted(), wanted.toSorted(), file)
    slips += wanted.length
  }
  assert.ok(invented.length >= 12 && slips >= 60)
})

test('the same is found in a paper as the Word file it was', async () => {
  const texts = [
    ...Object.entries(PUBLISHED).map(([name, folder]) => here(folder, `${name}.txt`)),
    ...invented.map((file) => here('invented', file)),
  ]
  for (const path of texts) {
    const said = (bytes: Uint8Array) =>
      findAll(readPaper(bytes))
        .map(({ rule, about = '', quote }) => `${rule} | ${about} | ${quote}`)
        // The Word file made of a text has no pictures, and every row of its tables as many cells as the longest.
        .filter((one) => !/^accessibility \| (?:picture|empty heading)/.test(one))
    assert.deepEqual(
      said(await asWordFile(readFileSync(path, 'utf8'))).toSorted(),
      said(readFileSync(path)).toSorted(),
      path,
    )
  }
})

test('a paper mended line by line loses the findings of those lines, and no others', () => {
  const text = readFileSync(here('invented', 'a1-quarterly-service.txt'), 'utf8')
  const mended = text
    .replace('an increase of 12%', 'an increase of 5%')
    .replace('149 of 150 (100%)', '149 of 150 (99%)')
  const keys = (source: string) =>
    findAll(readPaper(new TextEncoder().encode(source))).map(({ key, where }) => `${where} ${key}`)
  const [before, after] = [keys(text), keys(mended)]
  assert.deepEqual(
    after,
    before.filter((one) => !/^paragraph (?:2\.3|3\.4) /.test(one)),
  )
})
