import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { evidence } from './evidence.ts'

const plan = (third: string, colour = 'G') => `2.1 All activity is graded Green.

No\tOwner\tDeliverable\tRAG
1\tNW\tKeep the hubs open to everybody\tG
Update January 2024: 34 hubs are open.
2\tNW\tTeach schools about stalking\tG
Update January 2024: The lesson was given in 31 schools.
3\tForce\tRefer hate crime to support\t${colour}
Update January 2024: ${third}`

test('all Green, and some give no figure; or a Green whose words say otherwise', () => {
  assert.match(
    whyOf(evidence, plan('Work goes on with partners.')),
    /All 3 are Green\. 1 of them give no figure: number 3/,
  )
  assert.match(
    whyOf(evidence, plan('Take up of 40 remains a challenge.')),
    /Number 3 is graded Green, and its update says “remains a challenge”/,
  )
  assert.match(whyOf(evidence, plan('The 2 sessions have not been possible.')), /not been possible/)
})

test('all Green with figures, a plan that is not all Green, and people at risk', () => {
  assert.deepEqual(tryRule(evidence, plan('Officers referred 214 people.')), [])
  assert.deepEqual(tryRule(evidence, plan('Work goes on; it is delayed.', 'A')), [])
  assert.deepEqual(tryRule(evidence, plan('The 12 grants are for young people at risk of harm.')), [])
})
