import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemblePaper } from '../../reading/assemble.ts'
import { readText } from '../../reading/read-text.ts'
import { tryRule, whyOf } from '../try-rule.ts'
import { updates } from './updates.ts'

const plan = (under: string) =>
  `No\tOwner\tDeliverable\tRAG\n1\tNW\tKeep the hubs open to everybody\tG\n${under}`
const LONG = 'Regular meetings continue to be held with every partner of the hubs.'

test('no update, one without a date, an old one, a silent owner, a copy, and figures of before', () => {
  for (const [under, why] of [
    ['', 'Number 1 has no update'],
    ['Update January 2024: No update has been given.', 'has no update'],
    ['The hubs are open to everybody who comes.', 'The update of number 1 has no date and no author'],
    [
      'Update August 2023: The hubs are open.',
      'is of 1 August 2023, before the period began on 1 October 2023.',
    ],
    ['Update April 2023: The hubs are open.', 'NW has been silent for two cycles'],
    [`Update January 2024: ${LONG}\nUpdate October 2023: ${LONG}`, 'The same sentence stands in two updates'],
    ['Update January 2024: As at the end of quarter 2 there were 34 hubs.', 'gives a figure as at quarter 2'],
    [
      'Update January 2024: The team helped 87 people in 2021/22.',
      'has figures of earlier years only; the paper reports on 2023-24',
    ],
  ] as const)
    assert.ok(whyOf(updates, plan(under)).includes(why), `${under}: ${whyOf(updates, plan(under))}`)
})

test('a fresh update is left alone', () => {
  for (const under of [
    'Update January 2024: As at the end of quarter 3 there were 34 hubs.',
    'NW Update: 12.1.24\nThe hubs are open. In 2023/24 they helped 87 people, and 60 in 2022/23.',
    'Update January 2024: The hubs are open.\nUpdate April 2023: The hubs will open.',
  ])
    assert.deepEqual(tryRule(updates, plan(under)), [], under)
})

test('an owner who gave nothing for two cycles of the records', () => {
  const paper = assemblePaper(readText(plan('Update January 2024: The hubs are open.')))
  const silent = { ...paper, deliverables: paper.deliverables.map((one) => ({ ...one, silent_cycles: 2 })) }
  assert.match(updates.find(silent)[0]!.why, /NW has given no update of number 1 for 2 cycles/)
})

test('an owner who gave nothing of all they were asked for is told once, by name', () => {
  const paper = assemblePaper(readText(plan('Update January 2024: The hubs are open.')))
  const why = 'CG has given none of the updates asked for in 2 cycles in a row.'
  const [found] = updates.find({
    ...paper,
    silent_owners: [{ why, where: 'owner CG', href: '/plan-cycles/1' }],
  })
  assert.deepEqual([found!.why, found!.severity, found!.href], [why, 'stops', '/plan-cycles/1'])
})
