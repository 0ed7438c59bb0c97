// The path keeps its gates, and whatever is entered the funnel adds up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#platform/errors.ts'
import { idIn, testApp } from '../../testing/cast.ts'
import { CLOSED_WITHOUT, INTERVENTIONS, RJ_OUTCOMES, type RjOutcome } from './codes.ts'
import { readFunnel } from './outcomes/funnel.ts'
import { recordOutcome } from './outcomes/record-outcome.ts'
import { assessRisk, recordStep, signOff } from './path/record-step.ts'
import { type RjStep, STEPS } from './path/path.ts'
import { getRjReferral } from './referrals/queries.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const noor = await t.as('Noor Hale')
const ruth = await t.as('Ruth Adeyemi')

let made = 0
/** A referral to the service by its number, and the restorative justice referral taken for it. */
async function taken(domestic = false): Promise<string> {
  const reference = `RT${String(++made).padStart(5, '0')}`
  await noor.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('kind', '=', 'all_staff')
      .where('organisation_id', '=', ctx.actor.organisation_id)
      .executeTakeFirstOrThrow()
    const { person_id } = await ctx.db
      .insertInto('people.person')
      .values({ held_by: team_id, forename: 'Ada', surname: 'Tarn' })
      .returning('person_id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('referrals.referral')
      .values({
        held_by: team_id,
        person_id,
        reference,
        received_on: '2026-01-05',
        source: 'police-adt',
        result: 'accepted',
        domestic,
      })
      .execute()
  })
  const came = await noor.post('/restorative-justice/add', {
    referral: reference,
    source: 'police',
    'received_on-day': 6,
    'received_on-month': 1,
    'received_on-year': 2026,
  })
  assert.equal(came.status, 303, came.text)
  return idIn(came.location)
}
const on = (date: number) => ({ 'reached_on-day': date, 'reached_on-month': 2, 'reached_on-year': 2026 })
const step = (id: string, stage: RjStep, date: number) =>
  noor.post(`/restorative-justice/${id}/record-step`, { stage, ...on(date) })
const assess = (id: string, party: string, complex = 'no') =>
  noor.post(`/restorative-justice/${id}/assess-risk`, {
    party,
    suitable: 'yes',
    complex,
    'assessed_on-day': 3,
    'assessed_on-month': 2,
    'assessed_on-year': 2026,
  })
const outcome = (id: string, code: RjOutcome, more = {}) =>
  noor.post(`/restorative-justice/${id}/record-outcome`, { outcome: code, ...on(20), ...more })

test('a referral goes the whole path to a conference, and is in preparation on the way', async () => {
  const id = await taken()
  assert.equal((await step(id, 'initial-contact', 1)).status, 303)
  assert.equal((await step(id, 'consent', 2)).status, 303)
  await assess(id, 'harmed-person')
  await assess(id, 'person-responsible')
  for (const [at, stage] of (['suitability', 'offender-contact', 'preparation'] as const).entries())
    assert.equal((await step(id, stage, 4 + at)).status, 303, stage)
  assert.match((await noor.get(`/restorative-justice/${id}`)).text, /In preparation/)
  assert.equal((await outcome(id, 'conference')).status, 303)
  const page = await noor.get(`/restorative-justice/${id}`)
  assert.match(page.text, /Face-to-face conference/)
  assert.equal((await step(id, 'follow-up', 25)).status, 303)
})

test('the person responsible is not contacted before the harmed person consents and the risk is assessed', async () => {
  const id = await taken()
  const refused = await step(id, 'offender-contact', 1)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /First: suitability and risk assessment/)
  await step(id, 'initial-contact', 1)
  assert.match((await step(id, 'suitability', 2)).text, /First: informed consent/)
  await step(id, 'consent', 2)
  assert.match((await step(id, 'suitability', 3)).text, /Assess the risk to the harmed person first/)
  assert.match((await outcome(id, 'conference')).text, /First: preparation of both parties/)
})

test('what is complex waits for a senior practitioner, and only the manager can sign it off', async () => {
  const id = await taken()
  await step(id, 'initial-contact', 1)
  await step(id, 'consent', 2)
  await assess(id, 'harmed-person', 'yes')
  await step(id, 'suitability', 4)
  assert.match((await step(id, 'offender-contact', 5)).text, /a senior practitioner signs it off first/)
  assert.equal((await noor.post(`/restorative-justice/${id}/sign-off`, { note: 'Fine' })).status, 403)
  assert.equal(
    (await ruth.post(`/restorative-justice/${id}/sign-off`, { note: 'Both have support with them' })).status,
    303,
  )
  assert.equal((await step(id, 'offender-contact', 5)).status, 303)
})

