import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { checkColumns, mapRows, readColumnMap, truthOf } from './column-map.ts'
import { generate } from './generate.ts'
import { byCluster, pairwise, truePairs } from './measure.ts'
import { readRows } from './read-rows.ts'
import { runGenerated } from './run-generated.ts'
import { runSet } from './run-set.ts'

const folder = mkdtempSync(join(tmpdir(), 'linkage-test-'))
after(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('a CSV is read with spaces after its commas, semicolons, or in Latin-1', () => {
  const febrl = readRows(written('a.csv', 'rec_id, given_name\nrec-1-org, amy\nrec-1-dup-0, \n'))
  assert.deepEqual(febrl, [
    { rec_id: 'rec-1-org', given_name: 'amy' },
    { rec_id: 'rec-1-dup-0', given_name: '' },
  ])
  const latin = readRows(written('b.csv', Buffer.from('nr;name\n1;J\xfcrgen\n', 'latin1')))
  assert.deepEqual(latin, [{ nr: '1', name: 'Jürgen' }])
})

test('a map names columns either way round, joins them, and takes a date in three columns', () => {
  const path = written(
    'map.json',
    JSON.stringify({
      vn: 'forename',
      surname: ['a', 'b'],
      date_of_birth: { year: 'y', month: 'm', day: 'd' },
    }),
  )
  const map = readColumnMap(path)
  const row = { vn: 'Amy', a: 'van', b: 'Dyk', y: '1950', m: '1', d: '31' }
  assert.deepEqual(mapRows([row], map).records, [
    { forename: 'Amy', surname: 'van Dyk', date_of_birth: '1950-01-31' },
  ])
  assert.deepEqual(mapRows([{ ...row, m: 'NA' }], map).records[0]!.date_of_birth, '1950')
  assert.throws(
    () => checkColumns('x.csv', [{ vn: 'Amy' }], map, 'id'),
    /x.csv has no column a, b, y, m, d, id/,
  )
  assert.throws(() => checkColumns('x.csv', [], map, 'id'), /no rows/)
})

test('a map that cannot be meant is refused with what is wrong', () => {
  const cases: [unknown, RegExp][] = [
    ['{no', /not JSON/],
    ['[1]', /in braces/],
    ['null', /in braces/],
    [{ shoe_size: 's' }, /not known: shoe_size\. Known: forename/],
    [{ truth: 'id' }, /names no field/],
    [{ fields: ['forename'] }, /"fields" is written in braces/],
    [{ forename: 5 }, /forename must be a column/],
    [{ forename: { year: 'y' } }, /forename must be a column/],
    [{ date_of_birth: { month: 'm' } }, /date_of_birth must be a column.*or parts/],
    [{ a: 'forename', b: 'forename' }, /forename stands twice/],
    [{ forename: 'a', truth: ['id'] }, /"truth" must be/],
    [{ forename: 'a', truth_pattern: '([' }, /"truth_pattern" is not/],
    [{ forename: 'a', date_order: 'ymd' }, /"date_order" must be/],
  ]
  for (const [map, message] of cases) {
    const path = written('refused.json', typeof map === 'string' ? map : JSON.stringify(map))
    assert.throws(() => readColumnMap(path), message)
  }
  assert.throws(() => readColumnMap(join(folder, 'none.json')), /There is no file/)
  assert.throws(() => readColumnMap(folder), /is a folder/)
  const marked = readColumnMap(written('marked.json', '\ufeff{"forename":"a","phone":null}'))
  assert.deepEqual(marked.fields, { forename: 'a' })
})

test('a CSV is read however it was saved, or refused with what is wrong', () => {
  const ann = [{ id: '1', name: 'Ann\nMarie', town: 'Ely, Cambs' }]
  const text = 'id,name,town\r\n1,"Ann\nMarie","Ely, Cambs"\r\n'
  for (const bytes of [text, `\ufeff${text}`, `\n \n${text}\n\n`, Buffer.from(`\ufeff${text}`, 'utf16le')])
    assert.deepEqual(readRows(written('saved.csv', bytes)), ann)
  assert.deepEqual(readRows(written('bars.csv', '"id"|"a;b;c"\r1|x\r')), [{ id: '1', 'a;b;c': 'x' }])
  assert.deepEqual(readRows(written('short.csv', 'id,a,b\n1,x\n2,x,y,z\n')), [
    { id: '1', a: 'x', b: '' },
    { id: '2', a: 'x', b: 'y' },
  ])
  assert.throws(() => readRows(join(folder, 'none.csv')), /There is no file/)
  assert.throws(() => readRows(folder), /is a folder/)
  assert.throws(() => readRows(written('empty.csv', '')), /is empty/)
  assert.throws(() => readRows(written('zip.csv', Buffer.from([80, 75, 3, 4, 0, 0]))), /is not text/)
  assert.throws(() => readRows(written('twice.csv', 'id,a,a\n1,2,3\n')), /more than one column called a/)
  assert.throws(() => readRows(written('open.csv', 'id,a\n1,"x\n2,y\n')), /cannot be read as CSV: Quote/)
})

test('truth is a column, or the part of it that a pattern picks', () => {
  const rows = [{ rec_id: 'rec-7-org' }, { rec_id: 'rec-7-dup-0' }]
  assert.deepEqual(truthOf(rows, 'rec_id', '^rec-(\\d+)-'), ['7', '7'])
  assert.equal(new Set(truthOf([{ id: '' }, { id: '' }], 'id')).size, 2, 'who is not told is nobody else')
})

test('precision and recall count pairs, by pair and by person, and across files only when there are two', () => {
  const pairs = {
    left: Int32Array.of(0, 0, 2, 0),
    right: Int32Array.of(1, 2, 3, 3),
    odds: Float32Array.of(9, 9, 9, 9),
    held: Uint8Array.of(0, 0, 0, 1),
  }
  const truth = { people: ['a', 'a', 'b', 'b'], boundary: 0 }
  assert.equal(truePairs(truth), 2)
  assert.deepEqual(pairwise(pairs, truth, 5), { precision: 2 / 3, recall: 1, f1: 0.8 })
  assert.deepEqual(byCluster(Int32Array.of(0, 0, 0, 0), truth).precision, 1 / 3)
  assert.deepEqual(byCluster(Int32Array.of(0, 0, 2, 3), truth), { precision: 1, recall: 0.5, f1: 2 / 3 })
  assert.equal(truePairs({ people: ['a', 'a', 'a'], boundary: 1 }), 2)
})

test('the generator is the same for one seed, and its people are found again', async () => {
  const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')]
  generate(one, 2000, 5)
  generate(two, 2000, 5)
  const text = readFileSync(one, 'utf8')
  assert.equal(text, readFileSync(two, 'utf8'))
  assert.equal(text.split('\n')[0]!.split(',').length, 17)
  assert.ok(!/07(?!700 900)\d{3} \d{6}/.test(text), 'telephone numbers are those kept for drama')
  const map = readColumnMap(join(import.meta.dirname, 'maps', 'generated.json'))
  const set = await runSet({ name: 'two thousand', file: one, map, truth: 'person' })
  const shipped = set.thresholds.find(({ threshold }) => threshold === set.shipped_threshold)!
  assert.ok(shipped.pairwise.precision >= 0.998 && shipped.cluster.f1 > 0.85)
  const streamed = await runGenerated(one, 2)
  assert.equal(streamed.records, 2000)
  assert.deepEqual(streamed.pairwise, shipped.pairwise)
})
