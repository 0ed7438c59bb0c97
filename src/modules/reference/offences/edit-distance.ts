/**
 * How many letters must be added, left out, changed or swapped with a neighbour to make one word of the other (optimal
 * string alignment); `reach + 1` as soon as it is more than `reach`.
 */
export function editDistance(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return reach + 1
  let twoBack: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, twoBack[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > reach) return reach + 1
    twoBack = previous
    previous = row
  }
  return previous[b.length]!
}
