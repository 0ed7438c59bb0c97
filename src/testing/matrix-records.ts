import { addContactMethod, recordPerson } from '#people'
import { type Ctx, newId } from '#platform/act.ts'
import type { TestApp } from './cast.ts'

type Maker = (ctx: Ctx, made: Record<string, string>) => Promise<string>

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
