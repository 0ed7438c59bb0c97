import { numberInWords } from '#platform/words/numbers.ts'

/** By how much a printed figure changed: '100 fewer', '3 percentage points more'; what cannot be taken from one another says so. */
export function differenceInWords(was: string, is: string): string {
  const before = read(was)
  const after = read(is)
  if (!before || !after || before.unit !== after.unit) return 'Not comparable'
  const by = Math.round((after.value - before.value) * 100) / 100
  if (by === 0) return 'None'
  const size = numberInWords(Math.abs(by))
  if (after.unit === '%') {
    const points = Math.abs(by) === 1 ? 'percentage point' : 'percentage points'
    return `${size} ${points} ${by > 0 ? 'more' : 'less'}`
  }
  return `${after.unit}${size} ${by > 0 ? 'more' : 'fewer'}`
}

function read(text: string): { value: number; unit: string } | undefined {
  const found = /^(£?)(-?[\d,]+(?:\.\d+)?)(%?)$/.exec(text.trim())
  return found ? { value: Number(found[2]!.replaceAll(',', '')), unit: found[1]! + found[3]! } : undefined
}
