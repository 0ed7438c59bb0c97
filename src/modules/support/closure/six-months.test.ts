import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, dayOfNumber } from '#reference'
import { lastDayToReturn, returnsAsSameCase } from './six-months.ts'

test('the same date six months later is the last day; a shorter month ends on its last', () => {
  assert.equal(lastDayToReturn('2026-05-22'), '2026-11-22')
  assert.equal(lastDayToReturn('2026-08-31'), '2027-02-28')
  assert.ok(returnsAsSameCase('2026-05-22', '2026-11-22'))
  assert.ok(!returnsAsSameCase('2026-05-22', '2026-11-23'))
})

test('every day from closing to the last day is the same case; none before or after', () => {
  const aDay = fc.integer({ min: 10_000, max: 30_000 }).map(dayOfNumber)
  fc.assert(
    fc.property(aDay, fc.integer({ min: -400, max: 400 }), (closed, days) => {
      const day = addDays(closed, days)
      assert.equal(returnsAsSameCase(closed, day), days >= 0 && day <= addMonths(closed, 6))
    }),
  )
})
