// What is typed for a new person: kept while it is typed, read as people type it, and never less careful than what is known.
import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'

const t = await testApp()
const imani = await t.as('Imani Osei')
const carys = await t.as('Carys Bevan')
const born = { 'date_of_birth-day': '2', 'date_of_birth-month': '5', 'date_of_birth-year': '1984' }

test('what is typed about a new person is there again after the browser died, also between the two pages', async () => {
  const typed = { forename: 'Wren', surname: 'Attenburrow', ...born, phone: '07700 900957' }
  await imani.post('/drafts', { _url: '/people/new', ...typed })
  const restored = (await imani.get('/people/new')).text
  assert.ok(restored.includes('value="Attenburrow"') && restored.includes('value="07700 900957"'))
  assert.match(restored, /It is not saved yet/)
  assert.doesNotMatch((await carys.get('/people/new')).text, /Attenburrow/, 'nobody else sees it')

  const first = await imani.post('/people/new', typed)
  assert.equal(first.status, 303)
  assert.doesNotMatch((await imani.get('/people/new')).text, /Attenburrow/, 'saved is no draft any more')

  const again = { ...typed, town: 'Worksop' }
  const check = await imani.post('/people/new', again)
  assert.match(check.text, /may be recorded already/)
  assert.match((await imani.get('/people/new')).text, /value="Worksop"/, 'nothing is decided and saved yet')
  const decided = [...check.text.matchAll(/name="(decision-[0-9a-f-]+)"/g)].map(([, name]) => [name!, 'same'])
  await imani.post('/people/new', { ...again, stage: 'checked', ...Object.fromEntries(decided) })
  assert.doesNotMatch((await imani.get('/people/new')).text, /Worksop/)
})

test('a page that was gone back to is kept while it is typed in', async () => {
  const back = await imani.post('/people/new', { surname: 'Attenburrow', stage: 'begin' })
  assert.match(back.text, /data-draft="\/drafts"/)
  assert.match(back.text, /name="_url" value="\/people\/new"/)
  assert.doesNotMatch(
    (await imani.get('/people/new')).text,
    /Attenburrow/,
    'what was only searched for stands in nobody’s way later',
  )
})

test('a name that nobody can see is none', async () => {
  const refused = await imani.post('/people/new', { forename: '   ', surname: '\u200B' })
  assert.match(refused.text, /Enter a forename or a surname/)
})

test('“same person” loses nothing that keeps somebody safe, and makes nothing less careful', async () => {
  const known = { forename: 'Petra', surname: 'Longshaw', phone: '07700 900960' }
  const first = await imani.post('/people/new', { ...known, safe: 'yes', message_ok: 'no' })
  const id = idIn(first.location)
  const again = {
    ...known,
    ...born,
    safe: 'no',
    message_ok: 'yes',
    email: 'petra@example.org',
    line: '4 Mill Lane',
    town: 'Worksop',
    postcode: 's801aa',
    suspect_lives_here: 'yes',
    language: 'Polish',
    sensitive: 'yes',
  }
  const check = await imani.post('/people/new', again)
  assert.match(check.text, /what you marked as unsafe counts at once/)
  await imani.post('/people/new', { ...again, stage: 'checked', [`decision-${id}`]: 'same' })
  const kept = await imani.act(async (ctx) => ({
    person: await ctx.db
      .selectFrom('people.person')
      .select(['date_of_birth', 'language', 'sensitive', 'district'])
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow(),
    methods: await ctx.db
      .selectFrom('people.contact_method')
      .select(['value', 'safe', 'message_ok'])
      .where('person_id', '=', id)
      .orderBy('value')
      .execute(),
    addresses: await ctx.db
      .selectFrom('people.address')
      .select(['line', 'postcode', 'suspect_lives_here'])
      .where('person_id', '=', id)
      .execute(),
  }))
  assert.deepEqual(kept, {
    person: { date_of_birth: '1984-05-02', language: 'Polish', sensitive: true, district: 'Bassetlaw' },
    methods: [
      { value: '07700 900960', safe: 'no', message_ok: 'no' },
      { value: 'petra@example.org', safe: 'no', message_ok: 'yes' },
    ],
    addresses: [{ line: '4 Mill Lane', postcode: 'S80 1AA', suspect_lives_here: true }],
  })
  await imani.post('/people/new', {
    ...known,
    safe: 'yes',
    language: 'English',
    town: 'Retford',
    sensitive: 'no',
    stage: 'checked',
    [`decision-${id}`]: 'same',
  })
  const page = (await imani.get(`/people/${id}`)).text
  assert.match(page, /Polish/)
  assert.match(page, /No safe route: do not contact/)
  assert.doesNotMatch(page, /Retford|07700 900960/)
})

test('a postcode is read as people type it, and one that cannot be is told', async () => {
  const typed = { surname: 'Ellingham', town: 'Nottingham' }
  for (const [number, postcode] of ['ng14hz', 'NG1-4HZ', ' ng1  4hz ', 'NG1'].entries()) {
    const came = await imani.post('/people/new', {
      ...typed,
      forename: `Number ${'abcd'[number]}`,
      postcode,
      stage: '',
    })
    const id = came.status === 303 ? idIn(came.location) : undefined
    if (id) assert.match((await imani.get(`/people/${id}`)).text, /Nottingham/)
    else assert.match(came.text, /may be recorded already/, postcode)
  }
  for (const postcode of ['notapostcode', 'NG1 4HZZ', '75001', 'N']) {
    const refused = await imani.post('/people/new', { ...typed, postcode })
    assert.match(refused.text, /Enter a postcode like NG1 1AA, or its first part/, postcode)
    assert.ok(refused.text.includes(`value="${postcode}"`), 'and comes back as it was typed')
  }
})

test('a landline is no mobile: nobody is sent a text there', async () => {
  const came = await imani.post('/people/new', {
    surname: 'Thistlewood',
    phone: '01632 960 417',
    safe: 'yes',
    message_ok: 'yes',
  })
  const page = (await imani.get(came.location!)).text
  assert.match(page, /Phone call<[\s\S]{0,200}01632 960417/)
  assert.match(page, /Text<[\s\S]{0,200}No mobile/)
})
