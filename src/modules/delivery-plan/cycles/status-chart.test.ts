import assert from 'node:assert/strict'
import test from 'node:test'
import { chartSvg } from '#platform/charts/chart-svg.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import type { CycleCounts } from './queries.ts'
import { statusChart } from './status-chart.ts'

const cycle = (number: number, more: Partial<CycleCounts> = {}): CycleCounts => ({
  cycle_id: String(number),
  name: `Quarter ${number}`,
  period_to: '2036-06-30',
  year_title: 'A year',
  green: 0,
  amber: 0,
  red: 0,
  white: 0,
  unrated: 0,
  ...more,
})
const svg = (counts: readonly CycleCounts[], size: 'wide' | 'narrow' = 'wide') =>
  String(chartSvg(statusChart(counts), size))

test('each status has the colour of its tag, and white is drawn with an edge', () => {
  const drawn = svg([cycle(1, { green: 3, amber: 2, red: 1, white: 4, unrated: 2 })])
  assert.match(drawn, /<rect [^>]*fill="#0f7a52"/)
  assert.match(drawn, /pattern-1[^>]*>[^/]*<rect [^>]*fill="#c46a00"/)
  assert.match(drawn, /pattern-2[^>]*>[^/]*<rect [^>]*fill="#ca3535"/)
  assert.match(drawn, /<rect [^>]*fill="#ffffff" stroke="#5c6b6d"/)
  for (const title of ['Green', 'Amber', 'Red', 'White', 'Not rated'])
    assert.ok(drawn.includes(`>${title}<`), title)
  assert.doesNotMatch(svg([cycle(1, { green: 1 })]), />Not rated</)
})

test('twelve quarters fit a phone, each with its total, and the table has them all', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    cycle(index + 1, { green: 120 + index, white: 68, unrated: 12 - index }),
  )
  const drawn = svg(many, 'narrow')
  assert.match(drawn, /viewBox="0 0 358 /)
  for (const [, x, width] of drawn.matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"/g))
    assert.ok(Number(x) + Number(width) <= 358, `${x} + ${width}`)
  assert.equal([...drawn.matchAll(/font-weight="700"><tspan[^>]*>200</g)].length, 12)
  const page = String(chartWithTable(statusChart(many)))
  assert.match(page, /role="img"/)
  for (const { name } of many) assert.match(page, new RegExp(`<t[hd][^>]*>${name}<`))
})

test('a plan in which nobody has rated anything still says so', () => {
  const drawn = svg([cycle(1, { unrated: 5 }), cycle(2, { unrated: 0 })])
  assert.match(drawn, />Not rated</)
  assert.match(drawn, /<desc/)
})
