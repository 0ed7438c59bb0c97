import { stackedBarChart, type Chart } from '#platform/charts/chart.ts'
import { defineTable } from '#platform/tables/table.ts'
import type { CycleCounts } from './queries.ts'

const table = defineTable<CycleCounts>({
  name: 'deliverables_by_status',
  title: 'Deliverables by status over the quarters',
  columns: [
    { name: 'name', title: 'Cycle', type: 'text' },
    { name: 'green', title: 'Green', type: 'integer' },
    { name: 'amber', title: 'Amber', type: 'integer' },
    { name: 'red', title: 'Red', type: 'integer' },
    { name: 'white', title: 'White', type: 'integer' },
    { name: 'unrated', title: 'Not rated', type: 'integer' },
  ],
})

/** How many deliverables stood at each status in each cycle, drawn and as a table; parts add up to all deliverables. */
export const statusChart = (counts: readonly CycleCounts[], of = ''): Chart =>
  stackedBarChart(table, counts, {
    label: 'name',
    values: [
      'green',
      'amber',
      'red',
      'white',
      ...(counts.some(({ unrated }) => unrated > 0) ? ['unrated'] : []),
    ],
    ...(of ? { title: `${table.title}: ${of}` } : {}),
  })
