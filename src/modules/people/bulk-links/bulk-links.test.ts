import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { linkTeam, recordPeople, recordPerson } from '../index.ts'

const t = await testApp()
const area = await t.area()
const held_by = area.receiving_team_id
const ruth = await t.as('Ruth Adeyemi')
const dan = await t.as('Dan Jessop')
const compare = () => t.act(area, { visit_id: newId(), query: {} }, (ctx) => linkTeam(ctx, held_by))
const FORENAMES = [
  'Ade',
  'Birgit',
  'Cormac',
  'Dilys',
  'Esra',
  'Farid',
  'Gwen',
  'Hiroshi',
  'Ines',
  'Jolanta',
  'Kofi',
  'Leila',
  'Magnus',
  'Nadia',
  'Oskar',
  'Petra',
  'Quentin',
  'Rosa',
  'Stefan',
  'Tariq',
]
// The same people at each run, without any pattern among them (mulberry32).
let seed = 20_170_313
const upTo = (n: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % n
}
const word = () =>
  Array.from({ length: 4 }, () => `${'bdfgklmnprstvz'[upTo(14)]}${'aeiou'[upTo(5)]}`).join('')
const digits = (n: number) => Array.from({ length: n }, () => upTo(10)).join('')
const EVERYBODY = Array.from({ length: 1201 }, () => ({
  held_by,
  forename: FORENAMES[upTo(20)]!,
  surname: word(),
  date_of_birth: `${1930 + upTo(75)}-${String(1 + upTo(12)).padStart(2, '0')}-${String(1 + upTo(28)).padStart(2, '0')}`,
  contact_methods: [{ kind: 'mobile' as const, value: `07700 9${digits(5)}` }],
  address: {
    line: `${1 + upTo(180)} ${word()} Street`,
    postcode: `NG${1 + upTo(25)} ${upTo(10)}${'ABDEF'[upTo(5)]}${'GHJLN'[upTo(5)]}`,
  },
}))
const somebody = (n: number) => EVERYBODY[n]!
const state = () =>
  dan.act(async (ctx) => ({
    people: await ctx.db.selectFrom('people.person').selectAll().orderBy('person_id').execute(),
    links: (
      await ctx.db
        .selectFrom('people.link')
        .select(['person_id', 'other_person_id'])
        .where('unlinked_at', 'is', null)
        .execute()
    ).length,
  }))

// 1,200 people, 60 of them recorded twice with a slip, one of those sensitive, and a pair of twins.
const ids = await dan.act((ctx) => recordPeople(ctx, EVERYBODY.slice(0, 1200)))
const again = await dan.act((ctx) =>
  recordPeople(
    ctx,
    Array.from({ length: 60 }, (_, n) => ({
      ...somebody(n * 20),
      surname: `${somebody(n * 20).surname}e`,
      sensitive: n === 0,
    })),
  ),
)
const twins = await dan.act((ctx) =>
  recordPeople(
    ctx,
    ['Katherine', 'Kathleen'].map((forename) => ({
      held_by,
      forename,
      surname: 'Trevelyan',
      date_of_birth: '2001-06-15',
      address: { line: '8 Orchard Close', town: 'Arnold', postcode: 'NG5 6AB' },
    })),
  ),
)
const before = await state()
const first = await compare()

test('what is sure is linked in one batch, with a decision that says why; what is sensitive waits for a person', async () => {
  assert.equal(first.records, 1262)
  const { links, decisions, reviews } = await dan.act(async (ctx) => ({
    links: await ctx.db.selectFrom('people.link').selectAll().execute(),
    decisions: await ctx.db.selectFrom('people.link_decision').selectAll().execute(),
    reviews: await ctx.db.selectFrom('people.link_review').selectAll().execute(),
  }))
  const twice = new Map(again.map((id, n) => [id, ids[n * 20]!]))
  const right = links.filter(
    (link) =>
      twice.get(link.other_person_id) === link.person_id ||
      twice.get(link.person_id) === link.other_person_id,
  )
  assert.ok(right.length >= 57, `${right.length} of the 59 that may be linked by itself`)
  assert.equal(links.length, right.length, 'and none that is wrong')
  assert.ok(links.every((link) => link.batch_id === first.link_batch_id && link.linked_by === area.actor_id))
  assert.ok(
    !links.some((link) => [link.person_id, link.other_person_id].includes(again[0]!)),
    'never a sensitive record',
  )
  assert.ok(reviews.some((review) => [review.person_id, review.other_person_id].includes(again[0]!)))
  assert.ok(!links.some((link) => twins.includes(link.person_id)), 'never twins by themselves')
  assert.equal(decisions.length, links.length)
  assert.ok(decisions.every((one) => one.reasons.length > 2 && one.because === 'Compared in bulk'))
  assert.ok(first.estimated_error >= 0 && first.estimated_error < 0.02)
})

