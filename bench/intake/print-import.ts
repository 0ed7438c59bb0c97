import { ms, whole } from '../stage/numbers.ts'
import type { ImportMeasured } from './measure-import.ts'

/** What was measured of an import, as lines for people. `aim`: the part of COPY's speed that is hoped for; `limit_mb` of memory. */
export function printImport(
  measured: ImportMeasured,
  { aim, limit_mb }: { aim?: number; limit_mb?: number } = {},
): string {
  const { machine, what, rows, seconds, again_seconds, peak_mb, watched, copied } = measured
  const copying = copied.reduce((sum, table) => sum + table.seconds, 0)
  const without = copied
    .filter(({ table }) => table !== 'people.person_key')
    .reduce((sum, table) => sum + table.seconds, 0)
  const ratio = (floor: number) => (floor / seconds).toFixed(2)
  return `${[
    `${what}: ${whole(rows)} rows`,
    machine,
    `  Waymark  ${whole(rows / seconds).padStart(7)} rows a second (${seconds.toFixed(1)} s with starting; again, changing nothing: ${again_seconds.toFixed(1)} s)`,
    `  COPY     ${whole(rows / copying).padStart(7)} rows a second (${copying.toFixed(1)} s for the same ${copied.length} tables, indexes and foreign keys, no rules, no audit)`,
    ...copied.map(
      ({ table, rows: n, seconds: s }) => `             ${table}: ${whole(n)} rows in ${s.toFixed(2)} s`,
    ),
    `  Waymark does ${ratio(copying)} of COPY${aim ? ` (aim: ${aim.toFixed(2)})` : ''}; ${ratio(without)} when COPY is spared the keys that people are found by`,
    `  Memory: ${peak_mb === undefined ? 'not told by this system' : `${Math.round(peak_mb)} MB at most${limit_mb ? ` (limit: ${limit_mb} MB)` : ''}`}`,
    ...watched.map(
      ({ path, answered, failed, p50, p99, worst }) =>
        `  Meanwhile ${path}: ${answered} answers${failed ? `, ${failed} FAILED` : ', none failed'}, p50 ${ms(p50)}, p99 ${ms(p99)}, worst ${ms(worst)}`,
    ),
  ].join('\n')}\n`
}
