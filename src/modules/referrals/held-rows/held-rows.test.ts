import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { importTransfer } from '../transfers/import-transfer.ts'

const t = await testApp()
const intake = await t.as('Imani Osei')
const officer = await t.as('PC Amir Farouk')
const area = await t.area()
const HEAD = readFileSync(
  join(import.meta.dirname, '../../../../database/cast/daily-transfer/NOTTS_ADT_20170313.csv'),
  'utf8',
).split('\r\n')[0]!
let files = 0
async function send(changes: Record<string, string>) {
  const cells: Record<string, string> = {
    'Occurrence No': `7000${++files}`,
    'Reported Date': '12/03/2017',
    Offence: 'Harassment',
    'Victim Type': 'Individual',
    Surname: 'Quarrie',
    Forenames: 'Ada',
    DOB: '02/01/1980',
    Mobile: '07700 900001',
    Postcode: 'NG3 1HF',
    Domestic: 'N',
    Sexual: 'N',
    'Consent To Refer': 'Informed',
    ...changes,
  }
  const text = `${HEAD}\n${HEAD.split(',')
    .map((name) => cells[name] ?? '')
    .join(',')}\n`
  const profile = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
  const told = await importTransfer(
    {
      file_name: `held-${files}.csv`,
      bytes: text.length,
      came_by: 'upload',
      open: async function* () {
        yield Buffer.from(text)
      },
    },
    { act: t.act, actor: area, held_by: area.receiving_team_id, profile },
  )
  const held = (
    await intake.act((ctx: Ctx) =>
      sql<{
        held_row_id: string
        referral_id: string
      }>`select h.held_row_id, h.referral_id from referrals.held_row h
    join referrals.referral r on r.area_id = h.area_id and r.referral_id = h.referral_id where r.transfer_id = ${told.transfer_id}`.execute(
        ctx.db,
      ),
    )
  ).rows[0]
  return { told, occurrence: cells['Occurrence No']!, ...held }
}
const read = <Row>(query: ReturnType<typeof sql<Row>>) =>
  intake.act(async (ctx) => (await query.execute(ctx.db)).rows)

const RIGHT = {
  forenames: 'Ada',
  surname: 'Quarrie',
  'born_on-day': '2',
  'born_on-month': '1',
  'born_on-year': '1980',
  'reported_on-day': '12',
  'reported_on-month': '3',
  'reported_on-year': '2017',
  offence: 'Harassment',
  mobile: '07700 900001',
  home_phone: '',
  email: '',
  address: '',
  town: '',
  postcode: 'NG3 1HF',
  consent_basis: 'explicit',
  safe_to_contact: 'yes',
  safe_contact_notes: '',
  domestic: 'no',
  sexual: 'no',
  child_protection: 'no',
  deceased: 'no',
}

test('a row that could not be read waits with its reason, is put right and released', async () => {
  const { held_row_id, referral_id } = await send({ 'Reported Date': '31/02/2017' })
  const shown = await intake.get(`/held-rows/${held_row_id}`)
  assert.match(shown.text, /31\/02\/2017.*is not a day that exists/)
  assert.doesNotMatch(shown.text, /Release it/)
  assert.match((await intake.get('/held-rows?result=error')).text, /Could not be read/)
  const unfinished = await intake.post(`/held-rows/${held_row_id}/correct`, {
    ...RIGHT,
    'reported_on-day': '',
  })
  assert.equal(unfinished.status, 422)
  assert.equal((await intake.post(`/held-rows/${held_row_id}/correct`, RIGHT)).status, 303)
  assert.match((await intake.get(`/held-rows/${held_row_id}`)).text, /it can be released/)
  assert.equal((await intake.post(`/held-rows/${held_row_id}/release`)).location, `/referrals/${referral_id}`)
  const [referral] = await read(sql<{
    result: string
    forename: string
  }>`select r.result, p.forename from referrals.referral r
    join people.person p on p.area_id = r.area_id and p.person_id = r.person_id where r.referral_id = ${referral_id!}`)
  assert.deepEqual(referral, { result: 'accepted', forename: 'Ada' })
  const [held] = await read(
    sql<object>`select victim, cells, settled_as from referrals.held_row where held_row_id = ${held_row_id!}`,
  )
  assert.deepEqual(held, { victim: null, cells: null, settled_as: 'released' })
  assert.match((await intake.get(`/referrals/${referral_id}`)).text, /Accepted/)
})

