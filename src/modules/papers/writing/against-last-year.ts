import { CONFIDENTIAL, type Figure, isSmall, isTellingShare, LEAST_SHARED, measureNamed } from '#insight'
import { groupedBarChart } from '#platform/charts/chart.ts'
import type { Block } from '#platform/documents/document.ts'
import { tableBlock } from '#platform/documents/table-block.ts'
import { defineTable, type Table } from '#platform/tables/table.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { BoundFigure } from '../templates/template.ts'
import { type Scope, yearBefore } from './answer-figures.ts'

/**
 * A measure to set beside last year's, whole or one line of it. `said`: a sentence of the paper prints what it is now, so that hiding it here
 * would only make the paper contradict itself; what the public may read of it is decided for the sentence.
 */
export type Compared = { measure: string; only?: Record<string, string>; title?: string; said?: boolean }

type Count = { title: string; now: number | string; before: number | string; change: string }
type Share = {
  title: string
  now: number | string | null
  now_n: number | string
  before: number | string | null
  before_n: number | string
}

const SYMBOLS = { [CONFIDENTIAL]: 'too few to say without telling of somebody' }

/**
 * Measures beside the period before (the same days a year before, unless the period is longer than a year): counts in one chart, shares in another with the number each is of, and the table of each; or the
 * tables alone. Counts from 1 up to, and without, `hide_below` are hidden, and shares that would tell of so few; none where it is 0, as for a provider's own.
 */
export async function againstLastYear(
  ask: (bound: BoundFigure) => Promise<Figure>,
  scope: Scope,
  compared: readonly Compared[],
  show: Show,
  hide_below: number,
): Promise<Block[]> {
  const counts: Count[] = []
  const shares: Share[] = []
  for (const { measure, only = {}, title, said = false } of compared) {
    const bound = { measure, only, by: [], show: 'value' }
    const now = await ask({ ...bound, over: 'period' })
    const before = await ask({ ...bound, over: 'year_before' })
    const name = title ?? now.title
    const hide_now = said ? 0 : hide_below
    if (measureNamed(measure).share)
      shares.push({
        title: name,
        ...sharePart('now', now, hide_now),
        ...sharePart('before', before, hide_below),
      } as Share)
    else counts.push(countRow(name, now.value, before.value, hide_now, hide_below))
  }
  const periods = { now: periodInWords(scope), before: periodInWords(yearBefore(scope)) }
  // Nothing at all was recorded then: a nought would read as if it had been counted.
  const nothing =
    compared.length > 0 &&
    counts.every(({ before }) => before === 0) &&
    shares.every(({ before_n }) => before_n === 0)
  const note: Block = {
    kind: 'note',
    text: `Nothing is recorded of ${periods.before}, so that nothing can be set beside ${periods.now}.`,
  }
  return [
    ...(nothing ? [note] : []),
    ...countBlocks(counts, periods, show, nothing),
    ...shareBlocks(shares, periods, show, nothing),
  ]
}

function countRow(title: string, now: number, before: number, hide_now: number, hide_below: number): Count {
  const hide = (count: number, below: number) => (isSmall(count, below) ? CONFIDENTIAL : count)
  const [shownNow, shownBefore] = [hide(now, hide_now), hide(before, hide_below)]
  const change = now - before
  const told = typeof shownNow === 'number' && typeof shownBefore === 'number'
  return {
    title,
    now: shownNow,
    before: shownBefore,
    change: told
      ? change === 0
        ? 'none'
        : `${change > 0 ? '+' : '\u2212'}${Math.abs(change).toLocaleString('en-GB')}`
      : 'not said',
  }
}

function sharePart(part: 'now' | 'before', { value, n = 0 }: Figure, hide_below: number) {
  const hidden = isTellingShare(value, n, hide_below)
  return {
    [part]: hidden ? CONFIDENTIAL : n === 0 ? null : (value * 100) / n,
    [`${part}_n`]: hide_below > 0 && isSmall(n, LEAST_SHARED) ? CONFIDENTIAL : n,
  }
}

type Periods = { now: string; before: string }
type Show = 'charts' | 'tables'

function countBlocks(rows: readonly Count[], { now, before }: Periods, show: Show, alone: boolean): Block[] {
  const table = defineTable<Count>({
    name: 'counts_beside_before',
    title: alone ? 'What was counted' : 'What was counted, beside the period before',
    symbols: SYMBOLS,
    columns: [
      { name: 'title', title: 'Measure', type: 'text' },
      { name: 'now', title: now, type: 'integer' },
      ...(alone
        ? []
        : [
            { name: 'before' as const, title: before, type: 'integer' as const },
            { name: 'change' as const, title: 'Change', type: 'text' as const },
          ]),
    ],
  })
  return shown(table, rows, show, alone)
}

function shareBlocks(rows: readonly Share[], { now, before }: Periods, show: Show, alone: boolean): Block[] {
  const table = defineTable<Share>({
    name: 'shares_beside_before',
    title: alone ? 'Shares' : 'Shares, beside the period before',
    symbols: SYMBOLS,
    columns: [
      { name: 'title', title: 'Measure', type: 'text' },
      { name: 'now', title: now, type: 'percent' },
      { name: 'now_n', title: 'Out of', type: 'integer' },
      ...(alone
        ? []
        : [
            { name: 'before' as const, title: before, type: 'percent' as const },
            { name: 'before_n' as const, title: 'Out of, the period before', type: 'integer' as const },
          ]),
    ],
  })
  return shown(table, rows, show, alone)
}

function shown<Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  show: Show,
  alone: boolean,
): Block[] {
  if (rows.length === 0) return []
  const values = alone ? ['now'] : ['now', 'before']
  const told = rows.flatMap((row) => Object.values<unknown>(row as Record<string, unknown>))
  // A chart without a bar would only say that there is none: the table says why.
  const drawn =
    show === 'charts' && rows.some((row) => values.some((name) => typeof row[name as keyof Row] === 'number'))
  const block: Block = drawn
    ? { kind: 'chart', chart: groupedBarChart(table, rows, { label: 'title', values }) }
    : tableBlock(table, rows, show === 'charts' ? { caption: `${table.title}: the figures` } : {})
  return [
    block,
    ...(told.includes(CONFIDENTIAL)
      ? [{ kind: 'note' as const, text: `${CONFIDENTIAL}: ${SYMBOLS[CONFIDENTIAL]}.` }]
      : []),
  ]
}
