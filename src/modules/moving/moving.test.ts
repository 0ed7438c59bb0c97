// A service's export arrives whole, once, with the proof of it; bad files and rows are told and lose nothing.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../../testing/cast.ts'
import { write, writeExport } from './export-for-tests.ts'
import { moveService } from './move/move-service.ts'
import { fieldLines } from './profile/field-lines.ts'
import { MOVED_FILES } from './profile/fields.ts'
import { readProfile } from './profile/profile.ts'

const t = await testApp({ areas: ['nottinghamshire', 'cumbria'] })
const refresh = makeRefreshStatistics(t.url, t.secret)
const written = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'profiles', 'victim-care-2019.json'), 'utf8')) as {
    files: Record<string, { file: string; columns: Record<string, unknown> }>
    [part: string]: unknown
  }
const victimCare = readProfile(written())
const move = async (folder: string, profile = victimCare, area = 'nottinghamshire') =>
  moveService(t.act, await t.area(area), folder, profile, refresh)
const ruth = await t.as('Ruth Adeyemi')

const TABLES = [
  'people.person',
  'people.contact_method',
  'referrals.referral',
  'support.case',
  'support.closure',
  'support.action',
  'outcomes.self_assessment',
  'outcomes.survey',
  'restorative_justice.rj_referral',
  'restorative_justice.rj_outcome',
  'community_points.community_point',
  'community_points.stage',
]
const counts = () =>
  ruth.act(
    async (ctx) =>
      (
        await ctx.connection.query(
          TABLES.map((table) => `select '${table}' as t, count(*)::int as n from ${table}`).join(
            ' union all ',
          ),
        )
      ).rows as { t: string; n: number }[],
  )

