import assert from 'node:assert/strict'
import test from 'node:test'
import { planBlocks } from './plan-blocks.ts'
import { measuresOf } from './plan-in-paper.ts'
import type { PlanShown } from './plan-shown.ts'

type Linked = PlanShown['deliverables'][number]
const linked = (number: number, measure: string | null, also_measures: string[]) =>
  ({ number, measure, also_measures }) as Linked

test('an office that plans activities reads of Activities, not of Activitys', () => {
  const shown = {
    plan: { theme_word: 'Theme', deliverable_word: 'Activity' },
    theme: { number: 1, title: 'Prevention' },
    deliverables: [] as PlanShown['deliverables'],
    before: new Map(),
  } as unknown as PlanShown
  const [table] = planBlocks(shown, 'table', 1)
  assert.ok(table?.kind === 'table')
  assert.equal(
    table.columns[2]!.title,
    'Activities of Commissioner, Chief Constable and partners, with updates',
  )
})

test('every linked measure is told once, with the numbers of all its deliverables', () => {
  const measures = measuresOf({
    deliverables: [
      linked(1, 'referrals-received', ['people-supported', 'referrals-received']),
      linked(2, null, ['people-supported', 'community-points:stage:registered']),
      linked(3, 'community-points', []),
      linked(4, null, []),
    ],
  })
  assert.deepEqual(
    measures.map(({ measure, only, title }) => [measure, only, /\(number .*/.exec(title!)![0]]),
    [
      ['referrals-received', {}, '(number 1)'],
      ['people-supported', {}, '(number 1, 2)'],
      ['community-points', { stage: 'registered' }, '(number 2)'],
      ['community-points', {}, '(number 3)'],
    ],
  )
})
