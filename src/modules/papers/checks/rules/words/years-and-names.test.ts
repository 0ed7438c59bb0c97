import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { yearsAndNames } from './years-and-names.ts'

test('a plan with other years, years written two ways, a name with a word lost or a space too many', () => {
  const plan =
    '2.1 The Police and Crime Plan (2021-25) is new.\n\n2.2 The Police and Crime Plan (2021-25) has four themes.\n\n'
  assert.match(
    whyOf(yearsAndNames, `${plan}2.3 It follows the Police and Crime Plan (2020-25).`),
    /the years 2020-25 here and 2021-25 elsewhere/,
  )
  assert.match(
    whyOf(yearsAndNames, '2.1 In 2013/14 it was so.\n\n2.2 In 2013/4 it was too.'),
    /written “2013\/4” here and “2013\/14”/,
  )
  assert.match(
    whyOf(
      yearsAndNames,
      '2.1 The Office of the Police and Crime Commissioner wrote.\n\n2.2 The Office of the Police and Crime Commissioner met.\n\n2.3 Ask the Office of the Police and Commissioner.',
    ),
    /“Office of the Police and Commissioner” is/,
  )
  assert.match(
    whyOf(yearsAndNames, '2.1 Catch22 runs it.\n\n2.2 Catch22 is good.\n\n2.3 Catch 22 left.'),
    /“Catch 22” is “Catch22”/,
  )
})

test('an earlier plan, a range of full years, and names that differ in more', () => {
  for (const said of [
    '2.1 The Police and Crime Plan (2021-25) is new.\n\n2.2 The previous Police and Crime Plan (2016-21) ended.',
    '2.1 The Police and Crime Plan (2021-25) is new.\n\n2.2 The Police and Crime Plan 2021-2025 is long.',
    '2.1 The Police and Crime Delivery Plan (2023-24) follows the Police and Crime Plan (2021-25).',
    '2.1 In May 20 people came; in May 2020 more.',
  ])
    assert.deepEqual(tryRule(yearsAndNames, said), [], said)
})
