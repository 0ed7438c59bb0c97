import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { recordPerson, safeContact, stopChannel } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const carys = await t.as('Carys Bevan')
const person_id = await dan.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Cyrus',
    surname: 'Cummerata',
    date_of_birth: '1990-10-09',
    sensitive: true,
    sensitive_because: 'domestic abuse',
  }),
)
const url = `/people/${person_id}`
const use = { safe: 'yes', message_ok: 'no' }
const methods = () =>
  dan.act((ctx) =>
    ctx.db
      .selectFrom('people.contact_method')
      .selectAll()
      .where('person_id', '=', person_id)
      .orderBy('recorded_at')
      .execute(),
  )

test('a number called safe is shown with how to use it', async () => {
  const came = await dan.post(`${url}/contact/add`, {
    kind: 'mobile',
    value: '+44 7700 900928',
    ...use,
    hours: 'after 6pm',
    'review_on-day': '1',
    'review_on-month': '1',
    'review_on-year': '2099',
  })
  assert.equal(came.location, `${url}/contact`)
  const page = await dan.get(`${url}/contact`)
  for (const words of [
    '07700 900928',
    'Withhold your number',
    'After 6pm',
    'Do not leave a voicemail',
    'Only the neutral text',
    'domestic abuse',
    '1 January 2099',
  ])
    assert.ok(page.text.includes(words), words)
  const [method] = await methods()
  assert.equal(method!.value, '07700 900928')
  assert.ok(method!.checked_on)
})

test('a number nobody has asked about is refused on a sensitive case, and is in no page at all', async () => {
  await dan.post(`${url}/contact/add`, {
    kind: 'phone',
    value: '01632 960583',
    safe: 'unknown',
    message_ok: 'unknown',
  })
  for (const path of [url, `${url}/contact`, `${url}/edit`, `${url}/links`]) {
    const page = await dan.get(path)
    assert.equal(page.status, 200)
    assert.ok(!page.text.includes('960583') && !page.text.includes('960 583'), path)
  }
  const page = await dan.get(`${url}/contact`)
  assert.ok(page.text.includes('ending 583'), 'enough to tell two apart')
})

test('a number may not be added twice, and must be one', async () => {
  const twice = await dan.post(`${url}/contact/add`, { kind: 'mobile', value: '07700900928', ...use })
  assert.equal(twice.status, 422)
  assert.ok(twice.text.includes('This is recorded already'))
  const none = await dan.post(`${url}/contact/add`, { kind: 'mobile', value: 'tomorrow', ...use })
  assert.ok(none.text.includes('Enter a phone number, like'))
})

test('somebody else answered: the number is stopped for everybody until it is reviewed', async () => {
  const [method] = await methods()
  const stop = `${url}/contact/${method!.contact_method_id}/stop`
  assert.equal((await dan.post(stop, {})).status, 422)
  await dan.post(stop, { because: 'someone-else-answered', note: 'a man’s voice' })
  const page = await dan.get(url)
  assert.ok(
    page.text.includes('somebody else answered. Not used until somebody reviews it') &&
      !page.text.includes('900928'),
  )
  const imani = await t.as('Imani Osei')
  assert.equal((await imani.act((ctx) => safeContact(ctx, person_id))).channels.call.allowed, false)
  await dan.post(`${url}/contact/${method!.contact_method_id}/review`, { ...use, use_again: 'yes' })
  assert.ok((await dan.get(url)).text.includes('07700 900928'))
  const kept = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.change')
        .select(['operation', 'actor_id'])
        .where('record_id', '=', method!.contact_method_id)
        .orderBy('changed_at')
        .execute(),
    ),
  )
  assert.deepEqual(
    kept.map((change) => change.operation),
    ['insert', 'update', 'update'],
  )
  assert.ok(kept.every((change) => change.actor_id === dan.actor.actor_id))
})

test('the code word is asked for before anything is said', async () => {
  await dan.post(`${url}/contact/code-word`, { code_word: 'tulip' })
  const page = await dan.get(url)
  assert.ok(page.text.includes('Ask for the code word') && page.text.includes('tulip'))
})

test('the case’s flag makes any person’s contact safe routes only', async () => {
  const other = await dan.act((ctx) =>
    recordPerson(ctx, {
      forename: 'Li',
      surname: 'Wei',
      contact_methods: [{ kind: 'mobile', value: '07700 900001' }],
    }),
  )
  const asked = (sensitive: boolean) => dan.act((ctx) => safeContact(ctx, other, { sensitive }))
  assert.equal((await asked(false)).channels.call.allowed, true)
  assert.equal((await asked(true)).channels.call.allowed, false)
})

test('another provider’s worker learns nothing and changes nothing', async () => {
  const [method] = await methods()
  for (const path of [url, `${url}/contact`, `${url}/contact/add`, `${url}/contact/code-word`])
    assert.equal((await carys.get(path)).status, 404)
  assert.equal(
    (await carys.post(`${url}/contact/${method!.contact_method_id}/stop`, { because: 'other' })).status,
    404,
  )
  await assert.rejects(
    carys.act((ctx) => safeContact(ctx, person_id)),
    /not found/,
  )
  await assert.rejects(
    carys.act((ctx) => stopChannel(ctx, method!.contact_method_id, 'other')),
    /not found/,
  )
  assert.equal((await methods())[0]!.stopped_on, null)
})

test('a way of contact is changed only on its own person’s page', async () => {
  const other = await dan.act((ctx) => recordPerson(ctx, { surname: 'Elsewhere' }))
  const [method] = await methods()
  assert.equal((await dan.get(`/people/${other}/contact/${method!.contact_method_id}/review`)).status, 404)
})

test('the analyst of the Commissioner’s office has no way in', async () => {
  const nell = await t.as('Nell Wainwright')
  assert.equal((await nell.get(url)).status, 403)
  await assert.rejects(
    nell.act((ctx) =>
      ctx.asFigures((db) => db.selectFrom('people.contact_method').select('value').execute()),
    ),
    /permission denied/,
  )
})

test('two who add a number in the same moment are both answered, and it is there once', async () => {
  const number = { kind: 'mobile', value: '07700 900929', ...use }
  const both = await Promise.all([1, 2].map(() => dan.post(`${url}/contact/add`, number)))
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
  assert.equal((await methods()).filter(({ value }) => value === '07700 900929').length, 1)
})
