import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule } from '../try-rule.ts'
import { percentWithoutN } from './percent-without-n.ts'

test('a percentage that is of nothing told', () => {
  for (const said of [
    '82% felt safer.',
    'Satisfaction was over 95% in each of the four areas.',
    'There was a rise of some 40 incidents (15%).',
    'Suicide rose (+24%).',
    'In March 2022, 74 per cent of clients agreed.',
  ])
    assert.equal(tryRule(percentWithoutN, `2.1 ${said}`).length, 1, said)
})

test('a percentage with its number, in its sentence, the one before, or the table beside it; and one of money', () => {
  for (const said of [
    '82% (of 307) felt safer.',
    'Of 120 people, 82% felt safer.',
    'It fell by 2% to a total of 222 reports.',
    'We asked 120 victims. 82% felt safer.',
    'There were 64 learners, 51 of whom (80%) finished.',
    'The team is 100% confident, and the precept rose by 2%.',
    'Health was the main need (33%).\n\nNeed\tCases\tShare\nHealth\t203\t33%\nMoney\t410\t67%',
  ])
    assert.deepEqual(tryRule(percentWithoutN, `2.1 ${said}`), [], said)
})
