import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { findPossibleDuplicates, recordPerson, safeContact } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const lena = await t.as('Lena Gorski')
const nobodySuspected = { suspect_lives_here: 'no', safe: 'yes', message_ok: 'yes', keep_secret: 'no' }
const somebody = (surname: string) =>
  dan.act((ctx) =>
    recordPerson(ctx, {
      forename: 'Omari',
      surname,
      date_of_birth: '1979-11-26',
      address: { line: '178 Chestnut Grove', town: 'Nottingham', postcode: 'NG3 1HF' },
    }),
  )

test('a new address takes the place of the one before, which is kept as previous', async () => {
  const id = await somebody('Skiles')
  const came = await dan.post(`/people/${id}/addresses/record`, {
    ...nobodySuspected,
    line: '5 Ferry Lane',
    town: 'Newark',
    postcode: 'ng241aa',
  })
  assert.equal(came.location, `/people/${id}`)
  const page = (await dan.get(`/people/${id}`)).text
  assert.ok(
    page.includes('5 Ferry Lane, Newark, NG24 1AA') &&
      page.includes('178 Chestnut Grove, Nottingham, NG3 1HF (until'),
  )
  assert.ok(page.includes('Newark and Sherwood'), 'the district follows')
  assert.equal((await dan.act((ctx) => safeContact(ctx, id))).channels.letter.allowed, true)
})

test('nobody writes to where the person suspected lives', async () => {
  const id = await somebody('Skilton')
  await dan.post(`/people/${id}/addresses/record`, {
    ...nobodySuspected,
    suspect_lives_here: 'yes',
    line: '5 Ferry Lane',
  })
  const { letter, visit } = (await dan.act((ctx) => safeContact(ctx, id))).channels
  assert.ok(!letter.allowed && letter.because.includes('suspected lives') && !visit.allowed)
  assert.ok(!(await dan.get(`/people/${id}`)).text.includes('5 Ferry Lane'))
})

test('what they say later about writing to their address is recorded without typing it again', async () => {
  const id = await dan.act((ctx) =>
    recordPerson(ctx, {
      forename: 'Ida',
      surname: 'Fairweather',
      address: { line: '4 Mill Lane', town: 'Newark' },
    }),
  )
  const letter = async () => (await dan.act((ctx) => safeContact(ctx, id))).channels.letter
  assert.equal((await letter()).allowed, false)
  assert.ok((await dan.get(`/people/${id}/contact`)).text.includes(`/people/${id}/addresses/review`))
  const said = { suspect_lives_here: 'no', safe: 'yes', message_ok: 'yes' }
  assert.equal((await dan.post(`/people/${id}/addresses/review`, said)).location, `/people/${id}/contact`)
  assert.equal((await letter()).allowed, true)
  assert.ok(!(await dan.get(`/people/${id}`)).text.includes('Lived before'))
  const none = await somebody('Nowhere')
  await dan.act((ctx) => ctx.db.deleteFrom('people.address').where('person_id', '=', none).execute())
  assert.equal(
    (await dan.get(`/people/${none}/addresses/review`)).location,
    `/people/${none}/addresses/record`,
  )
  assert.equal((await dan.post(`/people/${none}/addresses/review`, said)).status, 404)
})

test('an empty address is refused', async () => {
  const came = await dan.post(`/people/${await somebody('Skipton')}/addresses/record`, nobodySuspected)
  assert.equal(came.status, 422)
  assert.ok(came.text.includes('Enter an address, a town or a postcode'))
})

for (const way of ['recorded as protected', 'protected afterwards'] as const)
  test(`a protected address (${way}) is seen by the restricted team and by nobody else`, async () => {
    const surname = way === 'recorded as protected' ? 'Vandermeer' : 'Vanderbilt'
    const secret = { line: '9 Hidden Court', town: 'Worksop', postcode: 'S80 1AA' }
    const id = await dan.act((ctx) =>
      recordPerson(ctx, {
        forename: 'Ada',
        surname,
        date_of_birth: '1979-11-26',
        ...(way === 'protected afterwards' ? { address: { ...secret, safe: 'yes' } } : {}),
      }),
    )
    const url = `/people/${id}`
    const came =
      way === 'recorded as protected'
        ? await dan.post(`${url}/addresses/record`, { ...nobodySuspected, ...secret, keep_secret: 'yes' })
        : await dan.post(`${url}/addresses/protect`, {})
    assert.equal(came.location, url)
    for (const path of [url, `${url}/contact`, `${url}/addresses/record`, `${url}/edit`]) {
      const { text } = await dan.get(path)
      for (const part of ['Hidden Court', 'Worksop', 'S80', 'Bassetlaw'])
        assert.ok(!text.includes(part), `${part} on ${path}`)
    }
    assert.ok(
      (await dan.get(url)).text.includes('Only named members') ||
        (await dan.get(url)).text.includes('only named members'),
    )
    const { letter } = (await dan.act((ctx) => safeContact(ctx, id))).channels
    assert.ok(!letter.allowed && letter.because.includes('protected'))
    assert.ok(
      (await lena.get(url)).text.includes('9 Hidden Court, Worksop, S80 1AA'),
      'a member of the team sees it',
    )
    const manager = await (await t.as('Ruth Adeyemi')).get(`${url}/who-has-looked`)
    assert.ok(
      manager.status === 200 && !/Hidden Court|Worksop|S80|Bassetlaw/.test(manager.text),
      'nor in its history',
    )
    // Nothing is found by it, so nobody can try addresses until one fits.
    assert.ok((await dan.post('/people', { postcode: 'S80 1AA' })).text.includes('Nobody was found'))
    const guess = await dan.act((ctx) =>
      findPossibleDuplicates(ctx, { surname, date_of_birth: '1979-11-26', address: secret }),
    )
    assert.ok(
      guess.length > 0 &&
        guess.every(
          (one) => !one.reasons.some((reason) => reason.includes('postcode') || reason.includes('address')),
        ),
    )
    const counted = await dan.act((ctx) =>
      ctx.asFigures((db) =>
        db
          .selectFrom('people.person')
          .select(['district', 'outcode'])
          .where('person_id', '=', id)
          .executeTakeFirstOrThrow(),
      ),
    )
    assert.deepEqual(counted, { district: null, outcode: null })
    assert.equal(
      (await dan.post(`${url}/addresses/record`, { ...nobodySuspected, line: '1 Open Road' })).status,
      422,
      'and only a member unprotects it',
    )
  })

test('somebody of another provider cannot hand anything to this person', async () => {
  const carys = await t.as('Carys Bevan')
  const id = await somebody('Skelton')
  assert.equal(
    (
      await carys.post(`/people/${id}/addresses/record`, {
        ...nobodySuspected,
        line: 'x',
        keep_secret: 'yes',
      })
    ).status,
    404,
  )
})