test('every row arrives, a person once, and a second move changes nothing', async () => {
  const folder = writeExport(60)
  const { proof, refusals, move_id } = await move(folder)
  assert.deepEqual(refusals, [])
  assert.equal(proof.whole, true)
  for (const file of proof.files) {
    assert.equal(file.loaded, file.rows_read, file.file)
    assert.equal(file.waymark_after - file.waymark_before, file.loaded)
  }
  const before = await counts()
  assert.equal(before.find(({ t }) => t === 'people.person')!.n, 60, 'rows with one Person ID are one person')
  const again = await move(folder)
  assert.ok(again.proof.files.every((file) => file.loaded === 0 && file.already_there === file.rows_read))
  assert.equal(again.proof.whole, true)
  assert.deepEqual(await counts(), before)
  const page = await ruth.get(`/moves/${move_id}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /Everything is here/)
  assert.equal((await (await t.as('Dan Jessop')).get(`/moves/${move_id}`)).status, 403)
  assert.equal((await (await t.as('Joan Whitlock')).get(`/moves/${move_id}`)).status, 404)
})

test('what a case is now is not undone by moving the same export again', async () => {
  const folder = writeExport(60)
  await ruth.act((ctx) =>
    ctx.db
      .updateTable('support.case')
      .set({ risk: 'high', tier: 'longer-term' })
      .where('reference', '=', 'K1')
      .execute(),
  )
  const { proof } = await move(folder)
  assert.equal(proof.whole, false, 'the page says that the counts differ')
  const { risk } = await ruth.act((ctx) =>
    ctx.db.selectFrom('support.case').select('risk').where('reference', '=', 'K1').executeTakeFirstOrThrow(),
  )
  assert.equal(risk, 'high')
})

test('a worker who is a member has the case; whoever is none stays as a name', async () => {
  const row = await ruth.act((ctx) =>
    ctx.db
      .selectFrom('support.case as c')
      .innerJoin('access.member as m', (join) =>
        join.onRef('m.area_id', '=', 'c.area_id').onRef('m.member_id', '=', 'c.allocated_to'),
      )
      .select(['m.name', 'c.worker'])
      .where('c.reference', '=', 'K0')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(row, { name: 'Dan Jessop', worker: 'D Jessop' })
})

test('each row that cannot be loaded is told with its number and reason, and the others arrive', async () => {
  const folder = writeExport(3)
  const headings = 'Case Ref,Ref No,Opened,Level,Caseworker,Closed,Close Reason'
  write(folder, 'cases.csv', headings, [
    ['Z1', 'V000001', '31/02/2017', 'Brief', 'X', '', ''],
    ['Z2', 'V999999', '01/02/2017', 'Brief', 'X', '', ''],
    ['Z3', 'V000002', '01/02/2017', 'Grief', 'X', '', ''],
    ['Z4', 'V000002', '01/02/2017', 'Brief', 'X', '02/02/2017', ''],
    ['Z5', 'V000002', '01/02/2017', 'Brief', 'X', '', ''],
    ['Z5', 'V000001', '01/02/2017', 'Brief', 'X', '', ''],
    ['', 'V000001', '01/02/2017', 'Brief', 'X', '', ''],
    ['Z8', 'V000001', '01/02/2017'],
    ['Z9', 'V000001', '01/02/2017', 'Brief', 'X', '31/01/2017', 'Disengaged'],
    ['Z10', 'V000001', '01/02/2917', 'Brief', 'X', '', ''],
  ])
  write(folder, 'actions.csv', 'Action ID,Case Ref,Date,Type,Quantity,Worker', [
    ['900001', 'Z5', '03/02/2017', 'Advocacy', 1, ''],
    ['900002', 'Z2', '03/02/2017', 'Advocacy', 1, ''],
    ['900003', 'Z5', '03/02/2017', 'Advocacy', 0, ''],
  ])
  for (const file of ['self-assessments.csv', 'surveys.csv', 'restorative-justice.csv'])
    write(folder, file, readFileSync(join(folder, file), 'utf8').split('\r\n')[0]!, [])
  const { proof, refusals, move_id } = await move(folder)
  const told = refusals.map(({ file, row, reason }) => `${file} ${row}: ${reason}`)
  assert.match(told[0]!, /cases.csv 1: .*31\/02\/2017.* not a day that exists/)
  assert.equal(told[1], 'cases.csv 2: There is no referral V999999')
  assert.match(told[2]!, /cases.csv 3: .*Grief.* is no code that the profile knows/)
  assert.match(told[3]!, /cases.csv 4: It has a day of closing and no reason/)
  assert.equal(told[4], 'cases.csv 6: Row 5 has the same reference')
  assert.match(told[5]!, /cases.csv 7: .*“Case Ref” is blank/)
  assert.match(told[6]!, /cases.csv 8: The row has 3 cells where 7 are expected/)
  assert.equal(told[7], 'cases.csv 9: “closed on” is 31 January 2017, before “opened on”, 1 February 2017')
  assert.equal(told[8], 'cases.csv 10: “opened on” is 1 February 2917, which is still to come')
  assert.equal(told[9], 'actions.csv 2: There is no case Z2')
  assert.equal(told[10], 'actions.csv 3: Its quantity is 0')
  const file = proof.files.find(({ name }) => name === 'cases')!
  assert.deepEqual([file.rows_read, file.loaded, file.refused], [10, 1, 9])
  assert.match((await ruth.get(`/moves/${move_id}`)).text, /There is no referral V999999/)
})

test('a file that is not there, or lacks a column, is told before anything is loaded', async () => {
  const folder = writeExport(5)
  const before = await counts()
  write(folder, 'surveys.csv', 'Case,Sent', [])
  await assert.rejects(move(folder), /surveys.csv: The file has no column “Case Ref”.*Nothing was changed/)
  const other = written()
  other.files.surveys!.file = 'none.csv'
  await assert.rejects(move(folder, readProfile(other)), /none.csv is not in .* Nothing was changed/)
  assert.deepEqual(await counts(), before)
})

test('another service is moved by a profile of its own: other names, separators, encodings, dates and words', async () => {
  const folder = writeExport(1)
  const line = (cells: string[]) => `${cells.join(';')}\n`
  const text = `Exported by the old system\n${line(['Nr', 'In', 'Came by', 'Client', 'Name', 'Born', 'Dist'])}${line(['A-1', '3-Feb-18', 'rang us', '77', 'Zoë Ó Cléirigh', '1.2.24', 'Carlisle'])}${line(['A-2', '4-Feb-18', 'the force', 'n/a', 'Núñez', '', 'Eden'])}`
  writeFileSync(join(folder, 'in.txt'), Buffer.from(text, 'latin1'))
  const profile = readProfile({
    profile: 'lakes',
    title: 'Lakes, by its old system',
    file: { encoding: 'windows-1252', separator: ';', header_row: 2 },
    date_formats: ['D-MMM-YY'],
    empty_values: ['n/a'],
    files: {
      referrals: {
        file: 'in.txt',
        columns: {
          reference: 'Nr',
          received_on: 'In',
          source: { column: 'Came by', codes: { 'rang us': 'self', 'the force': 'police-officer' } },
          person_reference: 'Client',
          surname: 'Name',
          born_on: { column: 'Born', date_formats: ['D.M.YY'] },
          district: 'Dist',
        },
      },
    },
  })
  const { proof, refusals } = await move(folder, profile, 'cumbria')
  assert.deepEqual(refusals, [])
  assert.equal(proof.files[0]!.loaded, 2)
  const holly = await t.as('Holly Tyson', 'cumbria')
  const people = await holly.act((ctx) =>
    ctx.db
      .selectFrom('people.person')
      .select(['surname', 'date_of_birth', 'source_reference'])
      .orderBy('surname')
      .execute(),
  )
  assert.deepEqual(people, [
    { surname: 'Núñez', date_of_birth: null, source_reference: null },
    { surname: 'Zoë Ó Cléirigh', date_of_birth: '1924-02-01', source_reference: '77' },
  ])
})

test('a slip of the pen in a profile is told with its place', () => {
  const wrong = written()
  wrong.files.referrals!.columns.surnam = 'Surname'
  delete wrong.files.cases!.columns.tier
  assert.throws(() => readProfile(wrong), /files\.cases\.columns\.tier: Every row needs it/)
  assert.throws(
    () => readProfile(wrong),
    /files\.referrals\.columns\.surnam: there is no such part\. Did you mean “surname”/,
  )
  assert.throws(() => readProfile({ profile: 'x', title: 'X', files: {} }), /Name at least one file/)
})

test('docs/moving.md tells every field, so that a profile can be written from it alone', () => {
  const told = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'moving.md'), 'utf8')
  for (const [name, fields] of Object.entries(MOVED_FILES)) {
    assert.ok(told.includes(`### \`${name}\``), name)
    for (const line of fieldLines(fields)) assert.ok(told.includes(line), line)
  }
  const examples = [...told.matchAll(/```json\n([\s\S]*?)```/g)]
  assert.equal(examples.length, 2)
  for (const [, example] of examples) readProfile(JSON.parse(example!))
})
