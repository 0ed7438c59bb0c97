// What a form says of a slip at the end of a long day: which field, what is wrong with it, and how to put it right.
import assert from 'node:assert/strict'
import test from 'node:test'
import { day, words } from './index.ts'

const born = day({ label: 'Born', name: 'the date of birth', mustBePast: true })
const said = (date: string, month: string, year: string) => {
  const read = born.read({ day: date, month, year }, '2026-11-22')
  return 'message' in read ? read.message : read.value
}

test('a day that cannot be is told apart from a year that was mistyped', () => {
  assert.equal(said('31', '2', '1990'), 'The date of birth must be a real date')
  assert.equal(said('1', '1', '84'), 'The year of the date of birth must have four digits, like 2026')
  assert.equal(
    said('1', '1', '1850'),
    'The year of the date of birth must be between 1880 and 2200. You typed 1850',
  )
  assert.equal(said('23', '11', '2026'), 'The date of birth must be today or in the past')
  assert.equal(said('', '', '1990'), 'The date of birth must include a day and month')
  assert.equal(said('a', 'b', 'c'), 'The date of birth must be a real date')
  assert.equal(said('22', 'November', '2026'), '2026-11-22')
})

test('a text that is too long is told by how much; one that nobody can see is nothing', () => {
  const note = words({ label: 'Note', name: 'the note', max: 8000 })
  const read = (text: string) => note.read(text, '2026-11-22')
  assert.deepEqual(read('x'.repeat(10_000)), {
    message: 'The note must be 8,000 characters or fewer. You typed 10,000',
  })
  assert.deepEqual(read(' \u200B\n\u2060 '), { message: 'Enter the note' })
  assert.deepEqual(read('😀 مرحبا\r\nzwei'), { value: '😀 مرحبا\nzwei' })
})
