// What is said to whoever fills in the forms of a held row wrongly, and what the force is asked and told meanwhile.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '../../../testing/cast.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { importTransfer } from '../transfers/import-transfer.ts'
import { refuseNames } from '../receipts/refuse-names.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const intake = await t.as('Imani Osei')
const officer = await t.as('PC Amir Farouk')
const area = await t.area()
const notts = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const day13 = join(import.meta.dirname, '../../../../database/cast/daily-transfer/NOTTS_ADT_20170313.csv')
const HEAD = readFileSync(day13, 'utf8').split('\r\n')[0]!.split(',')

let sent = 0
/** Sends a file of one row that is held for want of consent, with these cells; gives the page of the file. */
async function send(cells: Record<string, string> = {}, profile = notts) {
  const row: Record<string, string> = {
    'Occurrence No': `9000${++sent}`,
    'Reported Date': '12/03/2017',
    Offence: 'Harassment',
    Surname: 'Quarrie',
    Forenames: 'Ada May',
    DOB: '02/01/1980',
    Mobile: '07700 900001',
    Postcode: 'NG3 1HF',
    Domestic: 'Y',
    Sexual: 'N',
    ...cells,
  }
  const text = `${HEAD.join()}\n${HEAD.map((name) => row[name] ?? '').join()}\n`
  const told = await importTransfer(
    {
      file_name: `NOTTS_ADT_201704${10 + sent}.csv`,
      bytes: text.length,
      came_by: 'upload',
      open: async function* () {
        yield Buffer.from(text)
      },
    },
    { act: t.act, actor: area, held_by: area.receiving_team_id, profile },
  )
  const { text: page } = await intake.get(`/transfers/${told.transfer_id}`)
  return { page, occurrence: row['Occurrence No']! }
}
/** The same; gives the address of the held row. */
async function hold(cells: Record<string, string> = {}, profile = notts) {
  const { page, occurrence } = await send(cells, profile)
  return { url: /\/held-rows\/[0-9a-f-]{36}/.exec(page)![0], occurrence }
}

const RIGHT = {
  forenames: 'Ada May',
  surname: 'Quarrie',
  'born_on-day': '2',
  'born_on-month': '1',
  'born_on-year': '1980',
  'reported_on-day': '12',
  'reported_on-month': '3',
  'reported_on-year': '2017',
  offence: 'Harassment',
  mobile: '07700 900001',
  postcode: 'NG3 1HF',
  consent_basis: 'explicit',
  safe_to_contact: 'yes',
  domestic: 'yes',
  sexual: 'no',
  child_protection: 'no',
  deceased: 'no',
}

test('a correction that no row could come with is refused beside its field, and nothing is saved', async () => {
  const { url } = await hold()
  for (const [wrong, says] of [
    [{ surname: '', forenames: ' ' }, /Enter the surname or the first names/],
    [{ 'born_on-year': '2018' }, /must not be after the day it was reported/],
    [{ 'born_on-year': '1880' }, /more than 120 years/],
    [{ 'born_on-month': '13' }, /real date/],
    [{ 'reported_on-year': '2100' }, /past/],
    [{ mobile: '0770' }, /Enter a phone number with all its figures/],
    [{ email: 'ada at example' }, /Enter an email address like name@example\.org/],
    [{ consent_basis: 'perhaps' }, /on what ground they were referred/],
    [{ address: 'x'.repeat(501) }, /500 characters/],
  ] as const) {
    const answer = await intake.post(`${url}/correct`, { ...RIGHT, ...wrong })
    assert.equal(answer.status, 422, JSON.stringify(wrong))
    assert.match(answer.text, says)
    assert.match(answer.text, /There is a problem/)
  }
  assert.match((await intake.get(url)).text, /Nothing yet/)
})

test('a phone number that came cut short may stay as it came while something else is put right', async () => {
  const { url } = await hold({ Mobile: '0770' })
  assert.equal((await intake.post(`${url}/correct`, { ...RIGHT, mobile: '0770' })).status, 303)
})

test('what the sender sends again is not written over by somebody who had the form open', async () => {
  const { url, occurrence } = await hold()
  const open = (await intake.get(`${url}/correct`)).text
  const seen = /name="_seen" value="([^"]*)"/.exec(open)![1]!.replaceAll('&quot;', '"')
  await send({ 'Occurrence No': occurrence, Mobile: '07700 900777' })
  const answer = await intake.post(`${url}/correct`, { ...RIGHT, mobile: '07700 900888', _seen: seen })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /07700 900777/)
})

