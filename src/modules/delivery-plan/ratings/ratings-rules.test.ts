import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { countInWords, countStatuses, doubtsAbout } from './count-statuses.ts'
import { movementInWords } from './movement.ts'
import { proposeStatus, ruleInWords, type Ruled } from './propose-status.ts'
import { STATUS_CODES } from '../words.ts'

const ruled = (more: Partial<Ruled>): Ruled => ({
  rule: 'none',
  starts_on: null,
  due_on: null,
  done_on: null,
  dates_too: false,
  amber_within: 5,
  at_risk_days: 28,
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

test('what is finished is Green by its dates, from the day it was, late or not', () => {
  const one = ruled({ rule: 'date', starts_on: '2019-07-01', due_on: '2020-03-31', done_on: '2020-04-03' })
  assert.equal(proposeStatus(one, '2020-04-02')?.status, 'red')
  assert.deepEqual(proposeStatus(one, '2020-04-03'), {
    status: 'green',
    because: 'It was finished on 3 April 2020, 3 days after it was due.',
  })
  const early = ruled({ rule: 'date', starts_on: '2020-07-01', due_on: '2020-09-30', done_on: '2020-06-01' })
  assert.equal(proposeStatus(early, '2020-06-02')?.because, 'It was finished on 1 June 2020.')
})

test('how far off is Amber, and how early a due date is at risk, are the office’s own', () => {
  const more = ruled({ rule: 'percentage', target: 100, amber_within: 10 })
  assert.deepEqual(
    [90, 89.9].map((value) => proposeStatus(more, '2020-01-01', measured(value))),
    [
      {
        status: 'amber',
        because: 'The measure is 90; the target is at least 100, and it is within 10% off.',
      },
      {
        status: 'red',
        because: 'The measure is 89.9; the target is at least 100, and it is more than 10% off.',
      },
    ],
  )
  const dated = ruled({ rule: 'date', due_on: '2020-03-31', at_risk_days: 7 })
  assert.deepEqual(
    ['2020-03-23', '2020-03-24'].map((day) => proposeStatus(dated, day)?.status),
    ['green', 'amber'],
  )
})

test('by its dates and its measure: the worse of the two, and both are told', () => {
  const both = ruled({
    rule: 'bands',
    target: 80,
    amber_to: 60,
    dates_too: true,
    starts_on: '2020-01-01',
    due_on: '2020-03-31',
  })
  const on = (day: string, value: number | null, more: Partial<Ruled> = {}) =>
    proposeStatus({ ...both, ...more }, day, measured(value))
  assert.equal(on('2019-12-31', 10)?.status, 'white')
  assert.deepEqual(on('2020-02-01', 10), {
    status: 'red',
    because:
      'By its dates it is Green: it is due on 31 March 2020. By its measure it is Red: the measure is 10; green is at least 80, amber at least 60. The worse of the two is proposed.',
  })
  assert.equal(on('2020-04-01', 90)?.status, 'red')
  assert.equal(
    on('2020-02-01', 90)?.because,
    'It is due on 31 March 2020. The measure is 90; green is at least 80, amber at least 60.',
  )
  assert.equal(on('2020-04-01', 70, { done_on: '2020-03-30' })?.status, 'amber')
  assert.match(on('2020-02-01', null)!.because, /Its measure gives nothing to go by/)
  assert.match(
    ruleInWords({ ...both, measured_over: 'year' }, 'Referrals'),
    /^By Referrals over the year so far: at least 80 green, at least 60 amber, beyond that red; and by its dates: amber from 28 days/,
  )
  const worse = ['green', 'white', 'amber', 'red']
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom('percentage' as const, 'bands' as const),
      (value, days, rule) => {
        const day = new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
        const status = (more: Partial<Ruled>) => on(day, value, { rule, ...more })!.status
        const parts = [status({ dates_too: false }), status({ rule: 'date', dates_too: false })]
        const at = Math.max(...parts.map((one) => worse.indexOf(one)))
        assert.equal(status({}), worse[at])
      },
    ),
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
