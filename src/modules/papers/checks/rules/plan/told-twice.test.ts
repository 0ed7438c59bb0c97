import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { toldTwice } from './told-twice.ts'

const WORK =
  'staff work with emergency departments and walk in centres to improve what is collected about injuries'
const table = (second: string) => `No	Organisation	Deliverable	RAG Status
1	NW	Improve the data on violence	G

Update January 2024
This quarter ${WORK}.

2	CG	Respond to those who come again and again	G

Update January 2024
${second}`

test('the same words under two deliverables are told, with the first', () => {
  assert.match(
    whyOf(toldTwice, table(`Again, ${WORK}, every month.`)),
    /Number 1 says the same: “staff work with/,
  )
})

test('the same words under one deliverable, or a phrase of the field, are not', () => {
  assert.deepEqual(
    tryRule(toldTwice, table('Staff work with emergency departments and walk in centres.')),
    [],
  )
})

test('a sentence that stands in two paragraphs is told; what a summary says again is meant', () => {
  const sentence =
    'Youth workers were present on Friday and Saturday nights in three towns and spoke with many.'
  assert.match(
    whyOf(toldTwice, `3. Partners\n\n3.1 ${sentence}\n\n3.2 ${sentence}`),
    /paragraph 3\.1 says the same/,
  )
  assert.deepEqual(
    tryRule(toldTwice, `2.1 ${sentence}\n\n3. Partners\n\n3.1 ${sentence}`),
    [],
    'under “Key points”',
  )
})
