/** What is known of hidden counts: the sum of some, less others, is a number. */
export type Equation = { terms: readonly { index: number; sign: 1 | -1 }[]; equals: number }

/**
 * Which of `count` hidden numbers somebody with pencil and paper can work out from the equations, knowing that each is a whole number of at
 * least `least`: by solving them (elimination), or because the least and the most that one can be meet.
 */
export function whatCanBeSolved(count: number, equations: readonly Equation[], least: number): number[] {
  const solved = new Set([...byElimination(count, equations), ...byBounds(count, equations, least)])
  return [...solved].toSorted((a, b) => a - b)
}

/** A number is settled when a row of the reduced system names it alone. */
function byElimination(count: number, equations: readonly Equation[]): number[] {
  const rows = equations.map(({ terms }) => {
    const row = new Float64Array(count)
    for (const { index, sign } of terms) row[index] = sign
    return row
  })
  let lead = 0
  for (let column = 0; column < count && lead < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= lead && Math.abs(row[column]!) > 1e-9)
    if (pivot === -1) continue
    const top = rows[pivot]!
    rows[pivot] = rows[lead]!
    rows[lead] = top
    const by = top[column]!
    for (let i = 0; i < count; i++) top[i]! /= by
    for (const row of rows)
      if (row !== top && Math.abs(row[column]!) > 1e-9) {
        const times = row[column]!
        for (let i = 0; i < count; i++) row[i]! -= times * top[i]!
      }
    lead++
  }
  return rows.flatMap((row) => {
    const named = [...row.keys()].filter((index) => Math.abs(row[index]!) > 1e-9)
    return named.length === 1 ? named : []
  })
}

/** The least and the most of each, narrowed until nothing changes. */
function byBounds(count: number, equations: readonly Equation[], least: number): number[] {
  const low = Array.from({ length: count }, () => least)
  const high = Array.from({ length: count }, () => Infinity)
  for (let changed = true, rounds = 0; changed && rounds < 100; rounds++) {
    changed = false
    for (const { terms, equals } of equations)
      for (const { index, sign } of terms) {
        const others = terms.filter((term) => term.index !== index)
        const most = (of: typeof others) =>
          of.reduce((sum, t) => sum + (t.sign === 1 ? high[t.index]! : -low[t.index]!), 0)
        const fewest = (of: typeof others) =>
          of.reduce((sum, t) => sum + (t.sign === 1 ? low[t.index]! : -high[t.index]!), 0)
        const [a, b] = [equals - most(others), equals - fewest(others)]
        const [from, to] = sign === 1 ? [a, b] : [-b, -a]
        if (from > low[index]!) [low[index], changed] = [from, true]
        if (to < high[index]!) [high[index], changed] = [to, true]
      }
  }
  return low.flatMap((from, index) => (from >= high[index]! ? [index] : []))
}
