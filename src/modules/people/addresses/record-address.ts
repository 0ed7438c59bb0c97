import { findOutcode, readPostcode } from '#reference'
import { type Ctx, newId } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { keepingKeys } from '../keys/write-keys.ts'
import { getPerson } from '../person/queries.ts'
import type { AddressTyped } from './form.ts'
import { restrictedTeams } from './queries.ts'

/**
 * Records where the person lives now; the address until now becomes a previous one. One that must be kept secret is given to a
 * restricted team and leaves nothing behind: no district, no outcode, no key that it could be found by.
 */
export async function recordAddress(ctx: Ctx, person_id: string, typed: AddressTyped): Promise<void> {
  const { keep_secret, team_id, line, town, postcode, ...use } = typed
  const person = await getPerson(ctx, person_id)
  if (!line && !town && !postcode) refuse('line', 'Enter an address, a town or a postcode')
  if (person.address_protected && !keep_secret && !(await seesProtected(ctx, person_id)))
    refuse(
      'keep_secret',
      'The address is protected: only a member of its restricted team can record one that is not',
    )
  const read = postcode ? readPostcode(postcode) : null
  const held_by = keep_secret ? await restrictedTeam(ctx, team_id) : person.held_by
  const address = {
    ...use,
    line: line ?? '',
    town: town ?? '',
    postcode: read?.postcode ?? postcode ?? '',
    protected: keep_secret,
  }
  await keepingKeys(ctx, person_id, async () => {
    await ctx.db
      .updateTable('people.address')
      .set({ until: ctx.today })
      .where('person_id', '=', person_id)
      .where('until', 'is', null)
      .execute()
    await ctx.db
      .insertInto('people.address')
      .values({ address_id: newId(), person_id, held_by, ...address })
      .execute()
    const outcode = keep_secret ? null : (read?.outcode ?? null)
    await ctx.db
      .updateTable('people.person')
      .set({
        address_protected: keep_secret,
        outcode,
        district: outcode ? (findOutcode(outcode)?.districts[0]?.lad_name ?? null) : null,
      })
      .where('person_id', '=', person_id)
      .execute()
  })
}

/**
 * Protects the address that is recorded now: a restricted team has it from here on, and the row that others saw is gone (its
 * change is kept for the auditor). Refuses when there is none to protect.
 */
export async function protectAddress(ctx: Ctx, person_id: string, team_id: string | null): Promise<void> {
  const person = await getPerson(ctx, person_id)
  const held_by = await restrictedTeam(ctx, team_id)
  const current = await ctx.db
    .selectFrom('people.address')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('until', 'is', null)
    .where('protected', '=', false)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst()
  if (!current || person.address_protected)
    refuse('', 'There is no address here that is not protected already')
  await keepingKeys(ctx, person_id, async () => {
    const { line, town, postcode, safe, message_ok, suspect_lives_here } = current
    await ctx.db
      .insertInto('people.address')
      .values({
        address_id: newId(),
        person_id,
        held_by,
        line,
        town,
        postcode,
        safe,
        message_ok,
        suspect_lives_here,
        protected: true,
      })
      .execute()
    await ctx.db.deleteFrom('people.address').where('address_id', '=', current.address_id).execute()
    await ctx.db
      .updateTable('people.person')
      .set({ address_protected: true, outcode: null, district: null })
      .where('person_id', '=', person_id)
      .execute()
  })
}

async function restrictedTeam(ctx: Ctx, team_id: string | null): Promise<string> {
  const teams = await restrictedTeams(ctx)
  if (teams.length === 0)
    refuse(
      '',
      'Your organisation has no restricted team to hold a protected address: ask your manager for one',
    )
  if (team_id && !teams.some((team) => team.team_id === team_id))
    refuse('team_id', 'Select the team from the list')
  return team_id ?? teams[0]!.team_id
}

const seesProtected = async (ctx: Ctx, person_id: string): Promise<boolean> =>
  !!(await ctx.db
    .selectFrom('people.address')
    .select('address_id')
    .where('person_id', '=', person_id)
    .where('protected', '=', true)
    .executeTakeFirst())
