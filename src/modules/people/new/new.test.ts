import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { recordPerson } from '../index.ts'

const t = await testApp()
const imani = await t.as('Imani Osei')
const carys = await t.as('Carys Bevan')
const born = { 'date_of_birth-day': '2', 'date_of_birth-month': '5', 'date_of_birth-year': '1984' }
const people = async () =>
  imani.act((ctx) =>
    ctx.db.selectFrom('people.person').select(['person_id', 'forename', 'surname']).execute(),
  )

test('somebody nobody knows is recorded at once, and held by all staff', async () => {
  const came = await imani.post('/people/new', {
    forename: 'Verdie',
    surname: 'Metz',
    ...born,
    phone: '+447700900950',
    email: 'verdie@example.org',
    safe: 'yes',
    message_ok: 'no',
    line: '172 Green Close',
    town: 'Newark',
    postcode: 'ng24 1aa',
    sensitive: 'no',
  })
  assert.equal(came.status, 303)
  const page = await imani.get(came.location!)
  assert.ok(
    page.text.includes('Verdie Metz') && page.text.includes('07700 900950') && page.text.includes('Newark'),
  )
  const kept = await imani.act(async (ctx) =>
    ctx.db
      .selectFrom('people.person')
      .selectAll()
      .where('person_id', '=', idIn(came.location))
      .executeTakeFirstOrThrow(),
  )
  assert.equal(kept.held_by, (await t.area()).receiving_team_id)
  assert.equal(kept.district, 'Newark and Sherwood')
  assert.equal(kept.recorded_by, imani.actor.actor_id)
})

test('a possible duplicate is shown with its reasons before anything is saved', async () => {
  const before = (await people()).length
  const typed = { forename: 'Verdy', surname: 'Metz', ...born, phone: '07700 900951' }
  const check = await imani.post('/people/new', typed)
  assert.equal(check.status, 200)
  for (const words of ['may be recorded already', 'same surname', 'same date of birth', 'Verdie Metz'])
    assert.ok(check.text.includes(words), words)
  assert.equal((await people()).length, before)
  const open = await imani.post('/people/new', { ...typed, stage: 'checked' })
  assert.equal(open.status, 422)
  assert.ok(open.text.includes('Decide about Verdie Metz'))
  assert.equal((await people()).length, before)
})

test('“same person” records nobody new, and adds the new number to the record that is there', async () => {
  const before = await people()
  const verdie = before.find((one) => one.forename === 'Verdie')!.person_id
  const came = await imani.post('/people/new', {
    forename: 'Verdie',
    surname: 'Metz',
    ...born,
    phone: '07700 900952',
    stage: 'checked',
    [`decision-${verdie}`]: 'same',
  })
  assert.equal(came.location, `/people/${verdie}`)
  assert.equal((await people()).length, before.length)
  const methods = await imani.act((ctx) =>
    ctx.db
      .selectFrom('people.contact_method')
      .select(['value', 'safe'])
      .where('person_id', '=', verdie)
      .execute(),
  )
  assert.ok(methods.some((m) => m.value === '07700 900952' && m.safe === 'unknown'))
})

test('“not the same” records a new person, and keeps the decision with what the comparison said', async () => {
  const verdie = (await people()).find((one) => one.forename === 'Verdie')!.person_id
  const came = await imani.post('/people/new', {
    forename: 'Verdie',
    surname: 'Metz',
    ...born,
    stage: 'checked',
    [`decision-${verdie}`]: 'not-same',
  })
  const id = idIn(came.location)
  assert.notEqual(id, verdie)
  const [decision] = await imani.act((ctx) => ctx.db.selectFrom('people.link_decision').selectAll().execute())
  assert.equal(decision!.decision, 'not-same')
  assert.deepEqual([decision!.person_id, decision!.other_person_id], [verdie, id].toSorted())
  assert.ok(decision!.reasons.includes('same date of birth'))
  assert.equal(decision!.decided_by, imani.actor.actor_id)
  assert.equal((await imani.act((ctx) => ctx.db.selectFrom('people.link').selectAll().execute())).length, 0)
})

test('another provider who records the same person is warned of nothing', async () => {
  const came = await carys.post('/people/new', {
    forename: 'Verdie',
    surname: 'Metz',
    ...born,
    phone: '07700 900950',
  })
  assert.equal(came.status, 303)
})

