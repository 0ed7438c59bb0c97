import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { namedConsistently } from './named-consistently.ts'

test('another theme in the purpose, in a heading, or under another name', () => {
  assert.match(
    whyOf(namedConsistently, '2.1 This is a progress report on Theme 1 of the plan.'),
    /It speaks of Theme 1; the title says the paper is about Theme 2/,
  )
  assert.match(whyOf(namedConsistently, '3 Overview of Theme 4'), /Theme 4/)
  assert.match(
    whyOf(namedConsistently, '2.1 The themes are:\n- T1. Preventing crime\n- T2. Serving victims'),
    /Theme 2 is called “HELPING VICTIMS” here and “Serving victims” in the list/,
  )
  assert.match(
    whyOf(namedConsistently, '3. Recommendations\n\n3.1 The Panel is asked to note this.'),
    /It asks the Panel, and the paper goes to “Delivery Board”/,
  )
})

test('the list of themes, and another theme that is said to be another', () => {
  for (const said of [
    '2.1 The themes are:\n- T1. Preventing crime\n- T2. Helping victims',
    '2.1 This work also contributes to Theme 3.',
    '2.1 Theme 2 is linked to Theme 1.',
    '2.1 A separate report tells of Theme 4.',
    '3. Recommendations\n\n3.1 The Board is asked to note this.',
  ])
    assert.deepEqual(tryRule(namedConsistently, said), [], said)
})
