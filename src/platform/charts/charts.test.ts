import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { defineTable } from '#platform/tables/table.ts'
import { hostileText } from '#platform/tables/tables-cast.ts'
import { elementsNamed, readXml, textWithin } from '#platform/xml/read-xml.ts'
import type { XmlElement } from '#platform/xml/read-xml.ts'
import { barChart, groupedBarChart, lineChart, stackedBarChart } from './chart.ts'
import type { Chart } from './chart.ts'
import { chartSvg } from './chart-svg.ts'
import { chartWithTable } from './chart-with-table.ts'
import { lookOf } from './palette.ts'
import { textWidth, wrapText } from './text-size.ts'

type Row = { label: string; one: number | string | null; two: number | string | null; share: number | null }
const table = defineTable<Row>({
  name: 'samples',
  title: 'Samples by place',
  symbols: { '[c]': 'confidential' },
  columns: [
    { name: 'label', title: 'Place', type: 'text' },
    { name: 'one', title: 'Opened', type: 'integer' },
    { name: 'two', title: 'Closed', type: 'integer' },
    { name: 'share', title: 'Share', type: 'percent' },
  ],
})
const rows: Row[] = [
  { label: 'Nottingham', one: 6204, two: 1000, share: 96 },
  {
    label: 'A place with a very long name that no column of labels could ever hold',
    one: 3102,
    two: 0,
    share: null,
  },
  { label: 'Bassetlaw', one: '[c]', two: 3, share: 98.5 },
]

const drawn = (chart: Chart, width: 'wide' | 'narrow' = 'wide'): XmlElement =>
  readXml(String(chartSvg(chart, width)))
const widthsOf = (svg: XmlElement, fill: string): number[] =>
  elementsNamed(svg, 'rect')
    .filter(({ attributes }) => attributes['fill'] === fill)
    .map(({ attributes }) => Number(attributes['width']))
const words = (svg: XmlElement): string[] => elementsNamed(svg, 'tspan').map(textWithin)

test('bars are as long as their numbers, and what is not a number is written', () => {
  for (const width of ['wide', 'narrow'] as const) {
    const svg = drawn(barChart(table, rows, { label: 'label', value: 'one' }), width)
    const [first = 0, second = 0, ...others] = widthsOf(svg, lookOf(0).colour)
    assert.ok(Math.abs(first / second - 2) < 0.01)
    assert.equal(others.length, 0)
    for (const text of ['6,204', '3,102', '[c]', 'Nottingham']) assert.ok(words(svg).includes(text), text)
    assert.ok(
      words(svg).join(' ').includes('A place with a very long name that no column of labels could ever hold'),
    )
  }
})

test('a chart tells what it shows to those who do not see it', () => {
  const svg = drawn(barChart(table, rows, { label: 'label', value: 'one', title: 'Opened by place' }))
  const [title] = elementsNamed(svg, 'title')
  const [description] = elementsNamed(svg, 'desc')
  assert.equal(svg.attributes['role'], 'img')
  assert.equal(
    svg.attributes['aria-labelledby'],
    `${title?.attributes['id']} ${description?.attributes['id']}`,
  )
  assert.equal(textWithin(title ?? ''), 'Opened by place')
  assert.match(
    textWithin(description ?? ''),
    /^Bar chart\. Opened: Nottingham 6,204 and A place .* 3,102\. 1 value not drawn\./,
  )
  const line = lineChart(table, rows, { label: 'label', values: ['share'], from: 90 })
  assert.match(line.description, /Share: from Nottingham 96\.0% to Bassetlaw 98\.5%\. 1 value not drawn\./)
  assert.ok(words(drawn(line)).includes('The axis starts at 90%'))
})

test('series differ by more than their colour', () => {
  const looks = Array.from({ length: 6 }, (_, index) => lookOf(index))
  assert.equal(new Set(looks.map(({ marks }) => marks)).size, 6)
  assert.equal(new Set(looks.map(({ dash }) => dash)).size, 6)
  assert.equal(new Set(looks.map(({ symbol }) => symbol)).size, 6)
  const grouped = drawn(groupedBarChart(table, rows, { label: 'label', values: ['one', 'two'] }))
  assert.equal(elementsNamed(grouped, 'pattern').length, 1)
  assert.deepEqual(
    ['Opened', 'Closed'].map((name) => words(grouped).includes(name)),
    [true, true],
  )
  const lines = drawn(lineChart(table, rows, { label: 'label', values: ['one', 'two'] }))
  assert.equal(
    elementsNamed(lines, 'path').filter(({ attributes }) => attributes['stroke-dasharray']).length,
    1,
  )
})

