// A service unlike any other is moved by a profile written from docs/moving.md alone, and every figure of it is what its own files say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveService, readProfile } from '#moving'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from './testing/cast.ts'
import { OTHER_PROFILE, writeOtherService } from './testing/other-service.ts'

const t = await testApp({ areas: ['cumbria'] })
const refresh = makeRefreshStatistics(t.url, t.secret)
const folder = writeOtherService()
const profile = readProfile(OTHER_PROFILE)
const move = async () => moveService(t.act, await t.area('cumbria'), folder, profile, refresh)

test('every row is answered for, and a second move changes nothing', async () => {
  const { proof, refusals } = await move()
  assert.deepEqual(
    refusals.map(({ file, row, reason }) => `${file} ${row}: ${reason}`),
    ['in/2023.txt 3: There is no person p9', 'in/2023.txt 4: Row 1 of in/2022.txt has the same reference'],
  )
  const files = proof.files.map((f) => [f.file, f.rows_read, f.loaded, f.refused, f.left_out])
  assert.deepEqual(files.slice(4, 8), [
    ['work.txt', 5, 4, 0, 1],
    ['cases.txt (self assessments 1 of 3)', 3, 2, 0, 1],
    ['cases.txt (self assessments 2 of 3)', 3, 1, 0, 2],
    ['cases.txt (self assessments 3 of 3)', 3, 2, 0, 1],
  ])
  for (const f of proof.files) {
    assert.equal(f.rows_read, f.loaded + f.refused + f.left_out, f.file)
    assert.equal(f.waymark_after - f.waymark_before, f.loaded, f.file)
  }
  assert.deepEqual(
    proof.counts
      .filter(({ agrees }) => !agrees)
      .map(({ what, in_export, in_waymark }) => [what, in_export - in_waymark]),
    [
      ['Referrals: Self-referral', 1],
      ['Referrals: Police automatic data transfer', 1],
    ],
  )
  const again = await move()
  assert.ok(again.proof.files.every((f) => f.loaded === 0 && f.waymark_after === f.waymark_before))
})

test('who came for domestic abuse is contacted by a safe route only; a name in one column is a surname and forenames', async () => {
  const holly = await t.as('Holly Tyson', 'cumbria')
  const people = await holly.act((ctx) =>
    ctx.db
      .selectFrom('people.person')
      .select(['forename', 'surname', 'sensitive'])
      .orderBy('source_reference')
      .execute(),
  )
  assert.deepEqual(people, [
    { forename: 'Zoë van der', surname: 'Berg', sensitive: false },
    { forename: 'Bo', surname: 'Ash', sensitive: true },
    { forename: 'Cyd', surname: 'Oak', sensitive: false },
  ])
  assert.match(
    (await holly.post('/people', { reference: 'c1' })).text,
    /Berg/,
    'found by the number the old system gave',
  )
})

type Printed = { value: number; n?: number; by?: Record<string, number | string>[] }
const figure = async (measure: string, from: string, to: string, options: Record<string, string> = {}) => {
  let printed: unknown
  await t.modules
    .flatMap(({ verbs = [] }) => verbs)
    .find(({ words }) => words === 'figure')!
    .run(
      { rest: [measure], options: { area: 'cumbria', from, to, ...options } },
      {
        ...t.options,
        database_url: t.url,
        secret: t.secret,
        data: '',
        progress: () => assert.fail('nothing here takes long'),
        say: () => {},
        json: (value: unknown) => (printed = value),
      },
    )
  return JSON.parse(JSON.stringify(printed)) as Printed
}
const lines = async (
  measure: string,
  from: string,
  to: string,
  by: string,
  more: Record<string, string> = {},
) =>
  Object.fromEntries(
    (await figure(measure, from, to, { by, ...more }))
      .by!.map((line) => [line[by], line.value])
      .filter(([, n]) => n !== 0),
  ) as Record<string, number>

test('every figure of the area is what the files say', async () => {
  const year = ['2022-01-01', '2022-12-31'] as const
  assert.deepEqual(await lines('referrals-received', '2022-01-01', '2023-12-31', 'source'), {
    self: 1,
    'family-friend': 1,
    'police-adt': 2,
  })
  assert.equal((await figure('self-referrals', '2022-01-01', '2023-12-31')).value, 2)
  assert.equal((await figure('people-supported', ...year)).value, 2)
  assert.equal((await figure('people-supported', '2022-07-01', '2023-12-31')).value, 2, 'c2 is open still')
  assert.equal((await figure('people-with-longer-term-support', ...year)).value, 1)
  assert.deepEqual(await lines('actions', ...year, 'type'), {
    'phone-support': 6,
    'target-hardening': 4,
    'home-visit': 1,
  })
  assert.equal((await figure('actions', ...year, { tier: 'longer-term' })).value, 10)
  assert.deepEqual(await lines('rj-referrals', '2022-01-01', '2023-12-31', 'outcome'), {
    conference: 1,
    letter: 1,
    'no-outcome-recorded': 1,
  })
  const change = (await figure('outcome-change', ...year, { by: 'outcome' })).by!
  assert.deepEqual(
    change
      .filter(({ n }) => n !== 0)
      .map(({ outcome, improved, sustained, declined, n }) => [outcome, improved, sustained, declined, n]),
    [
      ['cope', 1, 0, 1, 2],
      ['safety', 0, 1, 0, 1],
    ],
  )
  assert.deepEqual(
    [(await figure('satisfaction', ...year)).n, (await figure('would-recommend', ...year)).n],
    [0, 0],
  )
  assert.deepEqual(await lines('community-points', '2022-01-01', '2022-07-31', 'stage'), {
    registered: 1,
    engaged: 1,
  })
  assert.deepEqual(await lines('community-points', ...year, 'stage'), { registered: 1, lapsed: 1 })
})
