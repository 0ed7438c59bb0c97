import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Block } from './document.ts'
import { numberParts, planNumbers } from './plan-numbers.ts'
import type { PlannedNumber } from './plan-numbers.ts'

const paragraphs = (numbers: readonly string[]): Block[] =>
  numbers.map((number) => ({ kind: 'paragraph', text: 'x', number }))

/** Counts as a word processor does, apart from the planner: each list on its own, deeper levels set back. */
function counted(planned: Iterable<PlannedNumber>): string[] {
  const lists = new Map<object, Map<number, number>>()
  return [...planned].map(({ list, level }) => {
    const counts = lists.get(list) ?? new Map<number, number>()
    lists.set(list, counts)
    const start = (at: number): number => list.starts[at] ?? 1
    counts.set(level, counts.has(level) ? (counts.get(level) ?? 0) + 1 : start(level))
    for (const deeper of counts.keys()) if (deeper > level) counts.delete(deeper)
    const parts = Array.from({ length: level + 1 }, (_, at) => counts.get(at) ?? start(at))
    return parts.join('.') + (list.stops[level] ? '.' : '')
  })
}

test('an ordinary report is one list', () => {
  const planned = planNumbers(paragraphs(['1.', '1.1', '2.', '2.1', '2.2', '2.2.1', '2.3', '3.', '3.1']))
  assert.equal(new Set([...planned.values()].map(({ list }) => list)).size, 1)
})

test('where counting would differ a new list begins', () => {
  const numbers = ['1', '1.1', '1.3', '1.4', '13.', '13.', '4.5', '5', '2.1', '2.2', '3']
  assert.deepEqual(counted(planNumbers(paragraphs(numbers)).values()), numbers)
})

test('numbers no list can count to are left to be printed', () => {
  for (const number of ['A1', '4.5a', '04', '4..5', '(i)', '', '4.', '-1'])
    assert.equal(numberParts(number) === null, number !== '4.', number)
  assert.equal(planNumbers(paragraphs(['A1', 'B'])).size, 0)
})

test('whatever the numbers, counting gives exactly those', () => {
  const part = fc.integer({ min: 0, max: 4 }).map(String)
  const number = fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([parts, stop]) => parts.join('.') + (stop ? '.' : ''))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (numbers) => {
      assert.deepEqual(counted(planNumbers(paragraphs(numbers)).values()), numbers)
    }),
    { numRuns: 1000 },
  )
})
