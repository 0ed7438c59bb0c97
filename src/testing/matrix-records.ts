import { checkPaper } from '#papers'
import { addContactMethod, linkTeam, recordPerson } from '#people'
import { type Ctx, newId } from '#platform/act.ts'
import type { TestApp } from './cast.ts'
import type { Maker } from './maker.ts'
import { PAPER_RECORDS } from './paper-records.ts'
import { MEETING_RECORDS } from './meeting-records.ts'
import { PLAN_RECORDS } from './plan-records.ts'
import { TRANSFER_RECORDS } from './transfer-records.ts'

/**
 * One record of Victim CARE for every id that an address can hold, made in this order. A route with an id that is not here fails the
 * access matrix until its record is.
 */
const MAKERS: Record<string, Maker> = {
  measure: async () => 'referrals-received',
  area_code: async () => 'nottinghamshire',
  organisation_code: async () => 'victim-care',
  passkey_id: async () => newId(),
  session_id: async () => newId(),
  team_id: (ctx) => team(ctx, 'casework'),
  member_id: async (ctx) => {
    const { organisation_id } = ctx.actor
    const { member_id } = await ctx.db
      .insertInto('access.member')
      .values({ organisation_id, name: 'Alex Matrix', roles: ['caseworker'] })
      .returning('member_id')
      .executeTakeFirstOrThrow()
    return member_id
  },
  break_glass_id: async () => newId(),
  message_id: async () => newId(),
  organisation_id: async (ctx) => ctx.actor.organisation_id,
  agreement_id: async (ctx) => {
    const { agreement_id } = await ctx.db
      .insertInto('organisations.agreement')
      .values({
        given_by: ctx.actor.organisation_id,
        receiver: 'Trentside Council',
        reference: 'Matrix',
        purpose: 'Housing',
        items: 'Name',
        ground: 'consent',
        in_force_from: '2026-01-01',
        review_on: '2036-01-01',
      })
      .returning('agreement_id')
      .executeTakeFirstOrThrow()
    return agreement_id
  },
  person_id: async (ctx) => {
    const { person_id } = await ctx.db
      .insertInto('people.person')
      .values({ held_by: await team(ctx, 'all-staff'), forename: 'Ada', surname: 'Brightwell' })
      .returning('person_id')
      .executeTakeFirstOrThrow()
    return person_id
  },
  other_person_id: async (ctx) =>
    recordPerson(ctx, { held_by: await team(ctx, 'all-staff'), forename: 'Ada', surname: 'Brightwel' }),
  link_batch_id: async (ctx) => (await linkTeam(ctx, await team(ctx, 'all-staff'))).link_batch_id,
  contact_method_id: async (ctx, { person_id }) =>
    addContactMethod(ctx, person_id!, { kind: 'mobile', value: '07700 900456' }),
  case_id: async (ctx, { person_id }) => {
    const { case_id } = await ctx.db
      .insertInto('support.case')
      .values({
        held_by: await team(ctx, 'casework'),
        person_id: person_id!,
        reference: 'C-MATRIX',
        opened_on: '2026-11-02',
        tier: 'brief',
      })
      .returning('case_id')
      .executeTakeFirstOrThrow()
    return case_id
  },
  task_id: async (ctx, { case_id }) => {
    const { task_id } = await ctx.db
      .insertInto('support.task')
      .values({
        case_id: case_id!,
        held_by: await team(ctx, 'casework'),
        what: 'Ring back',
        due_on: '2026-11-24',
      })
      .returning('task_id')
      .executeTakeFirstOrThrow()
    return task_id
  },
  survey_id: async (ctx, { case_id }) => {
    const { survey_id } = await ctx.db
      .insertInto('outcomes.survey')
      .values({ case_id: case_id!, held_by: await team(ctx, 'casework'), sent_on: '2026-11-20' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    return survey_id
  },
  hand_over_id: async () => newId(),
  section: async () => '8',
  figure: async () => 'referrals',
  paper_id: async (ctx) => {
    const { paper_id } = await ctx.db
      .insertInto('papers.paper')
      .values({
        held_by: await team(ctx, 'all-staff'),
        template: 'service-report',
        title: 'A paper',
        period_from: '2026-04-01',
        period_to: '2026-06-30',
        report_to: 'A meeting',
        meeting_on: '2026-07-09',
        report_author: 'An author',
      })
      .returning('paper_id')
      .executeTakeFirstOrThrow()
    return paper_id
  },
  finding: async (ctx, { paper_id }) => {
    const words = 'Sandra Whitfield was pleased.'
    const held_by = await team(ctx, 'all-staff')
    await ctx.db
      .insertInto('papers.section_words')
      .values({ paper_id: paper_id!, held_by, section: '9', words })
      .execute()
    return (await checkPaper(ctx, paper_id!)).findings.find(({ quote }) => quote === words)!.key
  },
  referral_id: async (ctx, { person_id }) => {
    const { referral_id } = await ctx.db
      .insertInto('referrals.referral')
      .values({
        held_by: await team(ctx, 'all-staff'),
        person_id: person_id!,
        reference: 'R-MATRIX',
        received_on: '2026-11-02',
        source: 'police-adt',
        result: 'accepted',
      })
      .returning('referral_id')
      .executeTakeFirstOrThrow()
    return referral_id
  },
  community_point_id: async (ctx) => {
    const held_by = await team(ctx, 'all-staff')
    const { community_point_id } = await ctx.db
      .insertInto('community_points.community_point')
      .values({ held_by, name: 'A hall', district: 'Mansfield' })
      .returning('community_point_id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('community_points.stage')
      .values({ held_by, community_point_id, stage: 'engaged', reached_on: '2026-11-02' })
      .execute()
    return community_point_id
  },
  rj_referral_id: async (ctx, { person_id }) => {
    const { rj_referral_id } = await ctx.db
      .insertInto('restorative_justice.rj_referral')
      .values({
        held_by: await team(ctx, 'casework'),
        person_id: person_id!,
        reference: 'RJ-MATRIX',
        received_on: '2026-11-02',
        source: 'police',
      })
      .returning('rj_referral_id')
      .executeTakeFirstOrThrow()
    return rj_referral_id
  },
  move_id: async (ctx) => {
    const { move_id } = await ctx.db
      .insertInto('moving.move')
      .values({ held_by: await team(ctx, 'all-staff'), profile: 'An export', folder: 'export' })
      .returning('move_id')
      .executeTakeFirstOrThrow()
    return move_id
  },
  ...TRANSFER_RECORDS,
  ...PLAN_RECORDS,
  ...MEETING_RECORDS,
  ...PAPER_RECORDS,
}

const team = async (ctx: Ctx, code: string) =>
  (
    await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('code', '=', code)
      .where('team_id', 'in', ctx.actor.team_ids)
      .executeTakeFirstOrThrow()
  ).team_id

/** Makes the records, as Victim CARE's manager. */
export async function makeMatrixRecords(t: TestApp): Promise<Record<string, string>> {
  const manager = await t.as('Ruth Adeyemi')
  const made: Record<string, string> = {}
  for (const [name, make] of Object.entries(MAKERS)) made[name] = await manager.act((ctx) => make(ctx, made))
  return made
}
