import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { leftOver } from './left-over.ts'

test('what a form tells its author, what was to be filled in and a word typed twice are told', () => {
  assert.match(whyOf(leftOver, '2.1 Delete as appropriate.'), /what the form tells its author/)
  for (const place of ['TBC', '[insert date]', 'XX', '{{ referrals }}', '???'])
    assert.match(whyOf(leftOver, `2.1 The service began on ${place} last year.`), /to be filled in/, place)
  assert.match(whyOf(leftOver, '2.1 It was the the first of its kind.'), /“the the”: one word is typed twice/)
})

test('what reads alike and is meant is left alone', () => {
  for (const words of [
    'What they had had before was worse, and that that was so is known.',
    'The ANT ANT scheme, a well-known known-offender list and Super Bowl LXX were named.',
    'Please contact the office if you need it in large print.',
  ])
    assert.deepEqual(tryRule(leftOver, `2.1 ${words}`), [], words)
})
