import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Figure } from '#insight'
import type { Block } from '#platform/documents/document.ts'
import type { BoundFigure } from '../templates/template.ts'
import { againstLastYear } from './against-last-year.ts'
import { yearBefore } from './answer-figures.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('the period before is as long, of the same days, and never overlaps', () => {
  assert.deepEqual(yearBefore({ from: '2019-10-01', to: '2019-12-31' }), {
    from: '2018-10-01',
    to: '2018-12-31',
  })
  assert.deepEqual(yearBefore({ from: '2017-01-01', to: '2018-12-31' }), {
    from: '2015-01-01',
    to: '2016-12-31',
  })
  assert.deepEqual(yearBefore({ from: '2024-02-01', to: '2024-02-29' }), {
    from: '2023-02-01',
    to: '2023-02-28',
  })
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = [a, b].toSorted() as [string, string]
      const before = yearBefore({ from, to })
      assert.ok(before.to < from && before.from <= before.to)
      assert.equal(before.from.slice(5), from.slice(5).replace('02-29', '02-28'))
    }),
  )
})

const scope = { from: '2018-01-01', to: '2018-12-31' }

/** Answers as counted: a number for each measure now and before, a share with its n. */
const asker =
  (counts: Record<string, { now: [number, number?]; before: [number, number?] }>) =>
  async ({ measure, over }: BoundFigure): Promise<Figure> => {
    const [value, n] = counts[measure]![over === 'period' ? 'now' : 'before']
    return { title: measure, value, ...(n === undefined ? {} : { n }) } as Figure
  }
const cells = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table' ? block.rows : block.kind === 'chart' ? block.chart.words.rows : block.kind,
  )
const compared = [{ measure: 'referrals-received' }, { measure: 'satisfaction' }]

test('counts and shares stand beside the period before, each share with its n', async () => {
  const counts = {
    'referrals-received': { now: [1200] as [number], before: [900] as [number] },
    satisfaction: { now: [90, 120] as [number, number], before: [60, 100] as [number, number] },
  }
  const [[count], [share]] = cells(await againstLastYear(asker(counts), scope, compared, 'charts', 5)) as [
    string[][],
    string[][],
  ]
  assert.deepEqual(count, ['referrals-received', '1,200', '900', '+300'])
  assert.deepEqual(share, ['satisfaction', '75.0%', '120', '60.0%', '100'])
})

test('small numbers of a whole area are hidden; a provider sees its own', async () => {
  const counts = {
    'referrals-received': { now: [3] as [number], before: [8] as [number] },
    satisfaction: { now: [7, 9] as [number, number], before: [60, 62] as [number, number] },
  }
  const ask = asker(counts)
  const [[count], said, [share]] = cells(await againstLastYear(ask, scope, compared, 'tables', 5)) as [
    string[][],
    string,
    string[][],
  ]
  assert.equal(said, 'note', 'what the symbol means stands below the table')
  assert.deepEqual(count, ['referrals-received', '[c]', '8', 'not said'])
  assert.deepEqual(share, ['satisfaction', '[c]', '[c]', '[c]', '62'])
  const kinds = (await againstLastYear(ask, scope, compared, 'charts', 5)).map(({ kind }) => kind)
  assert.deepEqual(
    kinds,
    ['chart', 'note', 'table', 'note'],
    'a chart in which nothing can be drawn is left to its table',
  )
  const own = { ...scope, held_by: ['team'] }
  const [[seen]] = cells(await againstLastYear(ask, own, compared, 'tables', 0)) as [string[][], string[][]]
  assert.deepEqual(seen, ['referrals-received', '3', '8', '\u22125'])
})

test('what a sentence of the paper says is not hidden beside it; the period before still is', async () => {
  const counts = {
    'referrals-received': { now: [3] as [number], before: [2] as [number] },
    satisfaction: { now: [58, 60] as [number, number], before: [59, 60] as [number, number] },
  }
  const said = compared.map((one) => ({ ...one, said: true }))
  const [[count], , [share]] = cells(await againstLastYear(asker(counts), scope, said, 'tables', 5)) as [
    string[][],
    string,
    string[][],
  ]
  assert.deepEqual(count, ['referrals-received', '3', '[c]', 'not said'])
  assert.deepEqual(share, ['satisfaction', '96.7%', '60', '[c]', '60'])
})

test('where nothing is recorded of the period before, no nought is printed as if it had been counted', async () => {
  const counts = {
    'referrals-received': { now: [1200] as [number], before: [0] as [number] },
    satisfaction: { now: [90, 120] as [number, number], before: [0, 0] as [number, number] },
  }
  const blocks = await againstLastYear(asker(counts), scope, compared, 'charts', 5)
  assert.deepEqual(cells(blocks), [
    'note',
    [['referrals-received', '1,200']],
    [['satisfaction', '75.0%', '120']],
  ])
  assert.deepEqual(await againstLastYear(asker(counts), scope, [], 'charts', 5), [], 'nothing to set beside')
})
