import assert from 'node:assert/strict'
import test from 'node:test'
import { choice, day, form, seenOf, severalOf, withChangesOfOthers, words } from './index.ts'

const person = form({
  surname: words({ label: 'Surname', name: 'the surname', optional: true }),
  needs: words({ label: 'Needs', name: 'the needs', rows: 3, optional: true }),
  sex: choice({ F: 'Female', M: 'Male' }, { label: 'Sex', name: 'the sex', optional: true }),
  born: day({ label: 'Born', name: 'the date of birth', optional: true }),
  teams: severalOf({ a: 'A', b: 'B' }, { label: 'Teams', name: 'the teams', optional: true }),
})
const stored = {
  surname: 'Nowak',
  needs: 'Large print\nShort calls',
  sex: null,
  born: '1957-04-08',
  teams: ['b', 'a'],
}
/** What a browser sends of the form as it is stored, with these changes. */
const sent = (changes: Record<string, string | string[]> = {}) => ({
  surname: 'Nowak',
  needs: 'Large print\r\nShort calls',
  'born-day': '8',
  'born-month': '4',
  'born-year': '1957',
  teams: ['a', 'b'],
  ...changes,
})
const saved = (body: ReturnType<typeof sent>, now: object, seen = seenOf(person, stored)) =>
  withChangesOfOthers(person, seen, body, person.read(body, '2026-11-20'), now)

test('where nobody else changed anything, what was typed is saved', () => {
  const { values, messages } = saved(sent({ surname: 'Kowalska' }), stored)
  assert.equal(values.surname, 'Kowalska')
  assert.deepEqual(messages, {})
})

test('what I left alone stays as somebody else changed it, in every kind of field', () => {
  const now = { surname: 'Nowak', needs: 'Braille', sex: 'F', born: '1957-08-04', teams: ['a'] }
  const { values, messages } = saved(sent({ surname: 'Kowalska' }), now)
  assert.deepEqual(messages, {})
  assert.deepEqual(values, { ...now, surname: 'Kowalska' })
})

test('what both of us changed is asked about once, with what stands there now', () => {
  const mine = sent({ surname: 'Kowalska', sex: 'M', 'born-day': '9' })
  const now = { ...stored, surname: 'Nowak-Lis', sex: 'F', born: '1957-04-07', needs: null }
  const { messages, seen } = saved(mine, now)
  assert.deepEqual(Object.keys(messages), ['surname', 'sex', 'born'])
  assert.match(messages.surname!, /“Nowak-Lis”.*save again/)
  assert.match(messages.sex!, /“Female”/)
  assert.match(messages.born!, /“7 4 1957”/)
  const again = saved(mine, now, seen)
  assert.deepEqual(again.messages, {})
  assert.equal(again.values.surname, 'Kowalska')
  assert.equal(again.values.needs, null, 'what I never touched is not written over the second time either')
})

test('the same change by both is no disagreement', () => {
  assert.deepEqual(saved(sent({ surname: 'Lis' }), { ...stored, surname: 'Lis' }).messages, {})
})
