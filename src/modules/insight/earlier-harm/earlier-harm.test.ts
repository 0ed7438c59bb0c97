// What a worker sees of earlier crimes: all that their teams hold of this person, nothing of what anybody else does.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { recordPerson, tieIdentities } from '#people'
import { newId } from '#platform/act.ts'
import { addDays, addMonths, type Day } from '#reference'
import { type Someone } from '../../../testing/cast.ts'
import { supportCast } from '../../../testing/support-cast.ts'
import { listEarlierHarm } from './list-earlier-harm.ts'
import { mostInAYear } from './targeted.ts'

const t = await supportCast()
const { dan, lena, carys } = t
const ADA = {
  forename: 'Ada',
  surname: 'Brightwell',
  date_of_birth: '1980-05-04',
  address: { line: '2 Elm Row', postcode: 'NG9 1AA' },
  contact_methods: [{ kind: 'mobile' as const, value: '07700 900123' }],
}

type Told = { number: string; received_on: Day; result?: 'accepted' | 'duplicate'; team?: string }
const told = (who: Someone, person_id: string, ...all: Told[]) =>
  who.act(async (ctx) => {
    for (const { number, received_on, result = 'accepted', team = 'all_staff' } of all) {
      const { team_id: held_by } = await ctx.db
        .selectFrom('access.team')
        .select('team_id')
        .where('team_id', 'in', ctx.actor.team_ids)
        .where('kind', '=', team as 'all_staff')
        .executeTakeFirstOrThrow()
      await ctx.db
        .insertInto('referrals.referral')
        .values({
          held_by,
          person_id,
          reference: `R${newId().slice(-8)}`,
          received_on,
          source: 'police-adt',
          crime_reference: number,
          offence_text: `Harassment ${number}`,
          offence_group: 'VAP',
          result,
        })
        .execute()
    }
  })
const numbers = async (who: Someone, person_id: string) =>
  (await who.act((ctx) => listEarlierHarm(ctx, person_id))).map((one) => one.number)

const [person_id, page] = await (async () => {
  const person_id = await dan.act((ctx) => recordPerson(ctx, ADA))
  const came = await dan.post(`/people/${person_id}/open-case`, {
    tier: 'longer-term',
    take_it: 'me',
    held_by: t.casework,
  })
  return [person_id, came.location!] as const
})()

test('a case without anything earlier has no such panel', async () =>
  assert.ok(!(await dan.get(page)).text.includes('Other crimes and incidents')))

test('earlier crimes are listed once each, and at three in 12 months the worker is asked about targeting', async () => {
  await told(
    dan,
    person_id,
    { number: 'NOT/1', received_on: '2026-01-10' },
    { number: 'NOT/2', received_on: '2026-03-02' },
    { number: 'NOT/2', received_on: '2026-03-03' },
  )
  assert.deepEqual(await numbers(dan, person_id), ['NOT/2', 'NOT/1'])
  const two = await dan.get(page)
  assert.match(two.text, /Harassment NOT\/1/)
  assert.ok(!two.text.includes('12 months'))
  await told(
    dan,
    person_id,
    { number: 'NOT/3', received_on: '2026-11-02' },
    { number: 'NOT/9', received_on: '2026-11-03', result: 'duplicate' },
  )
  const three = await dan.get(page)
  assert.match(three.text, /3 crimes or incidents in 12 months, 10 Jan 2026 to 2 Nov 2026/)
  assert.match(three.text, /enhanced-rights/)
})

test('records that a worker linked count as one person, until the link is undone', async () => {
  const other = await dan.act((ctx) => recordPerson(ctx, { ...ADA, forename: 'Adeline' }))
  await told(dan, other, { number: 'NOT/4', received_on: '2026-11-05' })
  assert.equal((await numbers(dan, person_id)).length, 3)
  assert.equal((await dan.post(`/people/${person_id}/links/${other}`, { decision: 'same' })).status, 303)
  assert.deepEqual((await numbers(dan, person_id))[0], 'NOT/4')
  assert.equal(
    (await dan.post(`/people/${person_id}/links/${other}/unlink`, { because: 'Sisters' })).status,
    303,
  )
  assert.equal((await numbers(dan, person_id)).length, 3)
})

