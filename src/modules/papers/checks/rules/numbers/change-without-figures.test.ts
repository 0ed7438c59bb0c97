import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { changeWithoutFigures } from './change-without-figures.ts'

test('a rise or fall of what is counted is told with counts to compare', () => {
  for (const words of [
    'This year has seen a marked increase in referrals.',
    'Self-referrals have steadily increased, to 449.',
    'Complaints fell sharply over the year.',
    'The number of cases has more than doubled.',
  ])
    assert.match(whyOf(changeWithoutFigures, `2.1 ${words}`), /no count of before or after/, words)
})

test('with two counts or a share, as a hope, or of what is not counted, it stands', () => {
  for (const words of [
    'There was a marked increase in referrals. There were 240, against 190 the year before.',
    'Referrals increased significantly, by 12%.',
    'We hope to see referrals increase steadily.',
    'Confidence has grown steadily, and partners work together.',
  ])
    assert.deepEqual(tryRule(changeWithoutFigures, `2.1 ${words}`), [], words)
})
