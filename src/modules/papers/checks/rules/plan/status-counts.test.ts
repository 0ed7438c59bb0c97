import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { statusCounts } from './status-counts.ts'

const plan = (key: string, said = 'Three are Green and one is Amber.') => `2.1 ${said}

Green\tAmber\tRed\tWhite
${key}

No\tOwner\tDeliverable\tRAG
1\tNW\tKeep the hubs open to everybody\tG
2\tNW\tTeach schools about stalking\tGreen
3\tForce\tRefer hate crime to support\tA
4\tVRU\tFund counselling for children\tG`

test('counts by colour that the rows do not bear out', () => {
  assert.deepEqual(tryRule(statusCounts, plan('3/4 (75%)\t1/4 (25%)\t0/4 (0%)\t0/4 (0%)')), [])
  const why = whyOf(statusCounts, plan('4/4 (100%)\t0/4 (0%)\t0/0 (0%)\t0/4 (0%)'))
  for (const words of [
    'Red is “0/0 (0%)”; the others are of 4.',
    'Green is “4/4 (100%)”; the rows give 3 of 4.',
    'Amber is “0/4 (0%)”; the rows give 1 of 4.',
  ])
    assert.ok(why.includes(words), why)
  assert.match(
    whyOf(statusCounts, plan('3/5 (60%)\t1/5 (20%)\t0/5 (0%)\t0/5 (0%)')),
    /The colours come to 4, of 5\.[^]*It counts 5 deliverables; the table has 4\./,
  )
})

test('what is said of the colours in words', () => {
  const key = '3/4 (75%)\t1/4 (25%)\t0/4 (0%)\t0/4 (0%)'
  assert.match(whyOf(statusCounts, plan(key, 'All activity is graded Green.')), /number 3 is Amber/)
  assert.match(
    whyOf(statusCounts, plan(key, 'In total 2 are Green.')),
    /It says 2 Green; the rows give 3 of 4/,
  )
})
