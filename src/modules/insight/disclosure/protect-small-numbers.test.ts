// Tried by solving, not by looking (domain reference, 10.1): every table that agrees with what is printed is written down, and no hidden
// count may be the same in all of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { ALL, type Cell, protectSmallNumbers } from './protect-small-numbers.ts'

const row = (...values: number[]): Cell[] => values.map((value, index) => ({ at: [String(index)], value }))
const grid = (rows: readonly (readonly number[])[]): Cell[] =>
  rows.flatMap((values, r) => values.map((value, c) => ({ at: [`r${r}`, `c${c}`], value })))
const hiddenIn = (cells: Cell[], threshold = 5) => {
  const { hidden } = protectSmallNumbers(cells, threshold)!
  return [...hidden].toSorted((a, b) => a - b)
}

test('a small number is hidden with a second one, so that the total does not tell it', () =>
  assert.deepEqual(hiddenIn(row(100, 3, 40, 60)), [1, 2]))
test('a table without small numbers is shown whole, zeros too', () => {
  const shown = protectSmallNumbers(row(100, 0, 40), 5)!
  assert.equal(shown.hidden.size, 0)
  assert.equal(shown.mayShow([ALL]), true)
})
test('two ones are not hidden alone: their sum would tell them', () =>
  assert.deepEqual(hiddenIn(row(1, 1, 40, 60)), [0, 1, 2]))
test('a total that is small itself is hidden', () =>
  assert.equal(protectSmallNumbers(row(1, 2), 5)!.mayShow([ALL]), false))
test('a table of ones alone cannot be printed beside its total', () =>
  assert.equal(protectSmallNumbers(row(1, 1, 1, 1, 1), 5), undefined))

test('what the table by district hides for company cannot be added up from the table by class and district', () => {
  const by = (district: string, ...values: number[]) =>
    values.map((value, c): Cell => ({ at: [`c${c}`, district], value }))
  const cells = [...by('Ashfield', 2, 1, 0), ...by('Gedling', 6, 6, 7), ...by('Newark', 50, 60, 70)]
  const both = protectSmallNumbers(cells, 5)!
  assert.equal(both.mayShow([ALL, 'Gedling']), false, 'it keeps Ashfield company')
  assert.ok(['c0', 'c1', 'c2'].some((c) => !both.mayShow([c, 'Gedling'])))
  const alone = protectSmallNumbers(
    [
      { at: ['Ashfield'], value: 3 },
      { at: ['Gedling'], value: 19 },
      { at: ['Newark'], value: 180 },
    ],
    5,
  )!
  for (const district of ['Ashfield', 'Gedling', 'Newark'])
    assert.equal(alone.mayShow([district]), both.mayShow([ALL, district]))
})

/** Every total and cell of a table by two axes, by its place. */
function everything(rows: readonly (readonly number[])[]): Map<string, number> {
  const all = new Map<string, number>()
  const add = (at: string[], value: number) =>
    all.set(JSON.stringify(at), (all.get(JSON.stringify(at)) ?? 0) + value)
  for (const { at, value } of grid(rows))
    for (const place of [at, [at[0]!, ALL], [ALL, at[1]!], [ALL, ALL]]) add([...place], value)
  return all
}
/** Every table that has what is shown where it is shown, and counts up to `most` where nothing is. */
function* tablesLike(
  rows: readonly (readonly number[])[],
  shown: (at: string[]) => boolean,
  most: number,
): Generator<number[][]> {
  const open = grid(rows).filter(({ at }) => !shown([...at]))
  for (let n = 0; n < (most + 1) ** open.length; n++) {
    const values = new Map(
      open.map(({ at }, i) => [JSON.stringify(at), Math.floor(n / (most + 1) ** i) % (most + 1)]),
    )
    yield rows.map((row, r) => row.map((value, c) => values.get(JSON.stringify([`r${r}`, `c${c}`])) ?? value))
  }
}

test('whoever tries every table that could have been printed so finds no hidden count', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 2,
      }),
      (rows) => {
        const threshold = 3
        const printed = protectSmallNumbers(grid(rows), threshold)
        if (!printed) return
        const truth = everything(rows)
        const hidden = [...truth.keys()].filter((at) => !printed.mayShow(JSON.parse(at) as string[]))
        for (const [at, value] of truth)
          if (value > 0 && value < threshold) assert.ok(hidden.includes(at), 'what is small is hidden')
        if (hidden.length === 0) return
        const zeroHidden = hidden.some((at) => truth.get(at) === 0)
        const seen = new Map(hidden.map((at) => [at, new Set<number>()]))
        for (const other of tablesLike(rows, printed.mayShow, 5)) {
          const they = everything(other)
          if ([...truth].some(([at, value]) => !seen.has(at) && they.get(at) !== value)) continue
          if (!zeroHidden && hidden.some((at) => they.get(at) === 0)) continue
          for (const [at, values] of seen) values.add(they.get(at)!)
        }
        for (const [at, values] of seen) assert.ok(values.size > 1, `${at} can only be ${[...values].join()}`)
      },
    ),
    { numRuns: 12 },
  )
})

test('nobody can work out a hidden count of one row from what is printed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 12 }),
      fc.constantFrom(5, 10),
      (values, threshold) => {
        const printed = protectSmallNumbers(row(...values), threshold)
        if (!printed) return
        for (const [index, value] of values.entries())
          if (value > 0 && value < threshold) assert.ok(printed.hidden.has(index))
        const open = [...printed.hidden].map((index) => values[index]!)
        if (open.length === 0 || !printed.mayShow([ALL])) return
        const least = open.includes(0) ? 0 : 1
        assert.ok(open.length > 1 && open.reduce((sum, value) => sum + value, 0) > open.length * least)
      },
    ),
  )
})
