import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {
  dayInWords,
  dayOf,
  daysFromToday,
  momentInWords,
  monthInWords,
  shortDayInWords,
  timeInWords,
  weekdayInWords,
} from './dates.ts'
import { duringInWords, periodInWords } from './periods.ts'
import { decimalInWords, isNumeric, numberInWords, plainDigits, poundsInWords } from './numbers.ts'
import {
  decimalPercentage,
  decimalPercentageInWords,
  nOfM,
  nOfMInWords,
  percentageInWords,
  wholePercentage,
} from './percentages.ts'
import { plural } from './plurals.ts'
import { listInWords } from './lists.ts'

test('days are written as GOV.UK writes them', () => {
  assert.equal(dayInWords('2026-07-01'), '1 July 2026')
  assert.equal(shortDayInWords('2026-09-30'), '30 Sep 2026')
  assert.equal(weekdayInWords('2026-07-01'), 'Wednesday 1 July 2026')
  assert.equal(monthInWords('2026-02-28'), 'February 2026')
  assert.throws(() => dayInWords('2026-02-30'), RangeError)
  assert.throws(() => dayInWords('30/02/2026'), RangeError)
})

test('moments are told by the clock of England and Wales', () => {
  assert.equal(timeInWords('2026-07-01T09:00:00Z'), '10am')
  assert.equal(timeInWords('2026-01-01T09:05:00Z'), '9:05am')
  assert.equal(timeInWords('2026-01-01T12:00:00Z'), 'midday')
  assert.equal(timeInWords('2026-01-01T00:00:00Z'), 'midnight')
  assert.equal(timeInWords('2026-01-01T12:30:00Z'), '12:30pm')
  assert.equal(timeInWords('2026-01-01T00:30:00Z'), '12:30am')
  assert.equal(momentInWords(new Date('2026-06-30T23:30:00Z')), '1 July 2026 at 12:30am')
  assert.equal(momentInWords('2026-06-30 15:00:00+01'), '30 June 2026 at 3pm')
  assert.equal(dayOf('2026-06-30T23:30:00Z'), '2026-07-01')
  assert.throws(() => timeInWords(new Date('never')), RangeError)
})

test('how far a day is from today', () => {
  const today = '2026-03-01'
  assert.deepEqual(
    ['2026-03-01', '2026-03-02', '2026-02-28', '2026-04-01', '2024-02-29'].map((day) =>
      daysFromToday(day, today),
    ),
    ['today', 'tomorrow', 'yesterday', 'in 31 days', '731 days ago'],
  )
})

test('periods use the fewest words that leave no doubt', () => {
  const cases: [string, string, string][] = [
    ['2017-01-01', '2018-12-31', 'January 2017 to December 2018'],
    ['2026-04-01', '2026-06-30', 'April to June 2026'],
    ['2026-07-01', '2026-07-31', 'July 2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2023-02-01', '2024-02-28', '1 February 2023 to 28 February 2024'],
    ['2026-07-01', '2026-07-15', '1 to 15 July 2026'],
    ['2026-06-20', '2026-07-05', '20 June to 5 July 2026'],
    ['2025-12-20', '2026-01-03', '20 December 2025 to 3 January 2026'],
    ['2026-07-01', '2026-07-01', '1 July 2026'],
  ]
  for (const [from, to, words] of cases) assert.equal(periodInWords({ from, to }), words)
  assert.throws(() => periodInWords({ from: '2026-07-02', to: '2026-07-01' }), RangeError)
  assert.equal(duringInWords({ from: '2017-01-01', to: '2018-12-31' }), 'from January 2017 to December 2018')
  assert.equal(duringInWords({ from: '2026-07-01', to: '2026-07-31' }), 'in July 2026')
  assert.equal(duringInWords({ from: '2018-05-09', to: '2018-05-09' }), 'on 9 May 2018')
})

test('numbers keep every digit and gain commas', () => {
  assert.equal(numberInWords(16707), '16,707')
  assert.equal(numberInWords('16707.50'), '16,707.50')
  assert.equal(numberInWords(-1234567.5), '-1,234,567.5')
  assert.equal(numberInWords(12345678901234567890n), '12,345,678,901,234,567,890')
  assert.equal(numberInWords(999), '999')
  assert.equal(decimalInWords('1234.5', 2), '1,234.50')
  assert.equal(decimalInWords('0.005', 2), '0.01')
  assert.equal(decimalInWords('-0.004', 2), '0.00')
  assert.equal(decimalInWords('99.995', 2), '100.00')
  assert.equal(decimalInWords(7, 0), '7')
  assert.equal(poundsInWords('655285'), '£655,285')
  assert.equal(poundsInWords('-75.5'), '-£75.50')
  assert.equal(plainDigits(1.5e-7), '0.00000015')
  assert.equal(plainDigits(-1e21), '-1000000000000000000000')
  assert.equal(isNumeric(' 1'), false)
  assert.equal(isNumeric('1e3'), false)
  assert.equal(isNumeric(Number.NaN), false)
  for (const wrong of ['', '1e3', 'abc', Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => numberInWords(wrong), RangeError)
})

test('numbers: taking the commas out gives the digits back', () => {
  fc.assert(fc.property(fc.bigInt(), (value) => numberInWords(value).replaceAll(',', '') === String(value)))
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => Number(plainDigits(value)) === value,
    ),
  )
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 99 }), (pounds, pence) => {
      const amount = `${pounds}.${String(pence).padStart(2, '0')}`
      return Number(decimalInWords(amount, 2).replaceAll(',', '')) === Number(amount)
    }),
  )
})

test('a percentage never reads 100% unless all, nor 0% unless none', () => {
  assert.equal(percentageInWords(14, 15), '93%')
  assert.equal(percentageInWords(9999, 10000), 'over 99%')
  assert.equal(percentageInWords(1, 10000), 'under 1%')
  assert.equal(percentageInWords(15, 15), '100%')
  assert.equal(percentageInWords(0, 0), 'no percentage')
  assert.equal(decimalPercentageInWords(9999, 10000), '99.9%')
  assert.equal(decimalPercentageInWords(15, 15), '100.0%')
  assert.equal(decimalPercentageInWords(1, 8), '12.5%')
  assert.equal(nOfM(1614, 16707), '1,614 of 16,707')
  assert.equal(nOfMInWords(14, 15), '14 of 15 (93%)')
  assert.equal(nOfMInWords(0, 0), '0 of 0')
  assert.throws(() => wholePercentage(16, 15), RangeError)
  assert.throws(() => wholePercentage(-1, 15), RangeError)
  const counts = fc
    .integer({ min: 1, max: 2_000_000 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const exact = (part * 100) / whole
      for (const [value, step] of [
        [wholePercentage(part, whole), 1],
        [decimalPercentage(part, whole), 0.1],
      ] as const) {
        assert.ok(value !== null)
        assert.equal(value === 100, part === whole)
        assert.equal(value === 0, part === 0)
        assert.ok(Math.abs(value - exact) < step)
      }
    }),
  )
})

test('plurals and lists', () => {
  assert.equal(plural(1, 'referral'), '1 referral')
  assert.equal(plural(16707, 'referral'), '16,707 referrals')
  assert.equal(plural('2', 'person', 'people'), '2 people')
  assert.equal(plural(0, 'case'), '0 cases')
  assert.equal(listInWords([]), '')
  assert.equal(listInWords(['a']), 'a')
  assert.equal(listInWords(['a', 'b']), 'a and b')
  assert.equal(listInWords(['a', 'b', 'c'], 'or'), 'a, b or c')
})
