import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { idIn } from '../../../testing/cast.ts'
import { call, dayFields, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, carys } = s
const priya = await s.as('Priya Raman')
const advocates = await dan.act(
  async (ctx) =>
    (
      await ctx.db
        .selectFrom('access.team')
        .select('team_id')
        .where('name', '=', 'Advocates')
        .executeTakeFirstOrThrow()
    ).team_id,
)
const offered = (more: Record<string, string> = {}) => ({
  offered_to: advocates,
  because: 'She asked for a women’s service',
  ground: 'consent',
  ground_note: 'By phone on 19 November, asked by Dan',
  ...more,
})

test('without an agreement a case is not offered to another organisation', async () => {
  const at = await s.openCase()
  assert.doesNotMatch((await dan.get(`${at}/hand-over`)).text, /Advocates/)
  assert.match((await dan.post(`${at}/hand-over`, offered())).text, /Select one of the teams listed/)
})

test('under an agreement it is offered on a ground, seen as an offer only, and taken with how it is safe to reach the person', async () => {
  const added = await priya.post('/agreements/add', {
    reference: 'Between services',
    receiver: "Trent Women's Support",
    purpose: 'To go on where they are better helped',
    items: 'The case and the person',
    ground: 'consent',
    told_at_close: 'nothing',
    ...dayFields('in_force_from', '2026-04-01'),
    ...dayFields('review_on', '2027-04-01'),
  })
  const at = await s.openCase({}, { safe: 'yes', sensitive: true })
  await dan.post(
    `${at}/contact-attempts/record`,
    call('reached', '2026-11-20', '09:45', { note: 'At her sister’s' }),
  )
  assert.match((await dan.get(`${at}/hand-over`)).text, /Trent Women&#39;s Support: Advocates/)
  assert.match((await dan.post(`${at}/hand-over`, offered({ ground: '' }))).text, /Select on what ground/)
  assert.match((await dan.post(`${at}/hand-over`, offered({ ground_note: '' }))).text, /Enter when and how/)
  assert.equal((await dan.post(`${at}/hand-over`, offered())).status, 303)
  assert.match((await carys.get(added.location!)).text, /Times used<\/dt>\s*<dd[^>]*>\s*1\s*</)

  // Before it is accepted: the offer, and nothing of the case or the person.
  const day = (await carys.get('/my-day')).text
  const answer = /\/hand-overs\/[0-9a-f-]{36}/.exec(day)![0]
  const page = (await carys.get(answer)).text
  assert.match(page, /Nottinghamshire Victim CARE[\s\S]*They agreed to it[\s\S]*women&#x2019;s service/)
  for (const text of [day, page]) assert.doesNotMatch(text, /Brightwell|07700/)
  assert.equal((await carys.get(at)).status, 404)
  const given = () =>
    carys.act((ctx) =>
      sql<{ n: number }>`select count(*)::int as n from support.given_person`.execute(ctx.db),
    )
  assert.equal((await given()).rows[0]!.n, 0)

  assert.equal((await carys.post(answer, { answer: 'accepted', answer_note: '' })).location, at)
  const taken = await carys.get(at)
  assert.match(taken.text, /Brightwell/)
  assert.match(taken.text, /07700 900123/)
  assert.match((await carys.get(`${at}/timeline`)).text, /At her sister/)
  assert.equal((await dan.get(at)).status, 404)
  // Each holder has a record of their own: theirs is not ours, and ours stays where it was.
  const { person_id } = await carys.act((ctx) =>
    ctx.db
      .selectFrom('support.case')
      .select('person_id')
      .where('case_id', '=', idIn(at))
      .executeTakeFirstOrThrow(),
  )
  assert.equal((await carys.get(`/people/${person_id}`)).status, 200)
  assert.equal((await dan.get(`/people/${person_id}`)).status, 404)
  assert.match((await dan.post('/people', { surname: 'Brightwell' })).text, /Brightwell/)
})

test('declined, it stays, and the other organisation has learnt no name', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/hand-over`, offered({ ground: 'law', ground_note: 'Care Act 2014, section 42' }))
  const answer = /\/hand-overs\/[0-9a-f-]{36}/.exec((await carys.get('/my-day')).text)![0]
  await carys.post(answer, { answer: 'declined', answer_note: 'We are full' })
  assert.match((await dan.get(at)).text, /We are full/)
  const { rows } = await carys.act((ctx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from support.given_person where case_id = ${idIn(at)}`.execute(ctx.db),
  )
  assert.equal(rows[0]!.n, 0)
})

test('a case that comes back asks whether its person is recorded already, and the two records are linked', async () => {
  const sian = await s.as('Sian Marlow')
  await sian.post('/agreements/add', {
    reference: 'And back',
    receiver: 'Nottinghamshire Victim CARE',
    purpose: 'To go on where they are better helped',
    items: 'The case and the person',
    ground: 'consent',
    told_at_close: 'nothing',
    ...dayFields('in_force_from', '2026-04-01'),
    ...dayFields('review_on', '2027-04-01'),
  })
  const at = await s.openCase()
  await dan.post(`${at}/hand-over`, offered())
  const offerTo = async (who: typeof dan) =>
    /\/hand-overs\/[0-9a-f-]{36}/.exec((await who.get('/my-day')).text)![0]
  await carys.post(await offerTo(carys), { answer: 'accepted', answer_note: '' })
  await carys.post(`${at}/hand-over`, offered({ offered_to: s.casework }))
  const came = await dan.post(await offerTo(dan), { answer: 'accepted', answer_note: '' })
  assert.match(came.location!, /^\/people\/[0-9a-f-]{36}\/links$/)
  const links = (await dan.get(came.location!)).text
  assert.match(links, /Ada Brightwell[\s\S]*Compare and decide/)
  const other = new RegExp(`${came.location}/[0-9a-f-]{36}`).exec(links)![0]
  await dan.post(other, { decision: 'same' })
  assert.match((await dan.get(came.location!)).text, /Unlink/)
  assert.equal((await dan.get(at)).status, 200)
})
