import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idIn, testApp } from '../../testing/cast.ts'
import { renewalOf } from './points/renewal.ts'

const t = await testApp({
  areas: ['nottinghamshire'],
  clock: () => new Date('2026-11-22T10:00:00Z'),
})
const dan = await t.as('Dan Jessop')
const day = (name: string, written: string) => {
  const [year, month, date] = written.split('-')
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! }
}
async function added(name: string, district = 'Mansfield'): Promise<string> {
  const came = await dan.post('/community-points/add', { name, district, ...day('reached_on', '2025-01-10') })
  assert.equal(came.status, 303, came.text)
  return idIn(came.location)
}
const step = (id: string, stage: string, on: string) =>
  dan.post(`/community-points/${id}/record-step`, { stage, ...day('reached_on', on) })

test('an organisation comes from engaged to registered, is renewed, and lapses', async () => {
  const id = await added('The Old Mill')
  assert.equal((await step(id, 'applied', '2025-02-01')).status, 303)
  assert.equal((await step(id, 'registered', '2025-03-01')).status, 303)
  assert.match((await dan.get(`/community-points/${id}`)).text, /Overdue/)
  assert.match((await dan.get('/community-points?renewal=due')).text, /The Old Mill/)
  assert.equal((await step(id, 'registered', '2026-10-01')).status, 303)
  assert.match((await dan.get(`/community-points/${id}`)).text, /By 1 Oct 2027/)
  assert.doesNotMatch((await dan.get('/community-points?renewal=due')).text, /The Old Mill/)
  assert.equal((await step(id, 'lapsed', '2026-11-01')).status, 303)
  const page = (await dan.get(`/community-points/${id}`)).text
  for (const stage of ['Engaged', 'Applied', 'Registered', 'Lapsed']) assert.match(page, new RegExp(stage))
})

test('a step that does not follow, or on a day before the last, is refused with what to do', async () => {
  const id = await added('Lamplight')
  const lapsedFirst = await step(id, 'engaged', '2025-02-01')
  assert.equal(lapsedFirst.status, 422)
  assert.match(lapsedFirst.text, /Select applied or registered or lapsed/)
  assert.match((await step(id, 'applied', '2025-01-01')).text, /must not be before 10 Jan 2025/)
  assert.match(
    (
      await dan.post('/community-points/add', {
        name: 'Lamplight',
        district: 'Mansfield',
        ...day('reached_on', '2025-01-10'),
      })
    ).text,
    /is on the list already/,
  )
})

test('a district is written as everyone writes it', async () => {
  const other = await dan.post('/community-points/add', {
    name: 'The Mill',
    district: 'Mansfeild',
    ...day('reached_on', '2025-01-10'),
  })
  assert.equal(other.status, 422)
  assert.match(
    other.text,
    /Select the district from the list.*<option value="Mansfield">.*<option value="County wide">/s,
  )
})

test('sites are recorded and counted by district for those that are registered', async () => {
  const id = await added('Reading Rooms', 'Bassetlaw')
  assert.equal((await dan.post(`/community-points/${id}/sites`, { sites: 60 })).status, 303)
  await step(id, 'registered', '2026-05-01')
  assert.match((await dan.get('/community-points?district=Bassetlaw')).text, /Reading Rooms/)
  assert.match(
    (await dan.get('/community-points')).text.replaceAll(/\s+/g, ' '),
    /Bassetlaw.{0,600}?numeric[^>]*>60</,
  )
  assert.equal((await dan.post(`/community-points/${id}/sites`, { sites: 0 })).status, 422)
})

test('another provider sees none of them, and the police may not come', async () => {
  const id = await added('The Forge')
  assert.equal((await (await t.as('Joan Whitlock')).get(`/community-points/${id}`)).status, 404)
  assert.doesNotMatch((await (await t.as('Joan Whitlock')).get('/community-points')).text, /The Forge/)
  assert.equal((await (await t.as('PC Amir Farouk')).get('/community-points')).status, 403)
})

test('a renewal is later, then due, then overdue, and never goes back as days pass', () => {
  const order = ['later', 'due', 'overdue']
  fc.assert(
    fc.property(fc.nat(900), fc.nat(900), (a, b) => {
      const at = (days: number) =>
        new Date(Date.UTC(2024, 1, 29) + days * 86_400_000).toISOString().slice(0, 10)
      const [first, second] = [Math.min(a, b), Math.max(a, b)].map((days) =>
        order.indexOf(renewalOf('registered', '2024-02-29', at(days)).state),
      )
      assert.ok(first! >= 0 && first! <= second!)
    }),
  )
  assert.equal(renewalOf('lapsed', '2020-01-01', '2026-01-01').state, 'not-registered')
})

test('somebody at a Community Point reads whom to ring, and sees no record of anybody', async () => {
  const mo = await t.as('Mo Siddiqui')
  const { text } = await mo.get('/your-community-point')
  assert.match(text, /Riverside Community Hub/)
  assert.match(text, /Nottinghamshire Victim CARE/)
  assert.doesNotMatch(text, /Nottinghamshire Police|Cumbria/)
  for (const url of ['/people', '/my-day', '/community-points', '/transfers', '/receipts'])
    assert.equal((await mo.get(url)).status, 403, url)
  assert.equal((await dan.get('/your-community-point')).status, 403)
})
