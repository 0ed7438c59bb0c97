import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { decimalPercentageInWords, percentageInWords } from '#platform/words/percentages.ts'
import { tryRule, whyOf } from '../try-rule.ts'
import { percentages } from './percentages.ts'

test('a percentage beside its counts is worked out again', () => {
  for (const [said, why] of [
    ['Of 120 people, 45 (40%) finished.', '45 of 120 is 38%, not 40%.'],
    [
      'From 75 people: 58 of 75 (77%) agreed, 12 (16%) did not and 5 (9%) were unsure.',
      '5 of 75 is 7%, not 9%.',
    ],
    ['It was 14/15 (100%).', '14 of 15 is 93%. A percentage reads 100% only when it is all.'],
    ['In all 1,999 of 2,000 (100%) agreed.', 'A percentage reads 100% only when it is all'],
    ['93% (13 of 15) agreed.', '13 of 15 is 87%, not 93%.'],
    ['There were 64 learners, 51 of whom (85%) finished.', '51 of 64 is 80%, not 85%.'],
    ['So 30 (20%) of the 120 cases closed.', '30 of 120 is 25%, not 20%.'],
    ['None: 0/0 (0%).', 'is a share of nothing'],
    ['Calls rose from 120 to 150 (20%).', 'From 120 to 150 is a change of 25%, not 20%.'],
    ['The wait fell by 10% from 40 to 30 days.', 'is a change of 25%'],
  ] as const)
    assert.ok(
      whyOf(percentages, `2.1 ${said}`).includes(why),
      `${said}: ${whyOf(percentages, `2.1 ${said}`)}`,
    )
})

test('whatever counts are printed as Waymark prints them, nothing is found', () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(counts, ([part, of]) => {
      const [whole, decimal] = [percentageInWords(part, of), decimalPercentageInWords(part, of)]
      // 'over 99%' is no number that can be worked out again.
      const printed = [decimal, ...(/^\d/.test(whole) ? [whole] : [])].filter(
        (one) => !/^(?:99\.9|0\.1)%$/.test(one),
      )
      assert.deepEqual(
        printed.flatMap((percent) => tryRule(percentages, `2.1 It was ${part} of ${of} (${percent}).`)),
        [],
      )
    }),
    { numRuns: 200 },
  )
})

test('a column of percentages is held against the counts that explain it; a column nothing explains is left alone', () => {
  const table = (last: string) =>
    `Source\tReferrals\t% of total\nPolice\t60\t60%\nSelf\t30\t30%\nHealth\t10\t${last}\nTotal\t100\t100%`
  assert.equal(tryRule(percentages, table('10%')).length, 0)
  assert.match(whyOf(percentages, table('12%')), /10 of 100 is 10%; the table says 12%/)
  assert.equal(
    tryRule(percentages, 'Area\tVisits\tTarget met %\nNorth\t60\t91%\nSouth\t30\t85%\nEast\t10\t72%').length,
    0,
  )
  assert.match(
    whyOf(percentages, 'Area\tCases\tof all\nNorth\t3\t0.0%\nSouth\t800\t9.1%'),
    /0\.0% beside a count of 3/,
  )
})

test('a column of shares of the row, or of changes, is held against the two counts that make it', () => {
  const shares = (last: string) =>
    `Outcome\tAsked\tImproved\tPer cent\nA\t212\t180\t85%\nB\t212\t171\t81%\nC\t212\t211\t${last}`
  assert.match(whyOf(percentages, shares('100%')), /211 of 212 is 99\.5%/)
  assert.match(whyOf(percentages, shares('76%')), /the table says 76%/)
  assert.deepEqual(tryRule(percentages, shares('99.5%')), [])
  const changes = (last: string) =>
    `Place\t2019-20\t2020-21\tChange\nA\t310\t342\t+10.3%\nB\t204\t188\t-7.8%\nC\t96\t121\t${last}`
  assert.match(whyOf(percentages, changes('+16.0%')), /From 96 to 121 is a change of 26\.0%/)
  assert.deepEqual(tryRule(percentages, changes('+26.0%')), [])
  assert.match(whyOf(percentages, '2.1 We had 384 people, an increase of 20% from 330.'), /change of 16\.4%/)
  assert.deepEqual(tryRule(percentages, '2.1 Repeat calls fell from 640 to 498 (22%).'), [])
})
