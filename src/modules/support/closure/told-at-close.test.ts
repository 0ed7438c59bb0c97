import assert from 'node:assert/strict'
import test from 'node:test'
import { recordAgreement } from '#organisations'
import { findProfile, importTransfer } from '#referrals'
import { newId } from '#platform/act.ts'
import { idIn } from '../../../testing/cast.ts'
import { call, dayFields, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan } = s
const closing = { reason: 'completed', last_self_assessment: 'done', note: 'Feels safe', open_tasks: '' }
const returned = (at: string, day: string) =>
  dan.post(`${at}/return`, { ...dayFields('returned_on', day), because: 'He has written again' })

/** A row of the police's file, and the case opened from it. */
async function referredCase(occurrence: string): Promise<string> {
  s.at('2026-11-17T09:00:00Z')
  const area = await s.area()
  const visit = { visit_id: newId(), query: {} }
  const profile = await s.act(area, visit, (ctx) => findProfile(ctx, 'nottinghamshire-police'))
  const cells = {
    'Occurrence No': occurrence,
    'Reported Date': '16/11/2026',
    Offence: 'Arson',
    'Victim Type': 'Individual',
    Surname: 'Fox',
    Forenames: `Ann ${occurrence}`,
    Mobile: '07700 900001',
    'Safe To Contact': 'Y',
    'Consent To Refer': 'Informed',
  }
  const columns = [...new Set([...Object.keys(cells), ...columnsOf(profile)])]
  const text = `${columns.join(',')}\n${columns.map((name) => (cells as Record<string, string>)[name] ?? '').join(',')}\n`
  await importTransfer(
    {
      file_name: `NOTTS_ADT_20261118_${occurrence}.csv`,
      bytes: text.length,
      came_by: 'program',
      open: async function* () {
        yield Buffer.from(text)
      },
    },
    { act: s.act, actor: area, held_by: area.receiving_team_id, profile },
  )
  const { referral_id } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('referrals.referral')
      .select('referral_id')
      .where('occurrence_number', '=', occurrence)
      .executeTakeFirstOrThrow(),
  )
  const opened = await dan.post(`/referrals/${referral_id}/open-case`, {
    tier: 'brief',
    take_it: 'me',
    held_by: s.casework,
  })
  s.at('2026-11-20T10:00:00Z')
  return `/cases/${idIn(opened.location)}`
}

const columnsOf = ({ columns }: Awaited<ReturnType<typeof findProfile>>) =>
  Object.values(columns).flatMap((one) => (typeof one?.column === 'string' ? [one.column] : []))

