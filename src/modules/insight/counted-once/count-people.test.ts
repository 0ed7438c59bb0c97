// Measures that count people count each human being once: across holders by identity, within an organisation by its own links.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { recordPerson, tieIdentities } from '#people'
import { newId } from '#platform/act.ts'
import { openCase } from '#support'
import { type Someone, testApp } from '../../../testing/cast.ts'
import { askFigure, type Asked } from '../figures/ask-figure.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const [dan, carys, nell, ruth] = await Promise.all(
  ['Dan Jessop', 'Carys Bevan', 'Nell Wainwright', 'Ruth Adeyemi'].map((name) => t.as(name)),
)
const actor = await t.area()
const tie = () => t.act(actor, { visit_id: newId(), query: {} }, tieIdentities)
const WILHELMINA = {
  forename: 'Wilhelmina',
  surname: 'Featherstonehaugh',
  date_of_birth: '1971-03-09',
  contact_methods: [{ kind: 'mobile' as const, value: '07700 900777' }],
  address: { line: '3 Mill Row', postcode: 'NG9 1AA' },
}

async function support(who: Someone, person: Parameters<typeof recordPerson>[1]) {
  return who.act(async (ctx) => {
    const person_id = await recordPerson(ctx, person)
    const { team_id: held_by } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('team_id', 'in', ctx.actor.team_ids)
      .where('kind', '=', 'casework')
      .executeTakeFirstOrThrow()
    await openCase(ctx, { person_id, held_by, tier: 'longer-term', take_it: true })
    return person_id
  })
}
const took = async (answer: ReturnType<Someone['post']>) => assert.equal((await answer).status, 303)
const link = (who: Someone, a: string, b: string) =>
  took(who.post(`/people/${a}/links/${b}`, { decision: 'same' }))
const teamsOf = (who: Someone) =>
  who.act(async (ctx) =>
    (
      await ctx.db
        .selectFrom('access.team')
        .select('team_id')
        .where('organisation_id', '=', ctx.actor.organisation_id)
        .execute()
    ).map((team) => team.team_id),
  )
const [ours, theirs] = [await teamsOf(dan!), await teamsOf(carys!)]
const counted = async (measure: string, held_by?: string[]) => {
  const today = await nell!.act(async (ctx) => ctx.today)
  const asked: Asked = { measure, from: today, to: today, by: ['district'], ...(held_by ? { held_by } : {}) }
  const figure = await nell!.act((ctx) => askFigure(ctx, asked))
  assert.equal(
    figure.by!.reduce((sum, line) => sum + line.value, 0),
    figure.value,
    'its lines add up',
  )
  return figure.value
}
const both = async (held_by?: string[]) => [
  await counted('people-supported', held_by),
  await counted('people-with-longer-term-support', held_by),
]

const one = await support(dan!, WILHELMINA)

test('somebody known to two services counts once in the area, and once to each of them', async () => {
  await support(carys!, WILHELMINA)
  assert.deepEqual(await both(), [2, 2], 'until the night, each record counts')
  await tie()
  assert.deepEqual(await both(), [1, 1])
  assert.deepEqual(
    [await both(ours), await both(theirs)],
    [
      [1, 1],
      [1, 1],
    ],
  )
})

test('two records of one service count once while they are linked, and twice again when the link is undone', async () => {
  const two = await support(dan!, { forename: 'Billie', surname: 'Fanshaw', date_of_birth: '1971-03-09' })
  await tie()
  assert.deepEqual(
    [await both(), await both(ours)],
    [
      [2, 2],
      [2, 2],
    ],
  )
  await link(dan!, one, two)
  assert.deepEqual(await both(ours), [1, 1], 'its own figure at once')
  await tie()
  assert.deepEqual(
    [await both(), await both(ours)],
    [
      [1, 1],
      [1, 1],
    ],
  )
  const list = await ruth!.get('/measures/people-supported/list?from=2020-01-01&to=2100-01-01')
  assert.equal(list.text.split('<tbody')[1]!.split('<tr').length - 1, 1, "the list's length is the figure")
  await took(dan!.post(`/people/${one}/links/${two}/unlink`, { because: 'A mistake' }))
  await tie()
  assert.deepEqual(
    [await both(), await both(ours)],
    [
      [2, 2],
      [2, 2],
    ],
  )
})

test("no provider's count moves because somebody of theirs is known to another", async () => {
  // Two records of our own, alike in nothing that they share, each like one that another service holds and linked there.
  const [a, b] = [
    {
      forename: 'Thomasina',
      surname: 'Ollerenshaw',
      date_of_birth: '1960-02-01',
      contact_methods: [{ kind: 'mobile' as const, value: '07700 900701' }],
      address: { line: '1 Low Row', postcode: 'NG5 2BB' },
    },
    {
      forename: 'Perpetua',
      surname: 'Quartermain',
      date_of_birth: '1988-11-30',
      contact_methods: [{ kind: 'mobile' as const, value: '07700 900702' }],
      address: { line: '9 High Row', postcode: 'NG7 3CC' },
    },
  ] as const
  await support(dan!, a)
  await support(dan!, b)
  const before = await both(ours)
  const [x, y] = [await support(carys!, a), await support(carys!, b)]
  await link(carys!, x, y)
  await tie()
  assert.deepEqual(await both(), [3, 3], 'the four are one human being in the area')
  assert.deepEqual(await both(ours), before)
})

test('what anybody but the area’s own actor keeps as an identity counts for nothing', async () => {
  const before = await both()
  await dan!.act((ctx) =>
    sql`insert into people.identity (person_id, identity_id, tied_by) select person_id, ${one}::uuid, 'link' from people.person`.execute(
      ctx.db,
    ),
  )
  assert.deepEqual(await both(), before)
})

test('the role that counts people reads who is who, and no name', async () => {
  const read = (what: string) =>
    nell!.act((ctx) =>
      ctx.asFigures((db) =>
        sql`select ${sql.ref(what)} from insight.human_being, insight.linked_people`.execute(db),
      ),
    )
  await read('human_being')
  await assert.rejects(
    nell!.act((ctx) => ctx.asFigures((db) => sql`select because from people.link_decision`.execute(db))),
    /permission denied/,
  )
  await assert.rejects(
    dan!.act((ctx) => sql`select * from insight.human_being`.execute(ctx.db)),
    /permission denied/,
  )
})