test('somebody who gives no name is recorded by what to call them, and found by it', async () => {
  const came = await imani.post('/people/new', { pseudonym: 'Blue scarf', phone: '07700 900954' })
  assert.equal(came.status, 303, came.text)
  assert.ok((await imani.get(came.location!)).text.includes('Blue scarf'))
  assert.ok((await imani.post('/people', { surname: 'blue s' })).text.includes(came.location!))
  const refused = await imani.post(`${came.location}/edit`, { sensitive: 'no' })
  assert.ok(refused.text.includes('or what to call them if they gave none'))
  const named = { forename: 'Ola', surname: 'Lis', sensitive: 'no' }
  assert.equal(
    (await imani.post(`${came.location}/edit`, named)).status,
    303,
    'a first name is no change of name',
  )
  assert.ok((await imani.post('/people', { surname: 'lis' })).text.includes(came.location!))
})

test('looking at a record before deciding, and going back to change something, loses nothing typed', async () => {
  const known = {
    forename: 'Tamar',
    surname: 'Osgood',
    'date_of_birth-day': '3',
    'date_of_birth-month': '3',
    'date_of_birth-year': '1981',
  }
  await imani.post('/people/new', { ...known, phone: '07700 900955' })
  const check = await imani.post('/people/new', { ...known, phone: '07700 900956', town: 'Mansfield' })
  assert.match(check.text, /target="_blank"[^>]*>Tamar Osgood/)
  assert.match(check.text, /Change what you typed/)
  assert.doesNotMatch(check.text, /govuk-back-link/)
  const back = await imani.post('/people/new', {
    ...known,
    phone: '07700 900956',
    town: 'Mansfield',
    stage: 'begin',
  })
  assert.ok(back.text.includes('value="Mansfield"') && back.text.includes('value="Osgood"'))
})

test('what cannot be taken is refused in words, with what was typed', async () => {
  const nobody = await imani.post('/people/new', { phone: '07700 900953' })
  assert.equal(nobody.status, 422)
  assert.ok(
    nobody.text.includes('Enter a forename or a surname, or what to call them') &&
      nobody.text.includes('07700 900953'),
  )
  const phone = await imani.post('/people/new', { surname: 'Okoro', phone: '12' })
  assert.ok(phone.text.includes('Enter a phone number, like'))
  const future = await imani.post('/people/new', {
    surname: 'Okoro',
    'date_of_birth-day': '1',
    'date_of_birth-month': '1',
    'date_of_birth-year': '2199',
  })
  assert.ok(future.text.includes('The date of birth must be today or in the past'))
})

test('a search that found nobody goes on to a new person without typing again', async () => {
  const nobody = await imani.post('/people', {
    surname: 'Quillfeather',
    forename: 'Ann',
    phone: '07700 900955',
  })
  assert.ok(nobody.text.includes('action="/people/new"') && nobody.text.includes('value="begin"'))
  const form = await imani.post('/people/new', {
    surname: 'Quillfeather',
    forename: 'Ann',
    phone: '07700 900955',
    stage: 'begin',
  })
  assert.equal(form.status, 200)
  assert.ok(form.text.includes('value="Quillfeather"') && form.text.includes('value="07700 900955"'))
})

test('hostile text is shown as text', async () => {
  const came = await imani.post('/people/new', {
    forename: '<script>alert(1)</script>',
    surname: '"><img src=x>\u202e',
  })
  const page = await imani.get(came.location!)
  assert.ok(
    !page.text.includes('<script>alert') &&
      !page.text.includes('<img src=x') &&
      page.text.includes('[U+202E]'),
  )
})

test('a record of a restricted team is not among the possible duplicates of who is not in it', async () => {
  const lena = await t.as('Lena Gorski')
  const held_by = await lena.act(
    async (ctx) =>
      (
        await ctx.db
          .selectFrom('access.team')
          .select('team_id')
          .where('code', '=', 'protected')
          .executeTakeFirstOrThrow()
      ).team_id,
  )
  await lena.act((ctx) =>
    recordPerson(ctx, { held_by, forename: 'Siobhan', surname: 'Quarrington', date_of_birth: '1990-01-09' }),
  )
  const details = {
    forename: 'Siobhan',
    surname: 'Quarrington',
    'date_of_birth-day': '9',
    'date_of_birth-month': '1',
    'date_of_birth-year': '1990',
  }
  assert.equal((await lena.post('/people/new', details)).status, 200, 'a member is warned')
  assert.equal((await imani.post('/people/new', details)).status, 303, 'the others are not')
})
