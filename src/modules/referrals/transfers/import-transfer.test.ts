import assert from 'node:assert/strict'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addArea, areaActor, readAreaFile } from '#access'
import { makeAct, newId, type Act, type Ctx } from '#platform/act.ts'
import { testDatabase } from '#platform/testing.ts'
import { findProfile, listProfiles } from '../mapping-profiles/find-profile.ts'
import { importTransfer, type ArrivedFile, type ImportOptions } from './import-transfer.ts'
import { resultsOf, type RowResult } from './transfer-results.ts'

const cast = join(import.meta.dirname, '../../../../database/cast')
const folder = join(cast, 'daily-transfer')
const day = (number: number) => join(folder, `NOTTS_ADT_201703${number}.csv`)

const { pools } = await testDatabase()
const act: Act = makeAct(pools, async () => {})
for (const area of ['nottinghamshire', 'cumbria'])
  await addArea(pools, act, readAreaFile(JSON.parse(readFileSync(join(cast, `${area}.json`), 'utf8'))))
const actor = await areaActor(pools, 'nottinghamshire')
const asActor = <T>(work: (ctx: Ctx) => Promise<T>) => act(actor, { visit_id: newId(), query: {} }, work)
const profile = await asActor((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const options: ImportOptions = { act, actor, held_by: actor.receiving_team_id, profile }
const fromDisk = (path: string): ArrivedFile => ({
  file_name: basename(path),
  bytes: statSync(path).size,
  came_by: 'command-line',
  open: () => createReadStream(path),
})
const fromText = (file_name: string, text: string): ArrivedFile => ({
  file_name,
  bytes: Buffer.byteLength(text),
  came_by: 'program',
  open: async function* () {
    yield Buffer.from(text)
  },
})
const HEAD = readFileSync(day(13), 'utf8').split('\r\n')[0]!
const line = (occurrence: number, name = 'Ann', more = {}) => {
  const cells: Record<string, string> = {
    'Occurrence No': String(occurrence),
    'Reported Date': '12/03/2017',
    Offence: 'Arson',
    'Victim Type': 'Individual',
    Surname: 'Fox',
    Forenames: name,
    DOB: '02/01/1980',
    Mobile: '07700 900001',
    Postcode: 'NG3 1HF',
    Domestic: 'N',
    Sexual: 'N',
    'Consent To Refer': 'Informed',
    ...more,
  }
  return HEAD.split(',')
    .map((heading) => cells[heading] ?? '')
    .join(',')
}
const file = (name: string, lines: string[]) => fromText(name, `${HEAD}\n${lines.join('\n')}\n`)
const count = async (table: string) =>
  (
    await asActor((ctx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(ctx.db),
    )
  ).rows[0]!.n

test('three days imported give what is expected, row by row, and again change nothing', async () => {
  const found: RowResult[] = []
  for (const number of [13, 14, 15]) {
    const told = await importTransfer(fromDisk(day(number)), options)
    assert.equal(told.state, 'read')
    assert.equal(told.sent_on, `2017-03-${number}`)
    for await (const row of resultsOf(act, actor, told.transfer_id, told.file)) found.push(row)
  }
  const expected = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  assert.deepEqual(
    found.map((row) => Object.values(row).join(',')),
    expected,
  )
  const before = await Promise.all(
    ['referrals.referral', 'people.person', 'referrals.receipt', 'referrals.held_row'].map(count),
  )
  assert.deepEqual(before.slice(0, 3), [125, 93, 125])
  const again = await importTransfer(fromDisk(day(14)), options)
  assert.equal(again.state, 'already-read')
  assert.deepEqual([again.rows, again.results.accepted], [40, 30])
  assert.deepEqual(
    await Promise.all(
      ['referrals.referral', 'people.person', 'referrals.receipt', 'referrals.held_row'].map(count),
    ),
    before,
  )
})

test('a file of the same name with other content is an alert, and its known rows are duplicates', async () => {
  const first = await importTransfer(file('NOTTS_ADT_20170401.csv', [line(1), line(2)]), options)
  const second = await importTransfer(file('NOTTS_ADT_20170401.csv', [line(1), line(3)]), options)
  assert.deepEqual([first.other_content, second.other_content], [false, true])
  assert.deepEqual(second.results, { accepted: 1, duplicate: 1 })
})

test('what is kept of a person: everything of one accepted, nothing of one who declined or has died', async () => {
  await importTransfer(
    file('NOTTS_ADT_20170402.csv', [
      line(11, 'Bea', {
        Domestic: 'Y',
        'Consent To Refer': 'Explicit',
        'Safe To Contact': 'Y',
        'Safe Contact Notes': '"Mobile only, after 6pm"',
        'Home Tel': '01632 960001',
      }),
      line(12, 'Cyd', { 'Consent To Refer': 'Declined' }),
      line(13, 'Dee', { Deceased: 'Y' }),
      line(14, 'Eve', { Domestic: 'Y', 'Consent To Refer': 'Explicit' }),
    ]),
    options,
  )
  const { rows: people } = await asActor((ctx) =>
    sql<{ forename: string; sensitive: boolean; sensitive_because: string }>`
    select forename, sensitive, sensitive_because from people.person where surname = 'Fox' and forename in ('Bea', 'Cyd', 'Dee', 'Eve')`.execute(
      ctx.db,
    ),
  )
  assert.deepEqual(people, [{ forename: 'Bea', sensitive: true, sensitive_because: 'domestic abuse' }])
  const { rows: ways } = await asActor((ctx) =>
    sql<object>`select m.kind, m.safe, m.hours from people.contact_method m
    join people.person p on p.area_id = m.area_id and p.person_id = m.person_id where p.forename = 'Bea' order by 1`.execute(
      ctx.db,
    ),
  )
  assert.deepEqual(ways, [
    { kind: 'mobile', safe: 'yes', hours: 'after 6pm' },
    { kind: 'phone', safe: 'unknown', hours: 'after 6pm' },
  ])
  const { rows: held } = await asActor((ctx) =>
    sql<{ forename: string }>`select victim ->> 'forenames' as forename from referrals.held_row
    where victim ->> 'forenames' in ('Bea', 'Cyd', 'Dee', 'Eve')`.execute(ctx.db),
  )
  assert.deepEqual(held, [{ forename: 'Eve' }])
})

test('a file that does not fit the profile is refused as a whole', async () => {
  const before = await count('referrals.transfer')
  await assert.rejects(importTransfer(fromText('x.csv', 'A,B\n1,2\n'), options), /no column “Occurrence No”/)
  assert.equal(await count('referrals.transfer'), before)
})

test('an import stopped anywhere and run again keeps every row once', async () => {
  const lines = Array.from({ length: 90 }, (_, i) =>
    i % 9 === 8 ? line(500 + i - 1, 'Flo') : line(500 + i, 'Flo', i % 10 === 3 ? { DOB: '31/02/1990' } : {}),
  )
  for (let stop = 0; stop <= 10; stop++) {
    const name = `NOTTS_ADT_201705${10 + stop}.csv`
    const rows = lines.map((text) => text.replace(/^(\d+)/, (n) => String(Number(n) + 1000 * (stop + 1))))
    let acts = 0
    const dying: Act = (who, visit, work) => {
      if (++acts > stop) throw new Error('killed')
      return act(who, visit, work)
    }
    await assert.rejects(importTransfer(file(name, rows), { ...options, act: dying, at_once: 10 }), /killed/)
    const told = await importTransfer(file(name, rows), { ...options, at_once: 7 })
    assert.equal(told.rows, 90)
    assert.equal(
      Object.values(told.results).reduce((a, b) => a + b, 0),
      90,
    )
    assert.deepEqual(told.results, { accepted: 73, duplicate: 9, error: 8 })
    assert.equal(told.state, stop > 1 ? 'resumed' : 'read')
  }
})

test('two processes with the same file at once keep every row once', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => line(90_000 + i, 'Gus'))
  const both = await Promise.all(
    [1, 2].map(() => importTransfer(file('NOTTS_ADT_20170601.csv', rows), { ...options, at_once: 20 })),
  )
  assert.equal(both[0]!.transfer_id, both[1]!.transfer_id)
  assert.deepEqual(
    await asActor(
      async (ctx) =>
        (
          await sql<object>`select count(*)::int as n, count(distinct row_number)::int as rows
    from referrals.referral where transfer_id = ${both[0]!.transfer_id}`.execute(ctx.db)
        ).rows,
    ),
    [{ n: 200, rows: 200 }],
  )
})

test('the receipts are held by the force, which sees nothing else', async () => {
  const police = await asActor(
    async (ctx) =>
      (
        await sql<{ team_id: string }>`select t.team_id from access.team t
    join access.organisation o on o.area_id = t.area_id and o.organisation_id = t.organisation_id where o.code = 'nottinghamshire-police'`.execute(
          ctx.db,
        )
      ).rows[0]!,
  )
  const seen = await act(
    { ...actor, team_ids: [police.team_id] },
    { visit_id: newId(), query: {} },
    async (ctx) => {
      const found: boolean[] = []
      for (const table of [
        'referrals.receipt',
        'referrals.referral',
        'referrals.held_row',
        'referrals.transfer',
        'people.person',
      ]) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          ctx.db,
        )
        found.push(rows[0]!.n > 0)
      }
      return found
    },
  )
  assert.deepEqual(seen, [true, false, false, false, false])
  const provider = await act(
    { ...actor, team_ids: [actor.receiving_team_id] },
    { visit_id: newId(), query: {} },
    async (ctx) =>
      (await sql<{ n: number }>`select count(*)::int as n from referrals.receipt`.execute(ctx.db)).rows[0]!.n,
  )
  assert.equal(provider, 0)
})

test('another area has its own transfers, and the profiles that come with Waymark', async () => {
  const cumbria = await areaActor(pools, 'cumbria')
  const profiles = await act(cumbria, { visit_id: newId(), query: {} }, listProfiles)
  assert.ok(profiles.some((one) => one.profile === 'nottinghamshire-police'))
  const told = await importTransfer(fromDisk(day(13)), {
    ...options,
    actor: cumbria,
    held_by: cumbria.receiving_team_id,
  })
  assert.equal(told.state, 'read')
  assert.equal(told.results.accepted, undefined) // nobody of the file lives in Cumbria
})
