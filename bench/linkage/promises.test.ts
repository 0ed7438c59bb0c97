import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readColumnMap, type Row } from './column-map.ts'
import { generate } from './generate.ts'
import { readRows } from './read-rows.ts'
import { runSet, type SetToRun } from './run-set.ts'

/** How well one set is linked at the threshold that ships. */
async function linked(set: SetToRun) {
  const { thresholds, shipped_threshold, true_pairs, blocking_recall, stored_keys_recall } = await runSet(set)
  const { pairwise, cluster } = thresholds.find(({ threshold }) => threshold === shipped_threshold)!
  const right = pairwise.recall * true_pairs
  const wrong = pairwise.precision === 0 ? Infinity : Math.round(right / pairwise.precision - right)
  return { pairwise, cluster, blocking_recall, stored_keys_recall, wrong }
}

/** What is promised of each set that came with the brief: F1 by person, blocking recall. */
const PROMISED = [
  ['febrl1', 'febrl', 1, 1],
  ['febrl2', 'febrl', 0.999, 0.999],
  ['febrl3', 'febrl', 0.9995, 0.999],
  ['fake_1000', 'fake_1000', 0.96, 0.95],
] as const

for (const [name, mapName, f1, found] of PROMISED) {
  const file = join(import.meta.dirname, '../../../shared/linkage', `${name}.csv`)
  const skip = existsSync(file) ? false : `the set is not here (../shared/linkage/${name}.csv)`
  test(`${name} is linked as well as is promised`, { skip }, async () => {
    const map = readColumnMap(join(import.meta.dirname, 'maps', `${mapName}.json`))
    const { pairwise, cluster, blocking_recall, stored_keys_recall } = await linked({
      name,
      file,
      map,
      truth: map.truth!,
    })
    assert.ok(pairwise.precision >= 0.998, `precision ${pairwise.precision}`)
    assert.ok(cluster.f1 >= f1, `F1 by person ${cluster.f1}`)
    assert.ok(blocking_recall >= found, `blocking recall ${blocking_recall}`)
    assert.ok(stored_keys_recall >= 0.95, `recall of the stored keys ${stored_keys_recall}`)
  })
}

const folder = mkdtempSync(join(tmpdir(), 'linkage-promises-'))
after(() => rmSync(folder, { recursive: true }))

const BIRTHDAY = ['forename', 'surname', 'date_of_birth']
const HOME = ['house_number', 'street', 'postcode']
const NAMED: Record<string, string> = { street: 'address', mobile: 'phone' }

/** Everybody once but for one person in thirty: some duplicates in a hundred records. */
function hardlyAnyDuplicates(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ person }) => {
    if (Number(person) % 30 === 0) return true
    const first = !seen.has(person!)
    seen.add(person!)
    return first
  })
}

const yearOnly = (rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, date_of_birth: row.date_of_birth!.slice(0, 4) }))

// columns, rows, the most wrong links, the least F1 by person
const KINDS: [string, readonly string[], (rows: readonly Row[]) => readonly Row[], number, number][] = [
  ['names, birthday and postcode', [...BIRTHDAY, 'postcode'], (rows) => rows, 1, 0.8],
  ['names and birthday', BIRTHDAY, (rows) => rows, 1, 0.75],
  ['no birthdays', ['forename', 'surname', ...HOME, 'mobile', 'email'], (rows) => rows, 3, 0.75],
  ['a year of birth', [...BIRTHDAY, ...HOME], yearOnly, 2, 0.75],
  ['names, a year of birth and a town', [...BIRTHDAY, 'sex', 'town'], yearOnly, 2, 0.5],
  ['hardly any duplicates', [...BIRTHDAY, ...HOME], hardlyAnyDuplicates, 1, 0.65],
  [
    'nobody twice',
    [...BIRTHDAY, ...HOME],
    (rows) => [...new Map(rows.map((row) => [row.person, row])).values()],
    0,
    0,
  ],
]

for (const [name, columns, choose, mostWrong, leastF1] of KINDS)
  test(`a file of another kind (${name}) is linked with hardly a wrong link`, async () => {
    const whole = join(folder, 'whole.csv')
    if (!existsSync(whole)) generate(whole, 3000, 9)
    const lines = choose(readRows(whole)).map((row) =>
      ['person', ...columns].map((column) => row[column]).join(','),
    )
    const file = join(folder, 'kind.csv')
    writeFileSync(file, [`person,${columns.join(',')}`, ...lines].join('\n'))
    const map = { fields: Object.fromEntries(columns.map((column) => [NAMED[column] ?? column, column])) }
    const { wrong, cluster } = await linked({ name, file, map, truth: 'person' })
    assert.ok(wrong <= mostWrong, `${wrong} wrong links`)
    assert.ok(cluster.f1 >= leastF1, `F1 by person ${cluster.f1}`)
  })