test('a row is not released while the rules say otherwise, and says why', async () => {
  const { held_row_id } = await send({ Domestic: 'Y', 'Consent To Refer': 'Explicit' })
  const answer = await intake.post(`/held-rows/${held_row_id}/release`)
  assert.equal(answer.location, `/held-rows/${held_row_id}`)
  assert.match(
    (await intake.get(`/held-rows/${held_row_id}`)).text,
    /As it stands now: no safe way to make contact/,
  )
  assert.doesNotMatch((await intake.get(`/held-rows/${held_row_id}`)).text, /07700 900001/)
})

test('a question goes to the force, its answer comes back, and the force sees nothing of the row', async () => {
  const { held_row_id, occurrence } = await send({ Domestic: 'Y', 'Consent To Refer': '', Surname: 'Zukor' })
  assert.equal((await intake.post(`/held-rows/${held_row_id}/ask`, { question: '' })).status, 422)
  assert.equal(
    (await intake.post(`/held-rows/${held_row_id}/ask`, { question: 'Did she agree to be referred?' }))
      .status,
    303,
  )
  const receipts = await officer.get('/receipts?wanting=yes')
  assert.match(receipts.text, /Did she agree to be referred\?/)
  assert.doesNotMatch(receipts.text, /Zukor|Harassment/)
  const found = await officer.post('/receipts', { occurrence })
  assert.match(found.text, /Not taken: consent/)
  const receipt_id = /receipts\/([0-9a-f-]{36})\/answer/.exec(receipts.text)![1]!
  assert.equal((await officer.get(`/held-rows/${held_row_id}`)).status, 403)
  assert.equal(
    (await officer.post(`/receipts/${receipt_id}/answer`, { answer: 'Yes, on the phone to me' })).status,
    303,
  )
  assert.match((await intake.get(`/held-rows/${held_row_id}`)).text, /Yes, on the phone to me/)
  assert.match((await intake.get('/held-rows')).text, /Has answered/)
})

test('the row sent again with better details takes the place of the held one', async () => {
  const first = await send({ Domestic: 'Y', 'Consent To Refer': 'Explicit' })
  const again = await send({
    'Occurrence No': first.occurrence,
    Domestic: 'Y',
    'Consent To Refer': 'Explicit',
    'Safe To Contact': 'Y',
  })
  assert.deepEqual(again.told.results, { duplicate: 1 })
  const { text } = await intake.get(`/held-rows/${first.held_row_id}`)
  assert.match(text, /it can be released/)
  assert.match(text, /sent the row again/)
})

test('closing needs a reason and erases what was known of the person', async () => {
  const { held_row_id, referral_id } = await send({ Mobile: '' })
  assert.equal((await intake.post(`/held-rows/${held_row_id}/close`, {})).status, 422)
  assert.equal((await intake.post(`/held-rows/${held_row_id}/close`, { because: 'no-answer' })).status, 303)
  const [held] = await read(
    sql<object>`select victim, closed_because from referrals.held_row where held_row_id = ${held_row_id!}`,
  )
  assert.deepEqual(held, { victim: null, closed_because: 'no-answer' })
  const [referral] = await read(
    sql<{ result: string }>`select result from referrals.referral where referral_id = ${referral_id!}`,
  )
  assert.equal(referral!.result, 'no-contact-details')
  const twice = await intake.post(`/held-rows/${held_row_id}/close`, { because: 'no-answer' })
  assert.match(twice.text, /has closed this row already/)
})

test('an uncertain offence is settled by a person', async () => {
  await send({ Offence: 'Assault' })
  const [{ referral_id }] = (await read(
    sql<{ referral_id: string }>`select referral_id from referrals.referral where offence_text = 'Assault'`,
  )) as [{ referral_id: string }]
  assert.match((await intake.get(`/referrals/${referral_id}`)).text, /To be checked/)
  assert.match(
    (await intake.get(`/referrals/${referral_id}`)).text,
    /We may know this person already[\s\S]*ame date of birth/,
  )
  await intake.post(`/referrals/${referral_id}/offence`, { subgroup: 'VAP-VWI' })
  const { text } = await intake.get(`/referrals/${referral_id}`)
  assert.match(text, /Violence with injury/)
  assert.doesNotMatch(text, /To be checked/)
})
