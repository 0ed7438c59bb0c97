import { barChart, groupedBarChart, lineChart, stackedBarChart } from '#platform/charts/chart.ts'
import type { Chart } from '#platform/charts/chart.ts'
import { defineTable } from '#platform/tables/table.ts'
import type { Document } from './document.ts'
import { tableBlock } from './table-block.ts'

/*
 * A made-up report on libraries with every kind of block, for the tests of this folder.
 */

type Visits = { library: string; visits: number | string; loans: number; share: number | null }

export const visitsTable = defineTable<Visits>({
  name: 'visits',
  title: 'Visits and loans by library',
  symbols: { '[c]': 'confidential' },
  columns: [
    { name: 'library', title: 'Library', type: 'text', required: true },
    { name: 'visits', title: 'Visits', type: 'integer' },
    { name: 'loans', title: 'Loans', type: 'integer' },
    { name: 'share', title: 'Content with their visit', type: 'percent' },
  ],
})

export const visits: Visits[] = [
  { library: 'Northgate', visits: 16707, loans: 7803, share: 98 },
  { library: 'The library in the old school by the river', visits: 2566, loans: 449, share: 97.2 },
  { library: 'Mill Road', visits: '[c]', loans: 51, share: null },
  { library: 'Eastfield', visits: 1222, loans: 747, share: 99.5 },
]

const same = { label: 'library' }
export const charts: Readonly<Record<Chart['kind'], Chart>> = {
  bar: barChart(visitsTable, visits, { ...same, value: 'visits', title: 'Visits by library' }),
  'grouped-bar': groupedBarChart(visitsTable, visits, { ...same, values: ['visits', 'loans'] }),
  'stacked-bar': stackedBarChart(visitsTable, visits, {
    ...same,
    values: ['visits', 'loans'],
    title: 'Visits and loans together',
  }),
  line: lineChart(visitsTable, visits, {
    ...same,
    values: ['share'],
    from: 80,
    title: 'Content with their visit',
  }),
}

/** The smallest picture there is: one grey pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

export const report: Document = {
  title: 'Report on the libraries',
  language: 'en-GB',
  author: 'The office of libraries',
  as_at: new Date('2026-07-01T09:00:00Z'),
  front_sheet: [
    { label: 'For', value: 'Information' },
    { label: 'Public or not', value: 'Public' },
    { label: 'Date of meeting', value: '7 July 2026' },
    { label: 'Contact', value: [{ text: 'libraries@example.org', href: 'mailto:libraries@example.org' }] },
  ],
  figures_title: 'Figures in this report',
  figures: [
    {
      id: 'visits',
      name: 'Visits',
      value: '16,707',
      definition: 'Each visit counted once, on the day it was made.',
      period: 'January 2017 to December 2018.',
      as_at: '1 July 2026 at 10am',
      href: '/figures/visits',
    },
    {
      id: 'content',
      name: 'Content with their visit',
      value: '98%',
      definition: 'Answered "content" when asked.',
      n: '650',
      as_at: '1 July 2026 at 10am',
      href: '/figures/content',
    },
  ],
  blocks: [
    { kind: 'heading', level: 1, number: '1.', text: 'Purpose of the report' },
    {
      kind: 'paragraph',
      number: '1.1',
      text: 'To give an overview of the libraries and what came of each visit.',
    },
    { kind: 'heading', level: 1, number: '2.', text: 'Recommendations' },
    { kind: 'paragraph', number: '2.1', text: 'To note the report.' },
    { kind: 'heading', level: 1, number: '3.', text: 'Summary of key points' },
    {
      kind: 'paragraph',
      number: '3.1',
      text: [
        'From January 2017 to December 2018 the libraries had ',
        { figure: 'visits', text: '16,707', href: '/figures/visits' },
        ' visits. Of those asked ',
        { figure: 'content', text: '98%', href: '/figures/content' },
        ' were content. See ',
        { text: 'the full list', href: 'https://libraries.example.org/list' },
        ' and ',
        { text: 'what matters most', bold: true },
        ', said ',
        { text: 'plainly', italic: true },
        '.',
      ],
    },
    { kind: 'paragraph', number: '3.2', text: 'In the same time they delivered:' },
    {
      kind: 'bullets',
      items: [
        '1,614 instances of advice',
        '5,148 telephone calls',
        ['7,613 ', { text: 'readings', bold: true }],
      ],
    },
    { kind: 'heading', level: 2, text: 'How it was measured' },
    {
      kind: 'paragraph',
      text: 'A paragraph without a number, long enough to run over more than one line of the page, so that one can see where it begins and where it ends.',
    },
    { kind: 'paragraph', number: '3.5', text: 'Two numbers are left out above, and this one is still 3.5.' },
    { kind: 'paragraph', number: '3.6', text: 'And the next follows it.' },
    { kind: 'paragraph', number: 'A1', text: 'A number that no list counts to.' },
    { kind: 'note', text: 'Some visits were counted by hand.' },
    tableBlock(visitsTable, visits),
    { kind: 'heading', level: 1, number: '4.', text: 'In pictures' },
    ...Object.values(charts).map((chart) => ({ kind: 'chart' as const, chart })),
    { kind: 'image', alt: 'A grey square', src: '/pictures/grey.png', png: pixel, width: 60, height: 60 },
    { kind: 'page_break' },
    { kind: 'heading', level: 1, number: '5.', text: 'Appendix' },
    {
      kind: 'table',
      caption: 'What was promised, and where it stands',
      columns: [{ title: 'Number' }, { title: 'What was promised' }, { title: 'Status' }],
      rows: Array.from({ length: 30 }, (_, index) => [
        String(index + 1),
        `To open on ${index + 1} more evenings.\nUpdate July 2026: done in part, with more planned for the autumn and the winter after it, when there are people to do it.`,
        index % 3 === 0 ? 'Amber' : 'Green',
      ]),
    },
  ],
}
