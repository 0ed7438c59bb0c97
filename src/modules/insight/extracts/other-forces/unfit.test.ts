// Files and profiles that do not fit are told in a sentence, and nothing is kept, also not that they came.
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { sql } from 'kysely'
import { readExtractProfile } from '../profile.ts'
import { read, t, write } from './read-facts.ts'

const profile = (more: object = {}) => ({
  profile: 'unfit',
  title: 'Unfit',
  file: { header_row: 4 },
  columns: { crime_number: 'No', recorded_on: 'On', surname: 'Name' },
  ...more,
})

test('a file without its line of headings, a folder and a file that is not there are refused, and leave nothing', async () => {
  await assert.rejects(
    read(profile(), write('title.csv', 'Fenland Constabulary\nno crimes\n')),
    /has no line 4, where/,
  )
  await assert.rejects(read(profile(), tmpdir()), /is no file that can be read\. Nothing was changed/)
  await assert.rejects(read(profile(), '/no/such/file.csv'), /is no file that can be read/)
  await assert.rejects(read(profile({ file: {} }), write('other.csv', 'A,B\n1,2\n')), /has no column “No”/)
  const more = profile({
    file: {},
    row_is: 'crime',
    victims: 2,
    columns: { crime_number: 'No', recorded_on: 'On', surname: 'V{n}' },
  })
  await assert.rejects(
    read(more, write('more.csv', 'No,On,V1,V2,V3\n1,01/03/2014,A,B,C\n')),
    /say "victims": 3/,
  )
  const { rows } = await t.act(await t.area(), { visit_id: crypto.randomUUID(), query: {} }, (ctx) =>
    sql<{ n: number }>`select count(*)::int as n from insight.extract`.execute(ctx.db),
  )
  assert.equal(rows[0]!.n, 0)
})

test('the profile of another kind of file is told as that, with the verb that reads it', () => {
  const of = (written: object) => () => readExtractProfile('asb', written)
  assert.throws(of({ profile: 'x', files: {} }), /a service's export .* waymark import service/)
  assert.throws(of({ profile: 'x', columns: { occurrence_no: 1 } }), /a transfer .* waymark import transfer/)
})