test('run again, it links nothing and asks nothing twice', async () => {
  const second = await compare()
  assert.deepEqual([second.links, second.reviews], [0, 0])
})

test('the queue shows each pair side by side with its reasons, and a decision takes it out', async () => {
  const queue = await dan.get('/people/reviews')
  const pair = new RegExp(
    `/people/[0-9a-f-]{36}/links/${again[0]}|/people/${again[0]}/links/[0-9a-f-]{36}`,
  ).exec(queue.text)?.[0]
  assert.ok(pair && queue.text.includes('Sensitive') && queue.text.includes('same date of birth'))
  await dan.post(pair, { decision: 'same', because: 'She says so' })
  assert.ok(!(await dan.get('/people/reviews')).text.includes(pair))
  const person = await dan.get(`/people/${again[0]}`)
  assert.ok(person.text.includes('Linked with 1 other record'))
})

test('only a manager undoes a comparison, with a reason; what people decided stays', async () => {
  const undo = `/people/comparisons/${first.link_batch_id}/undo`
  assert.equal((await dan.get(undo)).status, 403)
  assert.ok((await dan.get('/people/comparisons')).text.includes('1,262'))
  assert.equal((await ruth.post(undo, {})).status, 422)
  const came = await ruth.post(undo, { because: 'The wrong file' })
  assert.equal(came.location, '/people/comparisons')
  const after = await state()
  assert.equal(after.links, 1, 'the one that Dan decided')
  assert.deepEqual(after.people, before.people)
  const page = await ruth.get('/people/comparisons')
  assert.ok(page.text.includes('Undone') && page.text.includes('The wrong file'))
  assert.equal((await ruth.post(undo, { because: 'again' })).status, 422)
  const history = await dan.get(`/people/${again[5]}/links`)
  assert.ok(
    history.text.includes('No longer linked') &&
      history.text.includes('The wrong file') &&
      history.text.includes('Compared in bulk'),
  )
})

test('an area’s own thresholds are kept to', async () => {
  await t.act(area, { visit_id: newId(), query: {} }, (ctx) =>
    ctx.db
      .updateTable('access.area')
      .set({
        settings: JSON.stringify({
          receiving_team: 'victim-care/all-staff',
          matching: { link: 60, review: 50 },
        }),
      })
      .where('area_id', '=', area.area_id)
      .execute(),
  )
  await dan.act((ctx) => recordPerson(ctx, { ...somebody(333), surname: `${somebody(333).surname}e` }))
  const { links, reviews } = await compare()
  assert.deepEqual([links, reviews], [0, 0])
})

test('who came since the last comparison is compared with everybody by the keys alone, and found the same', async () => {
  await t.act(area, { visit_id: newId(), query: {} }, (ctx) =>
    ctx.db
      .updateTable('access.area')
      .set({ settings: JSON.stringify({ receiving_team: 'victim-care/all-staff' }) })
      .where('area_id', '=', area.area_id)
      .execute(),
  )
  const came = await dan.act((ctx) =>
    recordPeople(
      ctx,
      [401, 402, 403].map((n) => ({
        ...somebody(n),
        surname: `${somebody(n).surname}e`,
        sensitive: n === 403,
      })),
    ),
  )
  const only_new = await t.act(area, { visit_id: newId(), query: {} }, (ctx) =>
    linkTeam(ctx, held_by, { only_new: true }),
  )
  assert.equal(only_new.records, 3)
  const links = await dan.act((ctx) =>
    ctx.db.selectFrom('people.link').selectAll().where('batch_id', '=', only_new.link_batch_id).execute(),
  )
  const ends = links.map((link) => [link.person_id, link.other_person_id])
  assert.ok(ends.some((pair) => pair.includes(came[0]!) && pair.includes(ids[401]!)))
  assert.ok(ends.some((pair) => pair.includes(came[1]!) && pair.includes(ids[402]!)))
  assert.ok(!ends.flat().includes(came[2]!), 'never a sensitive record')
  assert.ok(only_new.reviews > 0)
})

test('another provider sees neither the queue nor the comparison', async () => {
  const carys = await t.as('Carys Bevan')
  assert.ok((await carys.get('/people/reviews')).text.includes('No pair is waiting'))
  assert.ok((await carys.get('/people/comparisons')).text.includes('Nothing was compared'))
  const joan = await t.as('Joan Whitlock')
  assert.equal((await joan.get(`/people/comparisons/${first.link_batch_id}/undo`)).status, 404)
})
