import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckedPaper } from '../../model/paper.ts'
import { assemblePaper } from '../../reading/assemble.ts'
import { readText } from '../../reading/read-text.ts'
import { givenBefore } from './given-before.ts'

const paper = (date: string, quarter: number, words: string, earlier: CheckedPaper[] = []) =>
  assemblePaper(
    readText(
      `Report to:\tBoard\nDate of Meeting:\t${date}\n\n1. Purpose\n\n1.1 This report covers quarter ${quarter} of 2023-24.\n\n${words}\n`,
    ),
    earlier,
  )

test('what an earlier paper gave for the same period, and what stood then and stands now', () => {
  const before = paper('12 March 2024', 3, '1.2 There were 1,204 support calls. We have 29 community hubs.')
  const found = (quarter: number, words: string) =>
    givenBefore.find(paper('12 June 2024', quarter, words, [before]))
  assert.match(
    found(3, '1.2 There were 1,240 support calls.')[0]!.why,
    /The paper for 12 March 2024 gave 1,204/,
  )
  assert.match(
    found(3, '1.2 There were 1,240 support calls.')[0]!.to_do,
    /restatement note: “1,204 was given on 12 March 2024/,
  )
  assert.deepEqual(found(4, '1.2 There were 1,240 support calls.'), [], 'another quarter')
  assert.equal(found(4, '1.2 The service now has 32 registered community hubs.').length, 1)
  assert.deepEqual(found(4, '1.2 The service now has 29 registered community hubs.'), [])
})

test('a figure of the same measure and period that an earlier signed paper gave otherwise', () => {
  const draft: CheckedPaper = {
    ...paper('12 June 2024', 3, '1.2 Calls.'),
    figures: [
      {
        title: 'Calls answered',
        printed: '140',
        measure: 'calls',
        from: '2023-10-01',
        to: '2023-12-31',
        value: 140,
        href: '/papers/1/figures/calls',
        earlier: { printed: '240', title: 'Report of March', href: '/papers/2' },
      },
    ],
  }
  const [one] = givenBefore.find(draft)
  assert.equal(one!.severity, 'stops')
  assert.match(one!.to_do, /“Calls answered was given as 240 in an earlier paper/)
})

test('a cell that an earlier paper has for the same time, given otherwise; another year or another body’s table is not held against it', () => {
  const table = (year: number, count: string) =>
    `1.2 The counts are these.\n\nWhere\tIn ${year}\tIn ${year - 1}\nAshfield\t${count}\t90\nMansfield\t40\t35\n`
  const before = paper('12 March 2024', 3, table(2023, '118'))
  const found = (words: string, earlier = before) =>
    givenBefore.find(paper('12 June 2024', 4, words, [earlier]))
  const [one, ...more] = found(table(2023, '131'))
  assert.deepEqual(more, [])
  assert.match(one!.why, /gave 118 for “Ashfield” under “In 2023”.*this one gives 131/)
  assert.match(one!.to_do, /restatement note/)
  assert.deepEqual(found(table(2023, '118')), [])
  assert.deepEqual(found(table(2025, '131')), [], 'another year')
  assert.deepEqual(found(table(2023, '131'), { ...before, counts_others: true }), [])
})

test('a count in a dated update is held against one of the same day, not against what stood before', () => {
  const update = (day: string, count: number) =>
    `No\tOrganisation\tDeliverable\tRAG Status\n1\tNW\tOpen more community hubs\tG\n\nUpdate ${day}\n\nThere are now ${count} registered community hubs.\n`
  const before = paper('12 March 2024', 3, update('7 January 2024', 25))
  const found = (day: string, count: number) =>
    givenBefore.find(paper('12 June 2024', 4, update(day, count), [before])).length
  assert.deepEqual([found('7 April 2024', 29), found('7 January 2024', 29)], [0, 1])
})

test('one word is enough where both papers say of which months it tells', () => {
  const told = (count: number) =>
    `1.2 From April to September 2023 we had ${count} referrals, against 180 from April to September 2022.`
  const before = paper('12 March 2024', 3, told(212))
  const found = (words: string) => givenBefore.find(paper('12 June 2024', 4, words, [before]))
  assert.deepEqual(
    found(told(221)).map(({ about }) => about),
    ['212 221 referral'],
  )
  assert.deepEqual(found(told(212)), [])
  assert.deepEqual(found('1.2 From April to June 2023 we had 221 referrals.'), [])
})
