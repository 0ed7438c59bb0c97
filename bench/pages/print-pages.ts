import { ms, whole } from '../stage/numbers.ts'
import type { PagesCompared, Side } from './compare-pages.ts'

const side = ({ per_second, p50, p99, processor }: Side) =>
  `${whole(per_second).padStart(7)} a second  p50 ${ms(p50).padStart(7)}  p99 ${ms(p99).padStart(7)}  processor ${ms(processor)} each`

/** The comparison as lines for people. */
export function printPages({ machine, people, connections, seed_seconds, pages }: PagesCompared): string {
  const lines = [
    `Pages at ${whole(people)} people, ${connections} connections kept open, signed in; loaded in ${whole(seed_seconds)} s`,
    machine,
    '',
  ]
  for (const { name, statements, bytes, waymark, bare, ratio } of pages)
    lines.push(
      `${name} (${statements} statements, ${whole(bytes)} bytes)`,
      `  Waymark ${side(waymark)}`,
      `  bare    ${side(bare)}`,
      `  Waymark does ${ratio.toFixed(2)} of what bare Node and pg do (aim: 0.50); by processor time ${(bare.processor / waymark.processor).toFixed(2)}`,
      '',
    )
  return `${lines.join('\n')}\n`
}
