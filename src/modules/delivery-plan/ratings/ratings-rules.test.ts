import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { countInWords, countStatuses, doubtsAbout } from './count-statuses.ts'
import { movementInWords } from './movement.ts'
import { proposeStatus, type Ruled } from './propose-status.ts'
import { STATUS_CODES } from '../words.ts'

const ruled = (more: Partial<Ruled>): Ruled => ({
  rule: 'none',
  starts_on: null,
  due_on: null,
  target: null,
  amber_to: null,
  less_is_better: false,
  ...more,
})
const measured = (value: number | null) => ({ value, words: String(value) })

test('by date: not started is White, past due Red, nearly due Amber, else Green', () => {
  const one = ruled({ rule: 'date', starts_on: '2019-07-01', due_on: '2020-03-31' })
  const on = (day: string) => proposeStatus(one, day)?.status
  assert.equal(on('2019-06-30'), 'white')
  assert.equal(on('2019-07-01'), 'green')
  assert.equal(on('2020-03-02'), 'green')
  assert.equal(on('2020-03-03'), 'amber')
  assert.equal(on('2020-03-31'), 'amber')
  assert.equal(on('2020-04-01'), 'red')
})

test('by percentage: up to 5% off is Amber, whichever way is better', () => {
  const more = ruled({ rule: 'percentage', target: 100 })
  const less = ruled({ rule: 'percentage', target: 100, less_is_better: true })
  assert.deepEqual(
    [100, 95, 94.9].map((value) => proposeStatus(more, '2020-01-01', measured(value))?.status),
    ['green', 'amber', 'red'],
  )
  assert.deepEqual(
    [100, 105, 105.1].map((value) => proposeStatus(less, '2020-01-01', measured(value))?.status),
    ['green', 'amber', 'red'],
  )
})

test('by bands: the office’s own thresholds', () => {
  const bands = ruled({ rule: 'bands', target: 80, amber_to: 60 })
  assert.deepEqual(
    [80, 79, 60, 59].map((value) => proposeStatus(bands, '2020-01-01', measured(value))?.status),
    ['green', 'amber', 'amber', 'red'],
  )
})

test('nothing is proposed without a rule, a measure, or anything to divide by', () => {
  assert.equal(proposeStatus(ruled({}), '2020-01-01'), undefined)
  assert.equal(proposeStatus(ruled({ rule: 'bands', target: 1 }), '2020-01-01'), undefined)
  assert.equal(
    proposeStatus(ruled({ rule: 'percentage', target: 1 }), '2020-01-01', measured(null)),
    undefined,
  )
})

test('the counts are of all deliverables, and read 100% only when all are', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...STATUS_CODES)), { maxLength: 400 }), (statuses) => {
      const counts = countStatuses(statuses)
      const parts = STATUS_CODES.reduce((sum, status) => sum + counts[status], counts.unrated)
      assert.equal(parts, statuses.length)
      for (const status of STATUS_CODES) {
        const words = countInWords(counts[status], counts.all)
        if (words.includes('100.0%')) assert.equal(counts[status], counts.all)
        if (words.includes('(0.0%)')) assert.equal(counts[status], 0)
      }
    }),
  )
  assert.equal(countInWords(14, 15), '14 of 15 (93.3%)')
})

test('an overall statement is checked against the counts', () => {
  const counts = countStatuses(['green', 'green', 'white'])
  assert.deepEqual(doubtsAbout('All activity is graded Green.', counts), [
    'It says that all are Green, but 2 of 3 are.',
  ])
  assert.deepEqual(doubtsAbout('14 of 15 are Green.', counts), ['It says 14 Green, but 2 are.'])
  assert.deepEqual(doubtsAbout('Two are Green and one is yet to start.', counts), [])
})

test('movement is told in words', () => {
  assert.equal(movementInWords('green', 'amber'), 'Up from Amber')
  assert.equal(movementInWords('red', 'green'), 'Down from Green')
  assert.equal(movementInWords('amber', 'amber'), 'No change')
  assert.equal(movementInWords('green', null), 'First rating')
  assert.equal(movementInWords('amber', 'white'), 'Started: was White')
  assert.equal(movementInWords(null, 'red'), 'Not rated; was Red')
})
