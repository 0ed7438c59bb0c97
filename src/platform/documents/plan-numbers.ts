import type { Block } from './document.ts'

/** A list of a word processor: at each level, the number it starts with and whether a full stop follows it. */
export type NumberedList = {
  readonly name: string
  readonly starts: readonly number[]
  readonly stops: (boolean | undefined)[]
}
export type PlannedNumber = {
  readonly list: NumberedList
  readonly level: number
  readonly parts: readonly number[]
}

const NUMBER = /^(\d{1,6}(?:\.\d{1,6}){0,8})(\.?)$/

/** '4.5' as [4, 5]; null when it is not such a number and must be printed as it stands. */
export function numberParts(number: string): { parts: number[]; stop: boolean } | null {
  const [, digits, stop] = NUMBER.exec(number.trim()) ?? []
  if (digits === undefined) return null
  const parts = digits.split('.').map(Number)
  return parts.join('.') === digits ? { parts, stop: stop === '.' } : null
}

/** How a word processor counts: an item moves its own level on and sets the deeper ones back to their start. */
class Counter {
  readonly list: NumberedList
  private readonly current: (number | undefined)[] = []

  constructor(name: string, parts: readonly number[]) {
    this.list = { name, starts: [...parts], stops: [] }
  }

  private next(level: number): number {
    const now = this.current[level]
    return now === undefined ? (this.list.starts[level] ?? 1) : now + 1
  }

  private accepts(parts: readonly number[], stop: boolean): boolean {
    const level = parts.length - 1
    const fits = (this.list.stops[level] ?? stop) === stop
    // A level that was passed over counts differently from program to program: it is never relied on twice.
    const passedOver = this.current[level] === undefined && this.current.length > level
    return (
      fits && !passedOver && parts.every((part, at) => part === (at < level ? this.above(at) : this.next(at)))
    )
  }

  private above(level: number): number {
    return this.current[level] ?? this.list.starts[level] ?? 1
  }

  take(parts: readonly number[], stop: boolean): PlannedNumber | null {
    if (!this.accepts(parts, stop)) return null
    const level = parts.length - 1
    this.list.stops[level] = stop
    this.current.length = level
    this.current[level] = parts[level]
    return { list: this.list, level, parts }
  }
}

/**
 * Word processors number by counting; what people cite must stay as it is. So blocks are put in lists that count to
 * exactly the number each block has; where the counting would differ a new list begins with that number. Gives the
 * number of each block that has one a list can count to; other numbers ('A1') are printed as text.
 */
export function planNumbers(blocks: readonly Block[]): Map<Block, PlannedNumber> {
  const planned = new Map<Block, PlannedNumber>()
  let counter: Counter | undefined
  let lists = 0
  for (const block of blocks) {
    if (!('number' in block) || block.number === undefined) continue
    const number = numberParts(block.number)
    if (!number) continue
    const { parts, stop } = number
    let taken = counter?.take(parts, stop) ?? null
    if (!taken) {
      counter = new Counter(`numbers_${++lists}`, parts)
      taken = counter.take(parts, stop)
    }
    if (taken) planned.set(block, taken)
  }
  return planned
}
