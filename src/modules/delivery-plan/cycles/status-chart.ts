import { stackedBarChart, type Chart } from '#platform/charts/chart.ts'
import { defineTable } from '#platform/tables/table.ts'
import { levelWords, type LevelWords } from '../level-words.ts'
import { STATUS_CODES, STATUS_TONES } from '../words.ts'
import type { CycleCounts } from './queries.ts'

const tableOf = (say: LevelWords) =>
  defineTable<CycleCounts>({
    name: 'deliverables_by_status',
    title: `${say.deliverable.titles} by status over the quarters`,
    columns: [
      { name: 'name', title: say.cycle.title, type: 'text' },
      { name: 'green', title: 'Green', type: 'integer' },
      { name: 'amber', title: 'Amber', type: 'integer' },
      { name: 'red', title: 'Red', type: 'integer' },
      { name: 'white', title: 'White', type: 'integer' },
      { name: 'unrated', title: 'Not rated', type: 'integer' },
    ],
  })

/** How many deliverables stood at each status in each cycle, drawn and as a table; parts add up to all deliverables. */
export function statusChart(
  counts: readonly CycleCounts[],
  say: LevelWords = levelWords({}),
  of = '',
): Chart {
  const table = tableOf(say)
  return stackedBarChart(table, counts, {
    label: 'name',
    values: [
      'green',
      'amber',
      'red',
      'white',
      ...(counts.some(({ unrated }) => unrated > 0) ? ['unrated'] : []),
    ],
    tones: [...STATUS_CODES.map((code) => STATUS_TONES[code]), 'neutral'],
    ...(of ? { title: `${table.title}: ${of}` } : {}),
  })
}