test('nothing leaks from another service, whatever the identities say, nor from a restricted team', async () => {
  const before = (await dan.get(page)).text
  const theirs = await carys.act((ctx) => recordPerson(ctx, ADA))
  await told(
    carys,
    theirs,
    { number: 'NOT/70', received_on: '2026-10-01' },
    { number: 'NOT/1', received_on: '2026-01-11' },
  )
  await told(lena, person_id, { number: 'NOT/80', received_on: '2026-10-02', team: 'restricted' })
  await t.act(await t.area(), { visit_id: newId(), query: {} }, tieIdentities)
  const [{ n }] = (
    await dan.act((ctx) =>
      ctx.asFigures((db) =>
        sql<{
          n: number
        }>`select count(*)::int as n from people.identity group by identity_id order by n desc`.execute(db),
      ),
    )
  ).rows as [{ n: number }]
  assert.ok(n > 1, 'both are tied to one human being')
  const plain = (text: string) => text.replaceAll(/nonce="[^"]*"|name="_(csrf|once)" value="[^"]*"/g, '')
  assert.equal(plain((await dan.get(page)).text), plain(before))
  assert.deepEqual(await numbers(carys, theirs), ['NOT/70', 'NOT/1'])
  assert.deepEqual(await numbers(carys, person_id), [], "and another service's record says nothing")
  assert.ok((await numbers(lena, person_id)).includes('NOT/80'))
})

test("a force's extract tells a worker only what their own team holds of it, by number, family name and date of birth", async () => {
  const { receiving_team_id } = await t.area()
  const area = await t.area()
  const keep = (held_by: string, who: string, rows: { number: string; surname: string; born_on: string }[]) =>
    t.act(area, { visit_id: newId(), query: {} }, async (ctx) => {
      for (const { number, surname, born_on } of rows) {
        const victim_record_id = newId()
        await ctx.db
          .insertInto('insight.victim_record')
          .values({ victim_record_id, held_by, victim_id: who, surname, born_on })
          .execute()
        await ctx.db
          .insertInto('insight.recorded_crime')
          .values({
            held_by,
            crime_number: number,
            recorded_on: '2026-06-01',
            class: 'Burglary',
            offence_group: 'BURG',
            victim_type: 'person',
            victim_record_id,
          })
          .execute()
      }
    })
  const force = await t.act(
    area,
    { visit_id: newId(), query: {} },
    async (ctx) =>
      (
        await ctx.db
          .selectFrom('access.team')
          .select('team_id')
          .where('name', '=', "Victims' team")
          .executeTakeFirstOrThrow()
      ).team_id,
  )
  const before = await numbers(dan, person_id)
  await keep(force, newId(), [
    { number: 'NOT/1', surname: 'BRIGHTWELL', born_on: '1980-05-04' },
    { number: 'NOT/90', surname: 'Brightwell', born_on: '1980-05-04' },
  ])
  assert.deepEqual(await numbers(dan, person_id), before, "the force's team holds it: it is for counting")
  await keep(receiving_team_id, newId(), [
    { number: 'NOT/2', surname: 'Somebody', born_on: '1980-05-04' },
    { number: 'NOT/91', surname: 'Somebody', born_on: '1980-05-04' },
  ])
  assert.deepEqual(await numbers(dan, person_id), before, 'another victim of the same crime')
  await keep(receiving_team_id, newId(), [
    { number: 'NOT/2', surname: 'Brightwell', born_on: '1980-05-04' },
    { number: 'NOT/92', surname: 'Britewell', born_on: '1980-05-04' },
  ])
  assert.deepEqual(await numbers(dan, person_id), ['NOT/3', 'NOT/92', 'NOT/2', 'NOT/1'])
})

test('why enhanced rights apply is added with what makes the worker say so, and not asked again', async () => {
  const at = `${page}/enhanced-rights`
  assert.equal((await dan.post(at, { enhanced_reasons: 'persistently-targeted', because: '' })).status, 422)
  assert.equal(
    (await dan.post(at, { enhanced_reasons: 'persistently-targeted', because: 'The same man each time.' }))
      .status,
    303,
  )
  assert.equal(
    (await dan.post(at, { enhanced_reasons: 'persistently-targeted', because: 'Again' })).status,
    422,
  )
  const { text } = await dan.get(page)
  assert.match(text, /Recorded: deliberately targeted again and again/)
  assert.ok(!text.includes('Ask whether the same people'))
  assert.match(text, /The same man each time/)
  assert.equal((await carys.get(at)).status, 404)
})

test('a year is 12 months to the same day, and no window holds more than the one that is found', () => {
  assert.equal(mostInAYear([]), undefined)
  assert.equal(mostInAYear(['2026-03-01', '2027-03-01'])!.count, 2)
  assert.equal(mostInAYear(['2026-03-01', '2027-03-02'])!.count, 1)
  assert.equal(mostInAYear(['2024-02-29', '2025-02-28'])!.count, 2)
  assert.equal(mostInAYear(['2024-02-29', '2025-03-01'])!.count, 1)
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2023-01-01', n))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
      const { from, to, count } = mostInAYear(days)!
      const within = (start: Day) => days.filter((one) => one >= start && one <= addMonths(start, 12)).length
      assert.equal(count, Math.max(...days.map(within)))
      assert.equal(days.filter((one) => one >= from && one <= to).length, count)
      assert.ok(to <= addMonths(from, 12))
    }),
  )
})
