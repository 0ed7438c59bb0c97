import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, CONTACT_CHANNELS, CONTACT_RESULTS, workingDaysBetween } from '#reference'
import { dayOf } from '#platform/words/dates.ts'
import { nextContactStep, partOfDay, type Attempt, type ContactSoFar } from './attempt-rules.ts'

const start: ContactSoFar = {
  received_on: '2026-11-20', // a Friday
  enhanced: false,
  attempts: [],
  route_reviewed_at: null,
  may_write: true,
}
const call = (
  at: string,
  result: Attempt['result'] = 'no-answer',
  channel: Attempt['channel'] = 'phone',
) => ({
  attempted_at: at,
  channel,
  result,
})

test('the first attempt is due in two working days, or one where rights are enhanced', () => {
  assert.deepEqual(nextContactStep(start), { step: 'first-contact', due_on: '2026-11-24' })
  assert.equal(nextContactStep({ ...start, enhanced: true })?.due_on, '2026-11-23')
})

test('a bank holiday is no working day', () => {
  assert.equal(nextContactStep({ ...start, received_on: '2026-12-24' })?.due_on, '2026-12-30')
})

test('two calls on one morning: the third must be on another day and at another time', () => {
  const attempts = [call('2026-11-23T09:10:00Z'), call('2026-11-23T10:10:00Z')]
  assert.deepEqual(nextContactStep({ ...start, attempts }), {
    step: 'try-again',
    due_on: '2026-11-25',
    attempt: 3,
    another_day: true,
    another_time: ['afternoon', 'evening'],
  })
})

test('three attempts, then one message, then close five working days later', () => {
  const attempts = [call('2026-11-23T09:10:00Z'), call('2026-11-23T14:10:00Z'), call('2026-11-25T09:10:00Z')]
  assert.equal(nextContactStep({ ...start, attempts })?.step, 'send-message')
  assert.equal(nextContactStep({ ...start, attempts, may_write: false })?.step, 'close-no-contact')
  const written = [...attempts, call('2026-11-26T09:00:00Z', 'message-left', 'letter')]
  assert.deepEqual(nextContactStep({ ...start, attempts: written }), {
    step: 'close-no-contact',
    due_on: '2026-12-03',
  })
})

test('someone else answered: nothing is tried until the route is reviewed', () => {
  const attempts = [call('2026-11-23T09:10:00Z', 'third-party')]
  assert.equal(nextContactStep({ ...start, attempts })?.step, 'review-route')
  assert.equal(
    nextContactStep({ ...start, attempts, route_reviewed_at: '2026-11-23T12:00:00Z' })?.step,
    'try-again',
  )
})

test('where no safe way was found nothing more is tried, until somebody finds one', () => {
  const reviewed = { ...start, route_reviewed_at: '2026-11-23T12:00:00Z', none_safe: true }
  const close = { step: 'close-no-contact', due_on: '2026-11-24' } as const
  assert.deepEqual(nextContactStep(reviewed), close)
  assert.deepEqual(
    nextContactStep({ ...reviewed, attempts: [call('2026-11-23T09:10:00Z', 'third-party')] }),
    close,
  )
  assert.equal(nextContactStep({ ...reviewed, attempts: [call('2026-11-24T09:10:00Z')] })?.step, 'try-again')
  assert.equal(nextContactStep({ ...reviewed, none_safe: false })?.step, 'first-contact')
})

test('the part of the day is by the clock of England and Wales', () => {
  assert.equal(partOfDay('2026-07-01T10:59:00Z'), 'morning')
  assert.equal(partOfDay('2026-07-01T11:00:00Z'), 'afternoon')
  assert.equal(partOfDay('2026-07-01T16:00:00Z'), 'evening')
})

const anAttempt = fc.record({
  attempted_at: fc.date({
    min: new Date('2026-11-20T08:00:00Z'),
    max: new Date('2027-01-20'),
    noInvalidDate: true,
  }),
  channel: fc.constantFrom(...(Object.keys(CONTACT_CHANNELS) as Attempt['channel'][])),
  result: fc.constantFrom(...(Object.keys(CONTACT_RESULTS) as Attempt['result'][])),
})
const someAttempts = fc
  .array(anAttempt, { maxLength: 9 })
  .map((list) => list.toSorted((a, b) => a.attempted_at.getTime() - b.attempted_at.getTime()))
const anything = fc.record({
  received_on: fc.constantFrom('2026-11-20', '2026-11-21', '2026-12-24', '2027-04-01'),
  enhanced: fc.boolean(),
  attempts: someAttempts,
  route_reviewed_at: fc.option(fc.constant('2027-02-01T00:00:00Z')),
  may_write: fc.boolean(),
})

test('whoever was reached needs no further attempt, and nobody else is left without a step', () => {
  fc.assert(
    fc.property(anything, (soFar) => {
      assert.equal(
        nextContactStep(soFar) === undefined,
        soFar.attempts.some((attempt) => attempt.result === 'reached'),
      )
    }),
  )
})

test('nobody is written to or closed before three attempts on two dates and at two times of day', () => {
  fc.assert(
    fc.property(anything, (soFar) => {
      const next = nextContactStep(soFar)
      if (next?.step !== 'send-message' && next?.step !== 'close-no-contact') return
      const spoken = soFar.attempts.filter((a) => ['phone', 'face-to-face', 'live-chat'].includes(a.channel))
      assert.ok(spoken.length >= 3)
      assert.ok(new Set(spoken.map((a) => dayOf(a.attempted_at))).size >= 2)
      assert.ok(new Set(spoken.map((a) => partOfDay(a.attempted_at))).size >= 2)
    }),
  )
})

test('no message is asked for where none may be sent', () => {
  fc.assert(
    fc.property(anything, (soFar) => {
      assert.notEqual(nextContactStep({ ...soFar, may_write: false })?.step, 'send-message')
    }),
  )
})

test('every step is due on a working day after the one it follows from, enhanced never later than others', () => {
  fc.assert(
    fc.property(anything, (soFar) => {
      const next = nextContactStep(soFar)
      if (!next) return
      const last = soFar.attempts.at(-1)
      const from = last ? dayOf(last.attempted_at) : soFar.received_on
      const base = next.step === 'close-no-contact' ? '2026-11-20' : from
      assert.ok(next.due_on > base)
      assert.equal(addWorkingDays(base, workingDaysBetween(base, next.due_on)), next.due_on)
      const sooner = nextContactStep({ ...soFar, enhanced: true })!
      const later = nextContactStep({ ...soFar, enhanced: false })!
      assert.ok(sooner.due_on <= later.due_on)
    }),
  )
})
