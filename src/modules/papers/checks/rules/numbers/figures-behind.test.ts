import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckedPaper, Part } from '../../model/paper.ts'
import { allSentences } from '../../model/sentences.ts'
import { figuresBehind } from './figures-behind.ts'

const draft = (text: string, typed: boolean, bound: string[] = []): CheckedPaper => {
  const parts: Part[] = [
    {
      kind: 'paragraph',
      text,
      typed,
      bound,
      zone: 'body',
      section: 'Points',
      where: 'paragraph 1.1',
      href: '/papers/1/sections/1',
    },
  ]
  return {
    source: 'draft',
    title: '',
    front: [],
    parts,
    sentences: allSentences(parts),
    links: [],
    deliverables: [],
    earlier: [],
    facts: { is_public: true },
    figures: [
      {
        title: 'Referrals received',
        printed: '1,204',
        value: 1204,
        measure: 'referrals-received',
        from: '2024-01-01',
        to: '2024-03-31',
        href: '/papers/1/figures/referrals',
      },
    ],
  }
}

test('a typed number in a draft is told, with the figure that gives it where there is one', () => {
  const [known] = figuresBehind.find(draft('We had 1,204 referrals.', true))
  assert.match(known!.to_do, /“Referrals received” gives this number/)
  assert.equal(known!.href, '/papers/1/figures/referrals')
  const [unknown] = figuresBehind.find(draft('We had 77 visits.', true))
  assert.match(unknown!.to_do, /enter it as a figure from elsewhere with its source/)
  assert.equal(unknown!.href, '/papers/1/sections/1')
})

test('numbers that a figure or the template gives, years and small words are not', () => {
  assert.deepEqual(figuresBehind.find(draft('We had 1,204 referrals.', true, ['1,204'])), [])
  assert.deepEqual(figuresBehind.find(draft('We had 77 visits.', false)), [])
  assert.deepEqual(
    figuresBehind.find(draft('In late 2023 and in 2024 we met on 12 March, two of us, for £4,000.', true)),
    [],
  )
  assert.deepEqual(figuresBehind.find({ ...draft('We had 77 visits.', true), source: 'text' }), [])
})