test('a row that may not be released is not, and that is called no success', async () => {
  const { url } = await hold()
  const answer = await intake.post(`${url}/release`)
  assert.equal(answer.location, url)
  const said = answer.headers.get('set-cookie')!.split(';')[0]!
  const shown = await t.app.request(url, { headers: { cookie: `${intake.cookie}; ${said}` } })
  const text = await shown.text()
  assert.match(text, /It cannot be released as it stands: consent missing or refused/)
  assert.doesNotMatch(text, /govuk-notification-banner--success/)
})

test('a question and a note do not name the person', async () => {
  const { url } = await hold()
  for (const question of ['Did Ada agree?', 'Has ms QUARRIE agreed?', 'Is it Quarrie’s own phone?']) {
    const answer = await intake.post(`${url}/ask`, { question })
    assert.equal(answer.status, 422, question)
    assert.match(answer.text, /the person must not be named here/)
  }
  const note = await intake.post(`${url}/close`, { because: 'mistake', note: 'Quarrie is another person' })
  assert.equal(note.status, 422)
  assert.equal((await intake.post(`${url}/ask`, { question: 'May they be called?' })).status, 303)
})

test('a name counts where it is written as one', () => {
  const will = { forenames: 'Will Amir', surname: 'Day-Marsh' }
  const refused = (words: string) => {
    try {
      refuseNames('question', words, will)
      return false
    } catch {
      return true
    }
  }
  for (const words of [
    'Did they agree? Will they come by day?',
    'Amir saw the marshes',
    'Willing',
    '',
    'will',
  ])
    assert.equal(refused(words), false, words)
  for (const words of ['Did Will agree?', 'WILL agreed', 'Marsh agreed', "Is it Day's?", 'of Day-Marsh'])
    assert.equal(refused(words), true, words)
  refuseNames('question', 'Who is it?', null)
})

test('a sender who has no place here is not said to have been asked', async () => {
  const { url } = await hold({}, { ...notts, profile: 'derwent', sender: 'Derwent Police' })
  const answer = await intake.post(`${url}/ask`, { question: 'May they be called?' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Derwent Police cannot read questions here\. Ask them another way/)
  assert.match((await intake.get(url)).text, /Nothing yet/)
})

test('the force is asked until it has answered or the row is settled', async () => {
  const wanting = async () => (await officer.get('/receipts?wanting=yes')).text
  const answered = await hold()
  await intake.post(`${answered.url}/ask`, { question: 'Question one?' })
  const answer = /\/receipts\/[0-9a-f-]{36}\/answer/.exec(await wanting())![0]
  assert.equal((await officer.post(answer, { answer: ' ' })).status, 422)
  assert.equal((await officer.post(answer, { answer: 'They agreed.' })).status, 303)
  assert.doesNotMatch(await wanting(), /Question one/)
  const late = await officer.post(answer, { answer: 'Again.' })
  assert.match(late.text, /This question has been answered/)
  const closed = await hold()
  await intake.post(`${closed.url}/ask`, { question: 'Question two?' })
  assert.match(await wanting(), /Question two/)
  assert.equal((await intake.post(`${closed.url}/close`, { because: 'no-answer' })).status, 303)
  assert.doesNotMatch(await wanting(), /Question two/)
  assert.doesNotMatch(await wanting(), new RegExp(closed.occurrence))
  for (const { occurrence } of [answered, closed]) {
    const { text } = await officer.post('/receipts', { occurrence })
    assert.equal(text.match(/Nothing any more/g)?.length, 2, 'what came before is told, and asks for nothing')
    assert.doesNotMatch(text, /\/answer/)
  }
})

test('every step of the forms is refused for a row that somebody has settled', async () => {
  const { url } = await hold()
  assert.equal((await intake.post(`${url}/close`, { because: 'mistake' })).status, 303)
  for (const [form, fields] of [
    ['correct', RIGHT],
    ['ask', { question: 'May they be called?' }],
    ['close', { because: 'mistake' }],
  ] as const) {
    const answer = await intake.post(`${url}/${form}`, fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Somebody has closed this row already/)
  }
  const [kept] = (
    await intake.act((ctx) =>
      sql<{ n: number }>`select count(*)::int as n from referrals.held_row
        where settled_at is not null and victim is not null`.execute(ctx.db),
    )
  ).rows
  assert.equal(kept!.n, 0)
})
