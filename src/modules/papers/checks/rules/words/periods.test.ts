import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemblePaper } from '../../reading/assemble.ts'
import { readText } from '../../reading/read-text.ts'
import { tryRule, whyOf } from '../try-rule.ts'
import { periods } from './periods.ts'

test('another quarter in a heading, a figure of after the end, and a figure for another stretch', () => {
  assert.match(
    whyOf(periods, 'APPENDIX: UPDATE (Qtr 2)'),
    /It names Qtr 2; paragraph 1\.1 says the paper reports on Q3 2023-24/,
  )
  assert.match(
    whyOf(periods, '2.1 In February 2024 there were 40 calls.'),
    /February 2024 is after the period, which ends on 31 December 2023/,
  )
  assert.match(
    whyOf(periods, '2.1 From April 2023 to December 2023 there were 40 calls.'),
    /for April to December 2023; the other figures are for October to December 2023/,
  )
})

test('plans, numbers as at a day, the year before, and the quarter itself', () => {
  for (const said of [
    'APPENDIX: UPDATE (Qtr 3)',
    '2.1 As of January 2024 there are 29 hubs.',
    '2.1 The hub will open in April 2024 for 40 people.',
    '2.1 From October to December 2023 there were 40 calls.',
    '2.1 From October to December 2022 there were 40 calls.',
  ])
    assert.deepEqual(tryRule(periods, said), [], said)
})

test('a paper of a quarter for a meeting long after the next has ended', () => {
  const late = (date: string) =>
    periods.find(
      assemblePaper(
        readText(
          `Date of Meeting:\t${date}\nReport to:\tBoard\n\n1. Purpose\n\n1.1 This report covers quarter 1 of 2023-24.`,
        ),
      ),
    )
  assert.match(late('8 November 2023')[0]!.why, /another quarter, to 30 September 2023, has ended/)
  assert.deepEqual(late('20 October 2023'), [])
})
