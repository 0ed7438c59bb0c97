import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { recordPerson } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const imani = await t.as('Imani Osei')
const lena = await t.as('Lena Gorski')
const one = await dan.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Gregory',
    surname: 'Greenfelder',
    date_of_birth: '1987-07-24',
    contact_methods: [{ kind: 'mobile', value: '07700 900921' }],
  }),
)
const two = await dan.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Greg',
    surname: 'Greenfelder',
    date_of_birth: '1987-07-24',
    contact_methods: [{ kind: 'mobile', value: '07700 900921' }],
  }),
)
const everything = () =>
  dan.act(async (ctx) => ({
    people: await ctx.db.selectFrom('people.person').selectAll().orderBy('person_id').execute(),
    methods: await ctx.db
      .selectFrom('people.contact_method')
      .selectAll()
      .orderBy('contact_method_id')
      .execute(),
    links: (await ctx.db.selectFrom('people.link').selectAll().where('unlinked_at', 'is', null).execute())
      .length,
    keys: await ctx.db.selectFrom('people.person_key').selectAll().orderBy('person_id').execute(),
  }))
const before = await everything()

test('a record that may be of the same person is offered, with reasons', async () => {
  const page = await imani.get(`/people/${one}/links`)
  for (const words of ['Greg Greenfelder', 'same date of birth', 'same phone', 'Compare and decide'])
    assert.ok(page.text.includes(words), words)
  const compare = await imani.get(`/people/${one}/links/${two}`)
  assert.ok(compare.text.includes('same surname') && compare.text.includes('The same person?'))
})

test('a link needs a decision, and shows on both records', async () => {
  assert.equal((await imani.post(`/people/${one}/links/${two}`, {})).status, 422)
  const came = await imani.post(`/people/${one}/links/${two}`, { decision: 'same', because: 'He told me so' })
  assert.equal(came.location, `/people/${one}/links`)
  for (const [here, there] of [
    [one, two],
    [two, one],
  ]) {
    const page = await dan.get(`/people/${here}/links`)
    assert.ok(
      page.text.includes(`/people/${here}/links/${there}/unlink`) &&
        page.text.includes('by Imani Osei') &&
        page.text.includes('He told me so'),
    )
    assert.ok(page.text.includes('No other record looks like this person'))
  }
  assert.ok((await dan.get(`/people/${one}`)).text.includes('Linked with 1 other record'))
})

test('linking again makes no second link, and “not the same” asks to unlink first', async () => {
  await imani.post(`/people/${two}/links/${one}`, { decision: 'same' })
  assert.equal((await everything()).links, 1)
  const refused = await imani.post(`/people/${one}/links/${two}`, { decision: 'not-same' })
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('unlink them first'))
})

test('unlinking needs a reason, keeps the history, and leaves both records as they were', async () => {
  assert.equal((await dan.post(`/people/${one}/links/${two}/unlink`, {})).status, 422)
  await dan.post(`/people/${one}/links/${two}/unlink`, { because: 'Father and son' })
  assert.deepEqual(await everything(), before)
  const page = await dan.get(`/people/${two}/links`)
  for (const words of ['No longer linked', 'Father and son', 'He told me so', 'by Dan Jessop'])
    assert.ok(page.text.includes(words), words)
  assert.ok(!page.text.includes('Compare and decide'), 'what was settled is not offered again')
  const again = await dan.post(`/people/${one}/links/${two}/unlink`, { because: 'Not her either' })
  assert.match(again.text, /are not linked any more: somebody took the link back already/)
  assert.match(again.text, /Not her either/)
})

test('and it can be linked once more, from what was decided', async () => {
  const page = await dan.get(`/people/${one}/links`)
  assert.equal(page.text.match(/Decide again/g)?.length, 1, 'the last decision leads back to the two records')
  assert.match(page.text, new RegExp(`/people/${one}/links/${two}"[^>]*>Decide again`))
  await dan.post(`/people/${one}/links/${two}`, { decision: 'same', because: 'It was him after all' })
  assert.equal((await everything()).links, 1)
})

test('a link with a restricted record is not there for who may not see that record', async () => {
  const restricted = await lena.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('code', '=', 'protected')
      .executeTakeFirstOrThrow()
    return recordPerson(ctx, {
      held_by: team_id,
      forename: 'Gregory',
      surname: 'Greenfelder',
      date_of_birth: '1987-07-24',
    })
  })
  await lena.post(`/people/${one}/links/${restricted}`, { decision: 'same', because: 'the same man' })
  assert.ok((await lena.get(`/people/${one}`)).text.includes('Linked with 2 other records'))
  assert.ok((await dan.get(`/people/${one}`)).text.includes('Linked with 1 other record'))
  assert.ok(!(await dan.get(`/people/${one}/links`)).text.includes('the same man'))
  assert.equal((await dan.get(`/people/${one}/links/${restricted}`)).status, 404)
  assert.equal((await dan.post(`/people/${one}/links/${restricted}`, { decision: 'same' })).status, 404)
})

test('another provider can neither see nor make a link', async () => {
  const carys = await t.as('Carys Bevan')
  const theirs = await carys.act((ctx) =>
    recordPerson(ctx, { forename: 'Gregory', surname: 'Greenfelder', date_of_birth: '1987-07-24' }),
  )
  assert.equal((await carys.post(`/people/${theirs}/links/${one}`, { decision: 'same' })).status, 404)
  assert.ok(
    (await carys.get(`/people/${theirs}/links`)).text.includes('No other record looks like this person'),
  )
})

test('what is unsafe on one of two linked records is unsafe on the other, as long as they are linked', async () => {
  const made = (forename: string, safe: 'yes' | 'no', sensitive: boolean) =>
    dan.act((ctx) =>
      recordPerson(ctx, {
        forename,
        surname: 'Ashgrove',
        date_of_birth: '1979-02-11',
        sensitive,
        contact_methods: [{ kind: 'mobile', value: '07700 900977', safe, message_ok: 'yes' }],
      }),
    )
  const [safe, unsafe] = [await made('Miriam', 'yes', false), await made('Mirjam', 'no', true)]
  const page = async () => (await dan.get(`/people/${safe}`)).text
  assert.match(await page(), /07700 900977/)
  await dan.post(`/people/${safe}/links/${unsafe}`, { decision: 'same', because: 'She said so' })
  assert.match(await page(), /They said that this number is not safe/)
  assert.match(await page(), /a linked record is sensitive/)
  assert.doesNotMatch(await page(), /07700 900977/)
  await dan.post(`/people/${unsafe}/links/${safe}/unlink`, { because: 'Two sisters' })
  assert.match(await page(), /07700 900977/)
  assert.doesNotMatch(await page(), /a linked record is sensitive/)
})
