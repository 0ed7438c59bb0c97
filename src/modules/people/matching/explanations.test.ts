import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  createStore,
  encodeRecord,
  type PersonRecord,
  scoreCandidates,
  STARTING_MODEL,
} from './index.ts'
import { wordsLevel } from './comparison/compare-contact.ts'
import { dateLevel } from './comparison/compare-dates.ts'
import { DATE, DIFFERENT, WORDS } from './comparison/levels.ts'
import { impliedFields } from './model/dependence.ts'
import { orMoved } from './model/score.ts'
import { F, ROW, TEXT } from './record/layout.ts'

test('emails that are alike as names are, or differ by a number only, are no sign of one person', () => {
  const jay = { forename: 'Jay', surname: 'Kertzmann', date_of_birth: '1971-06-24' }
  const others = { others: 50_000, thresholds: { link: 99, review: -99 } }
  const odds = (mine: string, theirs: string) =>
    scoreCandidates(STARTING_MODEL, { ...jay, email: mine }, [{ ...jay, email: theirs }], others)[0]!.odds
  const none = scoreCandidates(STARTING_MODEL, jay, [jay], others)[0]!.odds
  assert.ok(odds('jay50@example.org', 'jay59@example.org') <= none)
  assert.ok(odds('jay.kertzmann@example.org', 'jay.kertzmann7@example.net') <= none)
  assert.ok(odds('jay.kertzmann@example.org', 'jay_kertzmann@example.org') <= none)
  assert.ok(odds('jay.kertzmann@example.org', 'jay.kertzmann@example.net') <= none)
  assert.ok(odds('kertzmann1971@example.org', 'kertzmann1971@example.net') > none)
  assert.ok(odds('jay50@example.org', 'jqy50@example.org') > none)
})

test('a column that says what another says is found, and one that does not is not', () => {
  const towns = ['Kendal', 'Arnold', 'Beeston', 'Retford']
  const jobs = ['baker', 'nurse', 'clerk', 'actor', 'farmer']
  const records = Array.from({ length: 400 }, (_, i): PersonRecord => {
    const home = i % 100
    return {
      forename: `Ann${'bdfgklmnpr'[(i + 3 * Math.floor(i / 100)) % 10]}a${'klmnopqrst'[Math.floor(i / 37) % 10]}`,
      surname: `Metz${'bdfgklmnprst'[i % 12]}a${'bdfgklmnprst'[Math.floor(i / 12) % 12]}`,
      postcode: `NG${1 + (home % 30)} ${home % 10}A${'ABDEFGHJLN'[Math.floor(home / 10)]}`,
      town: towns[home % 4],
      other_1: jobs[Math.floor(i / 7) % 5],
    }
  })
  const store = createStore(records.length)
  let end = 0
  for (const [i, record] of records.entries()) end = encodeRecord(store, i, record, end)
  const implied = impliedFields(store, records.length)
  assert.equal(implied[F.town], 1 << F.postcode)
  assert.equal(implied[F.other1], 0)
})

test('a move counts once, however many columns tell of it', () => {
  assert.ok(Math.abs(orMoved(-30, 0.25) - -2) < 1e-6)
  assert.ok(orMoved(20, 0.25) > 19)
  assert.ok(orMoved(-1, 0.25) > -1 && orMoved(-1, 0.25) < 0)
})

test('two forms of a name come together where the same name stands on both sides, and only there', () => {
  // 0 Mike, 1 Michael; 2 Michael, 3 Mick
  const pairs = {
    left: Int32Array.of(0, 2, 1),
    right: Int32Array.of(1, 3, 2),
    odds: Float32Array.of(12, 12, 10),
    held: Uint8Array.of(0, 0, 0),
  }
  const judged = (sameName: boolean) => {
    let last = ''
    return cluster(4, pairs, 6.63, {
      odds: (i, j) => {
        last = [i, j].toSorted((a, b) => a - b).join(' ')
        return 10
      },
      held: () => last !== '1 2',
      own: () => false,
      sameForename: () => sameName && last === '1 2',
      otherForename: () => false,
      content: (i) => i,
    })
  }
  assert.deepEqual([...judged(true)], [0, 0, 0, 0])
  assert.equal(new Set(judged(false)).size, 2)
})

test('where only years of birth or ages are known they agree, are near, or differ', () => {
  assert.deepEqual(
    [1971, 1972, 1970, 1974, 1981, 1949].map((year) => dateLevel(19710000, year * 10_000, 0)),
    [DATE.partialYear, DATE.nextYear, DATE.nextYear, DATE.nearYears, DATE.yearDigit, DIFFERENT],
  )
  const ages = ['34', '35', '37', '47', 'unknown'].map((other_1): PersonRecord => ({ other_1 }))
  const store = createStore(ages.length)
  let end = 0
  for (const [i, record] of ages.entries()) end = encodeRecord(store, i, record, end)
  const levels = ages.map((_, i) => wordsLevel(store, 0, i * ROW, TEXT.other1, F.other1))
  assert.deepEqual(levels.slice(1), [WORDS.alike, WORDS.loose, DIFFERENT, 0])
})
