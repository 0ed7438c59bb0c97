import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { countsThatDiffer } from './counts-that-differ.ts'

test('one count written two ways', () => {
  assert.match(
    whyOf(
      countsThatDiffer,
      '2.1 The hub received 1,204 referrals.\n\n2.2 In all 1,240 referrals were received.',
    ),
    /says 1,240; paragraph 2\.1 says 1,204/,
  )
  assert.equal(
    tryRule(countsThatDiffer, '2.1 There are 29 registered hubs.\n\n2.2 The 32 registered hubs are open.')
      .length,
    1,
  )
})

test('two updates: the newer speaks of a day before the older was written', () => {
  const plan = (newer: string) =>
    `No\tOwner\tDeliverable\tRAG\n1\tNW\tKeep the registered hubs open to everybody\tG\nUpdate January 2024: ${newer}\nUpdate October 2023: There are 32 registered hubs.`
  assert.equal(
    tryRule(countsThatDiffer, plan('As at the end of quarter 2 there were 34 registered hubs.')).length,
    1,
  )
  assert.equal(
    tryRule(countsThatDiffer, plan('As at the end of quarter 3 there were 34 registered hubs.')).length,
    0,
  )
})

test('different things, parts, other times and comparisons are left alone', () => {
  for (const said of [
    '2.1 The hub received 120 referrals.\n\n2.2 There were 102 referrals to the clinic.',
    '2.1 In 2022 there were 120 hubs.\n\n2.2 In 2023 there were 102 hubs.',
    '2.1 There were 120 calls.\n\n2.2 A further 102 calls were missed.',
    '2.1 There were 120 calls.\n\n2.2 Calls rose from 102 to 120 calls.',
    '2.1 It took 12 months.\n\n2.2 It took 21 months.',
  ])
    assert.deepEqual(tryRule(countsThatDiffer, said), [], said)
})

test('a sentence and its table', () => {
  const table =
    'Offence\tCrimes\t% of all\nBurglary of homes\t1,536\t27.4%\nRobbery\t4,066\t72.6%\nTotal\t5,602\t100%'
  assert.match(
    whyOf(countsThatDiffer, `2.1 There were 5,620 crimes.\n\n${table}`),
    /the sentence says 5,620; the table .* gives 5,602/i,
  )
  assert.match(
    whyOf(countsThatDiffer, `${table}\n\n2.1 Burglary of homes made up 27.1%.`),
    /table gives 27\.4% for “Burglary of homes”/,
  )
  assert.match(
    whyOf(countsThatDiffer, `${table}\n\n2.1 Burglary of homes was 1,563 of these.`),
    /table gives 1,536/,
  )
  assert.equal(
    tryRule(countsThatDiffer, `${table}\n\n2.1 Burglary of homes made up 27% of 5,602 crimes (1,536).`)
      .length,
    0,
  )
  assert.match(
    whyOf(countsThatDiffer, 'A\tShare\nOnce\t92.56%\nTwice\t7.44%\n\n2.1 Most (92.5%) came once.'),
    /92\.6% when rounded, not 92\.5%/,
  )
})

test('a sentence that tells of several rows gives each row its own share', () => {
  const asked =
    'Question\tYes\tAnswers\t% yes\nCompletely satisfied\t637\t650\t98%\nWould use it again\t631\t650\t97%'
  const told = (satisfied: string) =>
    `${asked}\n\n2.1 Of those who answered, ${satisfied} were completely satisfied and 97% (631 of 650) would use it again.`
  assert.equal(tryRule(countsThatDiffer, told('98% (637 of 650)')).length, 0)
  const [headings, satisfied] = asked.split('\n')
  const alone = told('98% (637 of 650)').replace(asked, `${headings}\n${satisfied}`)
  assert.equal(tryRule(countsThatDiffer, alone).length, 0, 'nor where the table has no row for it')
  assert.match(
    whyOf(countsThatDiffer, told('96%')),
    /says 96%; the table gives 98% for “Completely satisfied”/,
  )
})