test('stacked bars add up, and do not pretend to when a part is unknown', () => {
  const svg = drawn(stackedBarChart(table, rows, { label: 'label', values: ['one', 'two'] }))
  assert.ok(words(svg).includes('7,204') && words(svg).includes('3,102'))
  assert.ok(!words(svg).includes('3'), 'a total with a part missing')
  const negative = [{ label: 'a', one: -1, two: 2, share: null }]
  assert.throws(
    () => stackedBarChart(table, negative, { label: 'label', values: ['one', 'two'] }),
    /less than nought/,
  )
})

test('a line has a gap where there is no number', () => {
  const svg = drawn(lineChart(table, rows, { label: 'label', values: ['share'] }))
  const [path] = elementsNamed(svg, 'path').filter(({ attributes }) => attributes['stroke-width'] === '2.5')
  assert.equal(path?.attributes['d']?.match(/M/g)?.length, 2)
})

test('what cannot be compared is not charted', () => {
  for (const wrong of [
    { label: 'label', values: ['one', 'share'] },
    { label: 'label', values: ['label'] },
    { label: 'label', values: [] },
    { label: 'nowhere', values: ['one'] },
  ])
    assert.throws(() => groupedBarChart(table, rows, wrong), TypeError)
})

test('a chart is never without its table, and needs no rows to be one', () => {
  const page = String(
    chartWithTable(barChart(table, rows, { label: 'label', value: 'one' }), { table: 'folded' }),
  )
  assert.match(page, /<details[^]*<table[^]*6,204[^]*\[c\] means confidential\./)
  assert.equal(page.match(/<svg /g)?.length, 2)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  const empty = String(chartWithTable(barChart(table, [], { label: 'label', value: 'one' })))
  assert.doesNotMatch(empty, /<svg/)
  assert.match(empty, /There is nothing to show/)
})

test('lines are wrapped within their width and nothing is lost before the last', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), fc.integer({ min: 60, max: 400 }), (text, width) => {
      const lines = wrapText(text, width, 16, 50)
      assert.ok(lines.every((line) => textWidth(line, 16) <= width))
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
    }),
  )
  assert.equal(wrapText('one two three four five', 40, 16, 2).length, 2)
  assert.match(wrapText('one two three four five', 40, 16, 2)[1] ?? '', /…$/)
})

const inside = (value: string | undefined, most: number): boolean =>
  Number(value) >= -1 && Number(value) <= most + 1

const anyRow = fc.record({
  label: hostileText,
  one: fc.oneof(fc.constantFrom(null, '[c]', 0), fc.maxSafeNat()),
  two: fc.oneof(fc.constantFrom(null, '[c]', 0), fc.maxSafeNat()),
  share: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
})

test('whatever the rows hold, the SVG is well-formed, within its frame and free of styles and scripts', () => {
  const makers = [
    (given: Row[], title: string) => barChart(table, given, { label: 'label', value: 'one', title }),
    (given: Row[], title: string) =>
      groupedBarChart(table, given, { label: 'label', values: ['one', 'two'], title }),
    (given: Row[], title: string) =>
      stackedBarChart(table, given, { label: 'label', values: ['one', 'two'], title }),
    (given: Row[], title: string) =>
      lineChart(table, given, { label: 'label', values: ['one', 'two'], title }),
    (given: Row[], title: string) =>
      lineChart(table, given, { label: 'label', values: ['share'], from: 50, title }),
  ]
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 30 }),
      hostileText,
      fc.nat(4),
      (given, title, kind) => {
        const chart = makers[kind]?.(given, title)
        assert.ok(chart)
        for (const width of ['wide', 'narrow'] as const) {
          const text = String(chartSvg(chart, width))
          assert.doesNotMatch(text, /NaN|Infinity|undefined|[\p{Bidi_Control}]/u)
          const svg = readXml(text)
          const [, , right = 0, bottom = 0] = (svg.attributes['viewBox'] ?? '').split(' ').map(Number)
          const allowed = new Set('svg title desc defs pattern rect path text tspan'.split(' '))
          const check = (element: XmlElement): void => {
            assert.ok(allowed.has(element.name), element.name)
            for (const name of Object.keys(element.attributes))
              assert.doesNotMatch(name, /^(style|on|href|xlink)/)
            if (element.name === 'tspan')
              assert.ok(
                inside(element.attributes['x'], right) && inside(element.attributes['y'], bottom),
                'text outside',
              )
            if (element.name === 'rect' && element.attributes['x'])
              assert.ok(
                Number(element.attributes['x']) + Number(element.attributes['width']) <= right + 1,
                'bar outside',
              )
            for (const child of element.children) if (typeof child !== 'string') check(child)
          }
          check(svg)
        }
      },
    ),
    { numRuns: 200 },
  )
})
