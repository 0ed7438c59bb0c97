import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { tryRule, whyOf } from '../try-rule.ts'
import { totals } from './totals.ts'

test('a total that is not the sum of its rows is found, whatever the rows', () => {
  const rows = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.integer({ min: -50, max: 50 }), (counts, off) => {
      const sum = counts.reduce((all, one) => all + one, 0)
      const found = tryRule(
        totals,
        `Area\tCases\n${counts.map((count, index) => `Area ${index}\t${count}`).join('\n')}\nTotal\t${sum + off}`,
      )
      assert.equal(found.length, off === 0 ? 0 : 1)
    }),
    { numRuns: 100 },
  )
})

test('a total of a row, of people counted once, and of percentages', () => {
  const hate = 'Ward\tRace\tFaith\tTotal\nNorth\t14\t2\t16\nSouth\t22\t6\t28\nEast\t11\t1\t13'
  assert.match(whyOf(totals, hate), /in this row come to 12; its total says 13/)
  assert.equal(tryRule(totals, 'Service\tUnique people\nHub\t40\nClinic\t30\nTotal\t61').length, 0)
  assert.equal(tryRule(totals, 'Source\tShare\nA\t33.3%\nB\t33.3%\nC\t33.3%\nTotal\t100%').length, 0)
  assert.match(whyOf(totals, 'Source\tShare\nA\t43.3%\nB\t33.3%\nC\t33.3%\nTotal\t100%'), /come to 109\.9%/)
})

test('parts told in a sentence, a list, and what nothing is said of', () => {
  assert.match(
    whyOf(totals, '2.1 The team held 10 meetings, which comprised 5 conferences and 4 calls.'),
    /5 and 4 come to 9, not 10/,
  )
  assert.equal(
    tryRule(totals, '2.1 The team held 10 meetings, which comprised 5 conferences and 5 calls.').length,
    0,
  )
  assert.match(
    whyOf(totals, '2.1 There are three priorities:\n\n- one\n- two'),
    /It says three, and 2 are listed/,
  )
  assert.equal(tryRule(totals, '2.1 There are two priorities:\n\n- one\n- two').length, 0)
  const funnel =
    '2.1 The team received 90 referrals. Out of these 20 led to a meeting. 30 were closed. A further 25 withdrew.'
  assert.match(whyOf(totals, funnel), /comes to 75 \(20 \+ 30 \+ 25\)\. Nothing is said of the other 15/)
  assert.equal(tryRule(totals, `${funnel} 15 are open.`).length, 0)
})

test('parts in a list behind a colon, what is so and what is not, and a row whose counts make its first', () => {
  assert.match(
    whyOf(totals, '2.1 We had 612 referrals: 418 from the police, 97 from health and 43 by phone.'),
    /come to 558, not 612/,
  )
  assert.match(
    whyOf(totals, '2.1 £120,000 was awarded: £50,000 to Riders and £75,000 to the Council.'),
    /come to £125,000/,
  )
  assert.match(
    whyOf(totals, '2.1 Of these 52, 30 were answered and 12 were not answered.'),
    /come to 42, not 52/,
  )
  const scores = (last: number) =>
    `Outcome\tScored\tBetter\tWorse\nA\t30\t20\t10\nB\t41\t31\t10\nC\t50\t25\t25\nD\t60\t40\t${last}`
  assert.match(whyOf(totals, scores(21)), /Better, Worse come to 61; “Scored” says 60/)
  for (const stands of [
    '2.1 We had 612 referrals: 418 from the police, 151 from health and 43 by phone.',
    '2.1 We ran 3 projects: 12 people in Orton, 20 in Penfold and 9 in Dunmere.',
    '2.1 Of these 52, 30 were women and 12 were under 25.',
    scores(20),
    'Year\tCrimes\tHate\tOther\nA\t30\t4\t9\nB\t41\t5\t8\nC\t50\t6\t7',
  ])
    assert.deepEqual(tryRule(totals, stands), [], stands)
})