test('who referred is told what the agreement allows: that they could not be reached, and nothing of why or what', async () => {
  const priya = await s.as('Priya Raman')
  const amir = await s.as('PC Amir Farouk')
  const close = async (at: string) => {
    const calls = [
      ['2026-11-18', '09:00'],
      ['2026-11-18', '14:00'],
      ['2026-11-19', '18:00'],
    ] as const
    for (const [day, time] of calls) {
      const made = await dan.post(`${at}/contact-attempts/record`, call('no-answer', day, time))
      assert.equal(made.status, 303, /error-summary__body[\s\S]*?<\/ul>/.exec(made.text)?.[0])
    }
    await dan.post(
      `${at}/contact-attempts/record`,
      call('message-left', '2026-11-19', '18:30', { channel: 'sms' }),
    )
    return dan.post(`${at}/close`, {
      ...closing,
      reason: 'no-contact',
      last_self_assessment: 'not-offered',
      note: 'Blinds drawn',
    })
  }
  const told = async (occurrence: string) => (await amir.post('/receipts', { occurrence })).text

  const without = await referredCase('1800000001')
  assert.match((await dan.get(`${without}/close`)).text, /told nothing: no agreement to share/)
  const done = await close(without)
  assert.equal(done.status, 303, /error-summary__body[\s\S]*?<\/ul>/.exec(done.text)?.[0])
  assert.doesNotMatch(await told('1800000001'), /Ended/)

  await priya.post('/agreements/add', {
    reference: 'Referrals 2026',
    receiver: 'Nottinghamshire Police',
    purpose: 'They learn what became of a referral.',
    items: 'Referral id, result, what is missing.',
    ground: 'public-task',
    told_at_close: 'no-contact',
    ...dayFields('in_force_from', '2026-04-01'),
    ...dayFields('review_on', '2027-04-01'),
  })
  const at = await referredCase('1800000002')
  assert.match((await dan.get(`${at}/close`)).text, /told only if they could not be reached/)
  await close(at)
  const page = await told('1800000002')
  assert.match(page, /Ended: the person could not be reached/)
  assert.match(page, /A phone number, email or address/)
  assert.doesNotMatch(page, /Blinds|message-left|Dan Jessop/)
  const agreements = (await priya.get('/agreements')).text
  assert.match(agreements, /Referrals 2026[\s\S]*?Times used">2</, 'its receipt when it came, and the end')

  // They come back: the sender learns that it goes on. Closed for another reason, it learns nothing under this agreement.
  await returned(at, '2026-11-20')
  assert.match(await told('1800000002'), /Received<[\s\S]*Ended: the person/)
  await dan.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:45'))
  await dan.post(`${at}/close`, closing)
  assert.doesNotMatch(await told('1800000002'), />Ended</)
})

test('a case taken by another organisation is closed there, and whoever referred is told under its own agreement', async () => {
  const at = await referredCase('1800000003')
  const [priya, sian, carys, amir] = await Promise.all(
    ['Priya Raman', 'Sian Marlow', 'Carys Bevan', 'PC Amir Farouk'].map((name) => s.as(name)),
  )
  const agreement = (receiver: string, told_at_close: string) => ({
    reference: `With ${receiver}`,
    receiver,
    purpose: 'To go on where they are better helped',
    items: 'The case and the person',
    ground: 'consent',
    told_at_close,
  })
  const days = { ...dayFields('in_force_from', '2026-04-01'), ...dayFields('review_on', '2027-04-01') }
  assert.equal(
    (await priya!.post('/agreements/add', { ...agreement("Trent Women's Support", 'nothing'), ...days }))
      .status,
    303,
  )
  const of = async (someone: typeof dan) =>
    someone.act((ctx) =>
      ctx.db
        .selectFrom('support.case')
        .select('person_id')
        .where('case_id', '=', idIn(at))
        .executeTakeFirstOrThrow(),
    )
  const { person_id } = await of(dan)
  const { team_id: advocates } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Advocates')
      .executeTakeFirstOrThrow(),
  )
  const offered = { offered_to: advocates, because: 'She asked', ground: 'consent', ground_note: 'By phone' }
  assert.equal((await dan.post(`${at}/hand-over`, offered)).status, 303)
  assert.doesNotMatch((await dan.get(`/people/${person_id}`)).text, /was taken by/)
  const day = await carys!.get('/my-day')
  const [offer] =
    /\/hand-overs\/[0-9a-f-]{36}/.exec(day.text) ?? assert.fail(`${day.status} ${day.text.slice(0, 3000)}`)
  await carys!.post(offer, { answer: 'accepted', answer_note: '' })

  // The giver: that it was taken, by whom, when. Not by which person, nor what becomes of it.
  assert.equal((await dan.get(at)).status, 404)
  const { text: ours } = await dan.get(`/people/${person_id}`)
  assert.match(ours, /Case W\d+ was taken by Trent Women&#39;s Support on \d+ \w+ 20\d\d/)
  assert.doesNotMatch(ours, /Carys|Advocates/)

  // Without an agreement of the receiver's own, the referrer is told nothing; under one, what it allows.
  assert.match(
    (await carys!.get(`${at}/close`)).text,
    /Nottinghamshire Police, who referred them, will be told nothing: no agreement/,
  )
  // Whoever answers for data protection there records it.
  await sian!.act((ctx) =>
    recordAgreement(ctx, {
      ...agreement('Nottinghamshire Police', 'closed'),
      in_force_from: '2026-04-01',
      review_on: '2027-04-01',
    } as Parameters<typeof recordAgreement>[1]),
  )
  await carys!.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:45'))
  assert.match((await carys!.post(`${at}/close`, closing)).location!, new RegExp(`^${at}`))
  const { text: told } = await amir!.post('/receipts', { occurrence: '1800000003' })
  assert.match(told, />Ended</)
  assert.doesNotMatch(told, /Trent|Carys/)
  const { person_id: theirs } = await of(carys!)
  assert.doesNotMatch((await carys!.get(`/people/${theirs}`)).text, /was taken by/)
})
