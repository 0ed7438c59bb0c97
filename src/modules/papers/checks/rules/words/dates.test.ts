import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { dates } from './dates.ts'

const plan = (update: string) =>
  `No\tOwner\tDeliverable\tRAG\n1\tNW\tKeep the hubs open to everybody\tG\n${update}`

test('dates that cannot be', () => {
  for (const [said, why] of [
    [
      '2.1 In November 2024 the Commissioner secured £500,000.',
      'tells November 2024 as past; the meeting is on 12 March 2024',
    ],
    ['2.1 The hub opened on 3 May 2024.', 'tells 3 May 2024 as past'],
    ['2.1 The plan will be published in January 2023.', 'tells January 2023 as still to come'],
    ['2.1 In January 2023 the plan will be published.', 'tells January 2023 as still to come'],
    ['2.1 It met on 31 June 2023.', 'There is no 31 June 2023'],
    ['2.1 It met on Monday 5 March 2024.', '5 March 2024 is a Tuesday'],
    ['2.1 It ran from March 2024 to November 2023.', 'ends before it begins'],
    [plan('Update 14.3.24: All is well with the hubs.'), 'dated after the meeting'],
    [
      plan('Update 12.2.24: A report is for submission to the Home Office in January 2023.'),
      'the update is of 12 February 2024',
    ],
  ] as const)
    assert.ok(whyOf(dates, said).includes(why), `${said}: ${whyOf(dates, said)}`)
})

test('dates that can', () => {
  for (const said of [
    '2.1 The contract will start in April 2024 and runs until March 2027.',
    '2.1 The Board agreed to fund the post until June 2026.',
    '2.1 It was launched in November 2021, which will contribute to the plan.',
    '2.1 A bid is due on 30 March 2024.',
    '2.1 On Tuesday 5 March 2024 the group met.',
    '2.1 The hub opened in January 2024.',
    '2.1 Members will receive the report of January 2023.',
    plan('Update February 2024: The report will be published in March 2024.'),
  ])
    assert.deepEqual(tryRule(dates, said), [], said)
})
