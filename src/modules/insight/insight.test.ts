import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { changeAreaSettings } from '#access'
import { newId } from '#platform/act.ts'
import { testApp } from '../../testing/cast.ts'
import { MEASURES } from './measures/index.ts'
import { askFigure } from './figures/ask-figure.ts'

const t = await testApp()
const [ruth, joan, nell, holly] = [
  await t.as('Ruth Adeyemi'),
  await t.as('Joan Whitlock'),
  await t.as('Nell Wainwright'),
  await t.as('Holly Tyson', 'cumbria'),
]
const area = await t.area()
const year = { from: '2018-01-01', to: '2018-12-31' }

async function refer(
  who: typeof ruth,
  how: { source: string; district: string; received_on: string }[],
  word: string,
) {
  await who.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('team_id', 'in', ctx.actor.team_ids)
      .where('kind', '=', 'all_staff')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('referrals.referral')
      .values(
        how.map((one, i) => ({
          ...one,
          held_by: team_id,
          reference: `${word}${i}`,
          result: 'accepted' as const,
        })),
      )
      .execute()
  })
}
const some = (count: number, source: string, district: string, received_on = '2018-05-05') =>
  Array.from({ length: count }, () => ({ source, district, received_on }))

await refer(
  ruth,
  [
    ...some(40, 'police-adt', 'Nottingham'),
    ...some(3, 'self', 'Ashfield'),
    ...some(12, 'self', 'Nottingham'),
    ...some(1, 'self', 'Nottingham', '2019-01-01'),
  ],
  'V',
)
await refer(joan, some(7, 'police-adt', 'Gedling'), 'T')
await refer(holly, some(11, 'self', 'Cumberland'), 'L')

test('a figure counts its area and its period, both days in it', async () => {
  const whole = await nell.act((ctx) => askFigure(ctx, { measure: 'referrals-received', ...year }))
  assert.equal(whole.value, 62)
  assert.equal(
    (
      await nell.act((ctx) =>
        askFigure(ctx, { measure: 'referrals-received', from: '2018-05-05', to: '2018-05-05' }),
      )
    ).value,
    62,
  )
  assert.equal((await holly.act((ctx) => askFigure(ctx, { measure: 'self-referrals', ...year }))).value, 11)
})

test('every measure answers with its definition, as-at time and query, in every breakdown it allows, and its lines add up', async () => {
  for (const measure of MEASURES)
    for (const by of Object.keys(measure.dimensions)) {
      const figure = await ruth.act((ctx) => askFigure(ctx, { measure: measure.name, ...year, by: [by] }))
      assert.ok(
        figure.definition.length > 20 && figure.as_at && figure.query.startsWith('select'),
        measure.name,
      )
      assert.equal(
        figure.by!.reduce((sum, line) => sum + line.value, 0),
        figure.value,
        `${measure.name} by ${by}`,
      )
    }
})

test('a provider asks about what its own organisation holds, and opens a list of that length', async () => {
  const { text } = await ruth.get('/measures/referrals-received?from=2018-01-01&to=2018-12-31&by=source')
  assert.match(text, />55</)
  const list = await ruth.get('/measures/referrals-received/list?from=2018-01-01&to=2018-12-31')
  assert.equal(list.text.split('<tbody')[1]!.split('<tr').length - 1, 55)
  // Between tags: a nonce or token of the page may hold these two letters by chance.
  assert.doesNotMatch(list.text, />T1</, "another provider's referrals are not there")
  assert.match(list.text, />V1</)
})

test('a period in which nothing was counted leads to the latest year that has something', async () => {
  const { text } = await ruth.get('/measures/self-referrals?from=2024-04-01&to=2024-06-30')
  assert.match(text, /href="\/measures\/self-referrals\?from=2018-04-01&amp;to=2019-03-31"/)
  assert.doesNotMatch((await ruth.get('/measures/survey-response')).text, /latest year/)
})

test("the Commissioner's office sees the whole area with small numbers hidden, and never a list", async () => {
  const { text } = await nell.get('/measures/referrals-received?from=2018-01-01&to=2018-12-31&by=district')
  assert.match(text, /\[c\]/)
  assert.ok(!/>3</.test(text.split('<tbody')[1]!), 'the three of Ashfield are hidden')
  assert.equal(
    (await nell.get('/measures/referrals-received/list?from=2018-01-01&to=2018-12-31')).status,
    403,
  )
  const csv = await nell.get(
    '/measures/referrals-received/figure.csv?from=2018-01-01&to=2018-12-31&by=district',
  )
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
  assert.match(csv.text, /"Ashfield",\[c\]/)
})

test('a line that is hidden in its table is not told when asked by itself, nor by three breakdowns at once', async () => {
  const of = (query: string) => nell.get(`/measures/referrals-received?from=2018-01-01&to=2018-12-31${query}`)
  const table = (await of('&by=district')).text
  assert.match(table, />52</)
  assert.equal((await of('&only=')).status, 200)
  for (const hidden of ['Ashfield', 'Gedling']) {
    const alone = await of(`&district=${hidden}`)
    assert.equal(alone.status, 422, hidden)
    assert.match(alone.text, /too small a part/)
  }
  assert.equal((await of('&district=Nottingham')).status, 200)
  assert.equal((await of('&by=district,source,result')).status, 422)
  assert.equal(
    (await ruth.get('/measures/referrals-received?from=2018-01-01&to=2018-12-31&district=Ashfield')).status,
    200,
  )
  assert.equal(
    (
      await nell.get(
        '/measures/referrals-received/figure.csv?from=2018-01-01&to=2018-12-31&district=Ashfield',
      )
    ).status,
    422,
  )
})

test('an area sets under which count its office is not told', async () => {
  const set = (office: number) =>
    t.act(area, { visit_id: newId(), query: {} }, (ctx) =>
      changeAreaSettings(ctx, { small_numbers: { office } }),
    )
  await set(3)
  assert.match(
    (await nell.get('/measures/referrals-received?from=2018-01-01&to=2018-12-31&by=district')).text,
    />3</,
  )
  await set(5)
})

test('a figure that is kept to a part says so, with the way to all of it, and so does its list', async () => {
  const asked = '/measures/actions?from=2018-01-01&to=2018-12-31&tier=longer-term'
  const { text } = await ruth.get(asked)
  assert.match(text, /January to December 2018\. Only Support: Longer-term/)
  assert.match(text, /href="\/measures\/actions\?from=2018-01-01&amp;to=2018-12-31"[^>]*>Count everything/)
  assert.match((await ruth.get(asked.replace('?', '/list?'))).text, /Only Support: Longer-term\./)
  assert.doesNotMatch((await ruth.get(asked.replace('&tier=longer-term', ''))).text, /Only |Count everything/)
})

test('what cannot be asked is said, with the form to ask again', async () => {
  const { status, text } = await ruth.get('/measures/actions?from=2018-02-30&to=2018-12-31')
  assert.equal(status, 422)
  assert.match(text, /must be a real date/)
  assert.equal((await ruth.get('/measures/shoes')).status, 404)
})

test('the role that computes figures cannot read a name', async () => {
  for (const column of ['surname', 'forename', 'date_of_birth', 'source_reference'])
    await assert.rejects(
      ruth.act((ctx) => ctx.asFigures((db) => sql`select ${sql.ref(column)} from people.person`.execute(db))),
      /permission denied/,
      column,
    )
})