test('domestic abuse is not taken where the area does not allow it', async () => {
  const id = await taken(true)
  await step(id, 'initial-contact', 1)
  await step(id, 'consent', 2)
  await assess(id, 'harmed-person')
  assert.match((await step(id, 'suitability', 4)).text, /domestic abuse, which this service does not take/)
})

test('there is one outcome and one close reason; a correction takes the place of the earlier, which is kept', async () => {
  const id = await taken()
  assert.match(
    (await outcome(id, 'withdrew-or-disengaged')).text,
    /Select whether they withdrew or stopped answering/,
  )
  assert.equal((await outcome(id, 'withdrew-or-disengaged', { close_reason: 'victim-withdrew' })).status, 303)
  assert.equal((await outcome(id, 'too-early')).status, 303)
  const rows = await noor.act((ctx) =>
    ctx.db
      .selectFrom('restorative_justice.rj_outcome')
      .select(['outcome', 'superseded_at'])
      .where('rj_referral_id', '=', id)
      .orderBy('recorded_at')
      .execute(),
  )
  assert.deepEqual(
    rows.map((row) => [row.outcome, row.superseded_at === null]),
    [
      ['withdrew-or-disengaged', false],
      ['too-early', true],
    ],
  )
})

test('a caseworker and another provider see none of it', async () => {
  const id = await taken()
  for (const name of ['Dan Jessop', 'Imani Osei', 'Carys Bevan'])
    assert.equal((await (await t.as(name)).get(`/restorative-justice/${id}`)).status, 403)
  assert.equal((await (await t.as('Joan Whitlock')).get(`/restorative-justice/${id}`)).status, 404)
})

test('whatever is entered: referrals = interventions + closed + in preparation + no outcome recorded', async () => {
  const ids: string[] = []
  for (let n = 0; n < 4; n++) ids.push(await taken())
  const deed = fc.oneof(
    fc.record({
      kind: fc.constant('step' as const),
      which: fc.nat(3),
      stage: fc.constantFrom(...(STEPS as RjStep[])),
    }),
    fc.record({
      kind: fc.constant('outcome' as const),
      which: fc.nat(3),
      code: fc.constantFrom(...(Object.keys(RJ_OUTCOMES) as RjOutcome[])),
    }),
    fc.record({
      kind: fc.constant('assess' as const),
      which: fc.nat(3),
      party: fc.constantFrom('harmed-person' as const, 'person-responsible' as const),
      suitable: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('sign' as const), which: fc.nat(3) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      for (const done of deeds)
        await ruth
          .act(async (ctx) => {
            const referral = await getRjReferral(ctx, ids[done.which]!)
            const reached_on = '2026-03-01'
            if (done.kind === 'step')
              await recordStep(ctx, referral, { stage: done.stage, reached_on, note: null })
            if (done.kind === 'outcome')
              await recordOutcome(ctx, referral, {
                outcome: done.code,
                reached_on,
                close_reason: done.code === 'withdrew-or-disengaged' ? 'victim-withdrew' : null,
              })
            if (done.kind === 'assess')
              await assessRisk(ctx, referral, {
                party: done.party,
                suitable: done.suitable,
                complex: false,
                assessed_on: reached_on,
                note: null,
              })
            if (done.kind === 'sign') await signOff(ctx, referral, 'Looked at')
          })
          .catch((error: unknown) => {
            if (!(error instanceof Invalid)) throw error
          })
      await noor.act(async (ctx) => {
        const funnel = await readFunnel(ctx)
        const { n } = await ctx.db
          .selectFrom('restorative_justice.rj_referral')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
        assert.equal(funnel.referrals, n)
        assert.equal(funnel.interventions + funnel.closed + funnel.in_preparation + funnel.not_recorded, n)
        const lines = (list: object) =>
          Object.entries(funnel.by_outcome).reduce(
            (sum, [code, m]) => sum + (Object.hasOwn(list, code) ? m : 0),
            0,
          )
        assert.equal(lines(INTERVENTIONS), funnel.interventions)
        assert.equal(lines(CLOSED_WITHOUT), funnel.closed)
      })
    }),
    { numRuns: 25 },
  )
})
