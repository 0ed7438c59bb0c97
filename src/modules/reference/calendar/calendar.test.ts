import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { bankHolidaysOf } from './bank-holidays.ts'
import {
  addDays,
  addMonths,
  dayInLondon,
  dayInWords,
  dayOfNumber,
  daysBetween,
  isDay,
  weekday,
} from './day.ts'
import { performanceYearOf, periodInWords, quarterOf, quartersIn } from './performance-year.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const days = fc.integer({ min: 7_400, max: 25_500 }).map(dayOfNumber) // 1990 to 2039
const onDays = (year: number) =>
  bankHolidaysOf(year)
    .map(({ day }) => day.slice(5))
    .join(' ')

test('bank holidays fall where they were and will be taken', () => {
  assert.equal(onDays(2017), '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26')
  assert.equal(onDays(2018), '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26')
  assert.equal(onDays(2010), '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28') // Christmas on Saturday
  assert.equal(onDays(2022), '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27') // Christmas on Sunday
  assert.equal(onDays(2020), '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28') // Boxing Day on Saturday; VE Day
  assert.equal(onDays(2023), '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26')
  assert.equal(onDays(2012), '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26')
  assert.equal(onDays(2011), '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27')
  assert.equal(onDays(2002), '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26')
  assert.equal(onDays(1999), '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31')
  assert.equal(onDays(2038), '01-01 04-23 04-26 05-03 05-31 08-30 12-27 12-28') // Easter as late as it comes but one
})

test('every year from 1990 to 2040 has at least eight holidays, all on weekdays, each on its own day', () => {
  for (let year = 1990; year <= 2040; year++) {
    const holidays = bankHolidaysOf(year)
    assert.ok(holidays.length >= 8)
    assert.equal(new Set(holidays.map(({ day }) => day)).size, holidays.length)
    for (const { day, name } of holidays) assert.ok(weekday(day) % 6 !== 0, `${name} ${day}`)
  }
})

test('the event is day 0 and the clock runs to the end of working day N', () => {
  assert.equal(addWorkingDays('2017-03-13', 2), '2017-03-15')
  assert.equal(addWorkingDays('2017-03-11', 2), '2017-03-14') // reported on a Saturday
  assert.equal(addWorkingDays('2017-04-13', 2), '2017-04-19') // over Easter
  assert.equal(addWorkingDays('2017-03-11', 0), '2017-03-11')
  assert.throws(() => addWorkingDays('2017-03-11', 1.5), /Working days/)
})

test('working days counted between are those added', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 40 }), (event, count) => {
      const due = addWorkingDays(event, count)
      assert.equal(workingDaysBetween(event, due), count)
      if (count > 0) assert.ok(isWorkingDay(due))
      assert.equal(workingDaysBetween(due, event), 0)
    }),
  )
})

test('quarters are those of the performance year, and cover it without a gap', () => {
  assert.deepEqual(quarterOf('2018-04-01'), { from: '2018-04-01', to: '2018-06-30', label: 'Q1 2018-19' })
  assert.deepEqual(quarterOf('2019-03-31'), { from: '2019-01-01', to: '2019-03-31', label: 'Q4 2018-19' })
  assert.equal(performanceYearOf('2000-03-31').label, '1999-00')
  assert.equal(periodInWords(performanceYearOf('2017-09-09')), '1 April 2017 to 31 March 2018')
  assert.deepEqual(quartersIn('2019-01-01', '2018-01-01'), [])
  fc.assert(
    fc.property(days, (day) => {
      const year = performanceYearOf(day)
      const quarters = quartersIn(year.from, year.to)
      assert.equal(quarters.length, 4)
      assert.equal(quarters[0]!.from, year.from)
      assert.equal(quarters[3]!.to, year.to)
      for (const index of [1, 2, 3]) assert.equal(quarters[index]!.from, addDays(quarters[index - 1]!.to, 1))
      assert.ok(quarterOf(day).from <= day && day <= quarterOf(day).to)
    }),
  )
})

test('days add, compare and are written in words', () => {
  assert.equal(addMonths('2016-01-31', 1), '2016-02-29')
  assert.equal(addMonths('2017-03-31', -13), '2016-02-29')
  assert.equal(dayInWords('2026-07-01'), '1 July 2026')
  assert.equal(dayInLondon(new Date('2017-06-30T23:30:00Z')), '2017-07-01') // summer time
  assert.ok(isDay('2016-02-29') && !isDay('2017-02-29') && !isDay('2017-02-31') && !isDay('17-02-01'))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -900, max: 900 }),
      (day, n) => daysBetween(day, addDays(day, n)) === n,
    ),
  )
})
