import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { recordPeople, recordPerson } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const imani = await t.as('Imani Osei')
const carys = await t.as('Carys Bevan')
const marta = await dan.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Márta',
    surname: 'Kowalska-O’Neill',
    previous_surname: 'Brzezińska',
    date_of_birth: '1984-05-02',
    source_reference: 'N1013534',
    contact_methods: [
      { kind: 'mobile', value: '07700 900111' },
      { kind: 'email', value: 'Marta.K@example.org' },
    ],
    address: { line: '14 High Street', town: 'Nottingham', postcode: 'ng3 1hf' },
  }),
)
await carys.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Another',
    surname: 'Kowalska',
    date_of_birth: '1984-05-02',
    address: { postcode: 'NG3 1HF' },
  }),
)

const found = async (fields: Record<string, string>) => (await imani.post('/people', fields)).text
const link = `/people/${marta}`

const WAYS: Record<string, Record<string, string>> = {
  'the first letters of the surname': { surname: 'KOWALSKA' },
  'the surname without its accents and signs': { surname: 'kowalska oneill' },
  'surname and forename': { surname: 'kow', forename: 'mar' },
  'a previous surname': { surname: 'Brzezinska' },
  'the date of birth': { 'date_of_birth-day': '2', 'date_of_birth-month': '5', 'date_of_birth-year': '1984' },
  'the postcode written another way': { postcode: 'NG31HF' },
  'the phone number written another way': { phone: '+44 7700 900111' },
  'the email in other letters': { phone: 'marta.k@EXAMPLE.org' },
  'the reference of the sender': { reference: 'N1013534' },
}
for (const [what, fields] of Object.entries(WAYS))
  test(`a colleague finds a person by ${what}`, async () => {
    const page = await found(fields)
    assert.ok(page.includes(link), page.slice(-2000))
    assert.ok(page.includes('1 person found'), 'and nobody else: another provider’s Kowalska is not there')
  })

test('a colleague finds a person by the reference of a referral and of a case, however it is typed', async () => {
  await dan.act(async (ctx) => {
    const { receiving_team_id: held_by } = await t.area()
    await ctx.db
      .insertInto('referrals.referral')
      .values({
        held_by,
        person_id: marta,
        reference: 'VC090001',
        received_on: '2026-11-02',
        source: 'police',
        result: 'accepted',
      })
      .execute()
    await ctx.db
      .insertInto('support.case')
      .values({ held_by, person_id: marta, reference: 'C90001', opened_on: '2026-11-02', tier: 'brief' })
      .execute()
  })
  for (const reference of ['VC090001', ' vc090001 ', 'c90001'])
    assert.ok((await found({ reference })).includes(link), reference)
  assert.ok((await found({ reference: 'VC090002' })).includes('Nobody was found'))
})

test('facts narrow a search together', async () => {
  assert.ok((await found({ surname: 'kow', postcode: 'NG1 1AA' })).includes('Nobody was found'))
  assert.ok((await found({ surname: 'kow', forename: 'zoe' })).includes('Nobody was found'))
})

test('a search for nothing, and for a forename alone, is refused in words', async () => {
  const nothing = await imani.post('/people', {})
  assert.equal(nothing.status, 422)
  assert.ok(nothing.text.includes('Enter a surname, date of birth, postcode, phone, email or reference'))
  const forename = await imani.post('/people', { forename: 'Marta' })
  assert.equal(forename.status, 422)
  assert.ok(forename.text.includes('a forename alone finds too many'))
  assert.ok((await imani.post('/people', { postcode: 'x' })).text.includes('Enter a full postcode'))
})

test('what was typed is in no address and no log', async () => {
  const page = await imani.post('/people', { surname: 'Kowalska', phone: '07700 900111' })
  assert.equal(page.status, 200)
  for (const [, url = ''] of page.text.matchAll(/(?:href|action)="([^"]*)"/g))
    assert.ok(!/kowal|900111/i.test(url), url)
  assert.ok(!/kowal|900111/i.test(t.logged()))
  assert.ok(!/<title>[^<]*kowal/i.test(page.text))
})

test('somebody without a role in casework may not search', async () => {
  for (const name of ['Nell Wainwright', 'PC Amir Farouk', 'Mo Siddiqui', 'Priya Raman'])
    assert.equal((await (await t.as(name)).get('/people')).status, 403, name)
})

test('a long list is shown a page at a time in order, and is not counted beyond 500', async () => {
  const area = await t.area()
  const held_by = area.receiving_team_id
  await dan.act((ctx) =>
    recordPeople(
      ctx,
      Array.from({ length: 503 }, (_, i) => ({
        held_by,
        forename: `F${String(i).padStart(3, '0')}`,
        surname: 'Manyfold',
      })),
    ),
  )
  let page = await imani.post('/people', { surname: 'manyf' })
  assert.ok(page.text.includes('More than 500 people fit'))
  const seen: string[] = []
  for (;;) {
    seen.push(...[...page.text.matchAll(/>(F\d{3}) Manyfold</g)].map(([, name]) => name!))
    const after = /name="after" value="([^"]+)"/.exec(page.text)?.[1]
    if (!after) break
    page = await imani.post('/people', { surname: 'manyf', after })
  }
  assert.equal(seen.length, 503)
  assert.deepEqual(seen, seen.toSorted())
  assert.ok(
    (await imani.post('/people', { surname: 'manyf', forename: 'F00' })).text.includes('10 people found'),
  )
})

test('a person in another area is not found there, nor from there', async () => {
  const holly = await t.as('Holly Tyson', 'cumbria')
  assert.ok((await holly.post('/people', { surname: 'kow' })).text.includes('Nobody was found'))
  assert.equal((await holly.get(link)).status, 404)
})
