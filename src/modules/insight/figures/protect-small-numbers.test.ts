import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Cell, hideSmallNumbers } from './protect-small-numbers.ts'

const row = (...values: number[]): Cell[] => values.map((value, index) => ({ at: [String(index)], value }))

test('a small number is hidden with a second one, so that the total does not tell it', () => {
  assert.deepEqual(
    [...hideSmallNumbers(row(100, 3, 40, 60), 5)].toSorted((a, b) => a - b),
    [1, 2],
  )
})
test('a table without small numbers is shown whole, zeros too', () => {
  assert.equal(hideSmallNumbers(row(100, 0, 40), 5).size, 0)
})
test('two ones are not hidden alone: their sum would tell them', () => {
  assert.deepEqual(
    [...hideSmallNumbers(row(1, 1, 40, 60), 5)].toSorted((a, b) => a - b),
    [0, 1, 2],
  )
})

/** What somebody with pencil and paper can find: the least and most each hidden cell of one row can be, given the total. */
function bounds(cells: readonly Cell[], hidden: ReadonlySet<number>) {
  const open = [...hidden]
  const left = open.reduce((total, index) => total + cells[index]!.value, 0)
  return open
    .map(() => ({ least: 1, most: left - (open.length - 1) }))
    .map(({ least, most }) => (open.length === 1 ? { least: most, most } : { least, most }))
}

test('nobody can work out a hidden count of one row from what is printed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 12 }),
      fc.constantFrom(5, 10),
      (values, threshold) => {
        const cells = row(...values)
        const hidden = hideSmallNumbers(cells, threshold)
        for (const [index, value] of values.entries())
          if (value > 0 && value < threshold) assert.ok(hidden.has(index))
        // Unless the whole row is hidden, in which case its total is too.
        if (hidden.size < values.length)
          for (const { least, most } of bounds(cells, hidden)) assert.ok(least < most)
      },
    ),
  )
})

test('in a table with row and column totals every line with something hidden hides at least two', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }), {
        minLength: 4,
        maxLength: 6,
      }),
      (rows) => {
        const cells = rows.flatMap((values, r) =>
          values.map((value, c) => ({ at: [`r${r}`, `c${c}`], value })),
        )
        const hidden = hideSmallNumbers(cells, 5)
        for (const axis of [0, 1])
          for (const line of Map.groupBy(cells.keys(), (index) => cells[index]!.at[axis]!).values()) {
            const covered = line.filter((index) => hidden.has(index))
            assert.ok(covered.length !== 1 || line.length === 1)
          }
      },
    ),
  )
})
