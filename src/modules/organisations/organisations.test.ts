import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, testApp } from '../../testing/cast.ts'
import { wordsOf } from '../../testing/visitor.ts'
import { agreementsInForce, listShares, recordShare } from './agreements/share.ts'
import { stateOn } from './agreements/queries.ts'

const t = await testApp({ clock: () => new Date('2026-11-22T10:00:00Z') })
const [priya, ruth, dan, joan, carys, holly] = await Promise.all([
  t.as('Priya Raman'),
  t.as('Ruth Adeyemi'),
  t.as('Dan Jessop'),
  t.as('Joan Whitlock'),
  t.as('Carys Bevan'),
  t.as('Holly Tyson', 'cumbria'),
])
const day = (name: string, date: string) => {
  const [year = '', month = '', d = ''] = date.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: month, [`${name}-year`]: year }
}
const typed = (more: object = {}) => ({
  reference: 'Police receipts 2026',
  receiver: 'nottinghamshire police',
  purpose: 'The police learn whether a referral arrived.',
  items: 'Referral id, result, what is missing.',
  ground: 'public-task',
  told_at_close: 'no-contact',
  ...day('in_force_from', '2026-04-01'),
  ...day('review_on', '2027-04-01'),
  ...more,
})
const person_id = await dan.act(async (ctx) => {
  const { person_id } = await ctx.db
    .insertInto('people.person')
    .values({ held_by: ctx.actor.team_ids[0]!, forename: 'Wren' })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  return person_id
})

test('a data protection officer records an agreement, and everybody in the area finds it', async () => {
  const added = await priya.post('/agreements/add', typed())
  assert.equal(added.status, 303, added.text)
  const page = wordsOf((await carys.get(added.location!)).text)
  assert.match(
    page,
    /Police receipts 2026.*In force.*Gives Nottinghamshire Victim CARE Receives Nottinghamshire Police/,
  )
  assert.match(page, /Times used 0.*Priya Raman/)
  assert.match(wordsOf((await joan.get('/agreements')).text), /Police receipts 2026/)
  assert.ok(
    !(await holly.get('/agreements')).text.includes('Police receipts'),
    'another area’s register is its own',
  )
  assert.equal((await holly.get(added.location!)).status, 404)
})

test('what cannot be is said beside its field', async () => {
  for (const [more, said] of [
    [{}, /has an agreement of this name already/],
    [
      { reference: 'A', receiver: 'Nottinghamshire Victim CARE' },
      /with somebody else than your own organisation/,
    ],
    [{ reference: 'B', ...day('in_force_from', '2027-05-01') }, /must be after the day it comes into force/],
    [{ reference: 'C', ...day('review_on', '2026-01-01') }, /must be today or in the future/],
    [{ reference: '', ground: 'because' }, /Enter what the agreement is called.*from the list/],
  ] as const) {
    const refused = await priya.post('/agreements/add', typed(more))
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.text), said)
  }
  assert.equal((await dan.get('/agreements/add')).status, 403)
})

test('each thing given cites an agreement in force; it is counted for all and listed for those who hold the record', async () => {
  const held_by = dan.actor.team_ids[0]!
  const [agreement] = await dan.act((ctx) => agreementsInForce(ctx, { name: 'Nottinghamshire Police' }))
  const { agreement_id } = agreement!
  await dan.act((ctx) => recordShare(ctx, { agreement_id, held_by, record_id: person_id }))
  assert.match(wordsOf((await joan.get(`/agreements/${agreement_id}`)).text), /Times used 1/)
  const shares = await dan.act((ctx) => listShares(ctx, person_id))
  assert.deepEqual(
    shares.map((s) => [s.reference, s.receiver, s.name, s.shared_on]),
    [['Police receipts 2026', 'Nottinghamshire Police', 'Dan Jessop', '2026-11-22']],
  )
  assert.deepEqual(await joan.act((ctx) => listShares(ctx, person_id)), [])
  assert.deepEqual(await joan.act((ctx) => agreementsInForce(ctx, { name: 'Nottinghamshire Police' })), [])
  await assert.rejects(
    joan.act((ctx) =>
      recordShare(ctx, { agreement_id, held_by: joan.actor.team_ids[0]!, record_id: person_id }),
    ),
    /of your own organisation/,
  )
})

test('nothing is given before an agreement is in force or after it has ended, and only the giver ends it', async () => {
  const added = await priya.post(
    '/agreements/add',
    typed({ reference: 'Housing', receiver: 'Trentside Council', ...day('in_force_from', '2026-12-01') }),
  )
  const agreement_id = idIn(added.location)
  const share = () =>
    dan.act((ctx) =>
      recordShare(ctx, { agreement_id, held_by: dan.actor.team_ids[0]!, record_id: person_id }),
    )
  await assert.rejects(share(), /is not in force yet/)
  const now = idIn(
    (await priya.post('/agreements/add', typed({ reference: 'Health', receiver: 'Sherwood Clinic' })))
      .location,
  )
  const end = (who: typeof ruth, date: string) => who.post(`/agreements/${now}/end`, day('ended_on', date))
  assert.match(wordsOf((await end(ruth, '2026-03-01')).text), /must not be before/)
  assert.equal((await end(ruth, '2026-11-21')).status, 303)
  assert.match(wordsOf((await end(ruth, '2026-11-21')).text), /has ended already/)
  await assert.rejects(
    dan.act((ctx) =>
      recordShare(ctx, { agreement_id: now, held_by: dan.actor.team_ids[0]!, record_id: person_id }),
    ),
    /has ended/,
  )
  assert.equal((await joan.get(`/agreements/${now}/end`)).status, 403)
})

test('the state of an agreement on a day', () => {
  const agreement = { in_force_from: '2026-04-01', review_on: '2027-04-01', ended_on: '2027-06-30' }
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01', '2027-06-30', '2027-07-01'].map((on) =>
      stateOn(agreement, on),
    ),
    ['not-yet', 'in-force', 'in-force', 'review-due', 'review-due', 'ended'],
  )
})

test('an administrator describes their own organisation, and no other', async () => {
  const list = await ruth.get('/organisations')
  assert.match(wordsOf(list.text), /Nottinghamshire Police Police force/)
  assert.ok(!/Waymark Provider|>Waymark<\/a><\/th>/.test(list.text))
  const own = `/organisations/${ruth.actor.organisation_id}`
  assert.match(
    wordsOf((await ruth.post(`${own}/change`, { website: 'javascript:alert(1)' })).text),
    /must begin with https:/,
  )
  assert.equal(
    (
      await ruth.post(`${own}/change`, {
        about: 'We help <b>people</b>.',
        phone: '01632 960123',
        website: 'https://www.example.org',
      })
    ).status,
    303,
  )
  const page = await carys.get(own)
  assert.match(page.text, /We help &lt;b&gt;people&lt;\/b&gt;/)
  assert.match(wordsOf(page.text), /01632 960123/)
  assert.equal((await ruth.get(`/organisations/${carys.actor.organisation_id}/change`)).status, 404)
  assert.equal((await ruth.post(`/organisations/${carys.actor.organisation_id}/change`, {})).status, 404)
  assert.equal((await dan.get(`${own}/change`)).status, 403)
})
