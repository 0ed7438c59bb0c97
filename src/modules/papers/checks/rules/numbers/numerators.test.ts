import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { numerators } from './numerators.ts'

test('a part larger than its whole', () => {
  for (const said of [
    'We have 29 points (including 60 libraries).',
    'Of the 214 people, 231 felt safer.',
    'It was 31 of 30.',
    'There were 40 survivors, of whom 45 were supported.',
    'Altogether 104% of victims were told.',
  ])
    assert.equal(tryRule(numerators, `2.1 ${said}`).length, 1, said)
  assert.match(
    whyOf(numerators, 'Area\tSurveyed\tSatisfied\nNorth\t40\t38\nSouth\t30\t31\nEast\t20\t12'),
    /Satisfied is 31, more than the 30/,
  )
})

test('nothing is said of parts within their whole, of dates, or of what is no part', () => {
  for (const said of [
    'We have 60 points (including 29 libraries).',
    'Of the 231 people, 214 felt safer.',
    'The helpline is open 24/7, in 2019/20 and on 31/12.',
    'There were 12 grants, worth £4,000 in all, and 310 people used them.',
    'Calls rose by 140% to 2,400.',
    'Two of the first 40 forms came back.',
  ])
    assert.deepEqual(tryRule(numerators, `2.1 ${said}`), [], said)
})
