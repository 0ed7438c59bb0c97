// For tests: a small service whose every count is known, because the test made it.
import type { Ctx } from '#platform/act.ts'

export const SOURCES = ['police-adt', 'self', 'community-point'] as const

/** What was made: the test counts these itself, and compares. */
export type Small = {
  referrals: { referral_id: string; source: string; person: number }[]
  cases: { case_id: string; person: number; tier: 'brief' | 'longer-term'; referral_id: string }[]
  actions: { case_id: string; type: string; quantity: number }[]
  changes: { case_id: string; first: number; last: number }[]
  surveys: { case_id: string; satisfied: boolean | null }[]
  rj: { referral_id: string; outcome: string | null }[]
}

/** Makes `count` referrals of 2018 for half as many people, a case for every second referral, and what follows from it. */
export async function makeSmallService(ctx: Ctx, count: number): Promise<Small> {
  const teams = await ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'code'])
    .where('team_id', 'in', ctx.actor.team_ids)
    .execute()
  const held_by = teams.find((team) => team.code === 'all-staff')!.team_id
  const casework = teams.find((team) => team.code === 'casework')!.team_id
  const made: Small = { referrals: [], cases: [], actions: [], changes: [], surveys: [], rj: [] }
  const people = await ctx.db
    .insertInto('people.person')
    .values(
      Array.from({ length: Math.ceil(count / 2) }, (_, i) => ({
        held_by,
        forename: 'Sam',
        surname: `Invented${i}`,
        district: i % 3 ? 'Nottingham' : 'Ashfield',
      })),
    )
    .returning('person_id')
    .execute()
  const rows = await ctx.db
    .insertInto('referrals.referral')
    .values(
      Array.from({ length: count }, (_, i) => ({
        held_by,
        person_id: people[Math.floor(i / 2)]!.person_id,
        reference: `R${i}`,
        source: SOURCES[i % 3]!,
        result: 'accepted' as const,
        received_on: `2018-${String((i % 12) + 1).padStart(2, '0')}-15`,
      })),
    )
    .returning(['referral_id', 'source'])
    .execute()
  made.referrals = rows.map((row, i) => ({ ...row, person: Math.floor(i / 2) }))
  for (const [i, referral] of made.referrals.entries()) {
    if (i % 7 === 0) await addRj(ctx, made, held_by, referral.referral_id, i)
    if (i % 2 === 0) await addCase(ctx, made, casework, people[referral.person]!.person_id, referral, i)
  }
  return made
}

async function addCase(
  ctx: Ctx,
  made: Small,
  held_by: string,
  person_id: string,
  referral: Small['referrals'][number],
  i: number,
) {
  const tier = i % 4 === 0 ? 'longer-term' : 'brief'
  const { case_id } = await ctx.db
    .insertInto('support.case')
    .values({
      held_by,
      person_id,
      referral_id: referral.referral_id,
      reference: `C${i}`,
      opened_on: '2018-03-01',
      tier,
    })
    .returning('case_id')
    .executeTakeFirstOrThrow()
  made.cases.push({ case_id, person: referral.person, tier, referral_id: referral.referral_id })
  for (const [type, quantity] of [
    ['advocacy', 1],
    ['target-hardening', (i % 3) + 1],
  ] as const) {
    await ctx.db
      .insertInto('support.action')
      .values({ case_id, held_by, acted_on: '2018-04-02', type, quantity })
      .execute()
    made.actions.push({ case_id, type, quantity })
  }
  const [first, last] = [(i % 5) + 1, ((i * 3) % 5) + 1]
  await ctx.db
    .insertInto('outcomes.self_assessment')
    .values([
      { case_id, held_by, assessed_on: '2018-04-03', stage: 'first', scale: 5, cope: first },
      { case_id, held_by, assessed_on: '2018-08-03', stage: 'last', scale: 5, cope: last, safety: 2 },
    ])
    .execute()
  made.changes.push({ case_id, first, last })
  await ctx.db
    .insertInto('support.closure')
    .values({ case_id, held_by, closed_on: '2018-09-01', reason: 'completed' })
    .execute()
  const satisfied = i % 6 === 0 ? null : i % 10 !== 4
  await ctx.db
    .insertInto('outcomes.survey')
    .values({
      case_id,
      held_by,
      sent_on: '2018-09-05',
      returned_on: satisfied === null ? null : '2019-02-01',
      satisfaction: satisfied === null ? null : satisfied ? 'completely' : 'partly',
      would_use_again: satisfied,
      would_recommend: satisfied,
    })
    .execute()
  made.surveys.push({ case_id, satisfied })
}

async function addRj(ctx: Ctx, made: Small, held_by: string, referral_id: string, i: number) {
  const outcome = i % 3 === 0 ? null : i % 3 === 1 ? 'conference' : 'withdrew-or-disengaged'
  const { rj_referral_id } = await ctx.db
    .insertInto('restorative_justice.rj_referral')
    .values({ held_by, referral_id, reference: `RJ${i}`, received_on: '2018-05-05', source: 'witness-care' })
    .returning('rj_referral_id')
    .executeTakeFirstOrThrow()
  if (outcome)
    await ctx.db
      .insertInto('restorative_justice.rj_outcome')
      .values({ rj_referral_id, held_by, outcome })
      .execute()
  made.rj.push({ referral_id, outcome })
}
