import type { Pools } from '#platform/database/pools.ts'
import { type Act, type Actor, type Ctx, newId } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { addAccount } from '../accounts/own-account.ts'
import { areaFile, type AreaFile } from './area-file.ts'
import { findArea } from './area-actors.ts'

/** Checks an area file. Throws Invalid with one sentence for each thing wrong, each naming its place. */
export function readAreaFile(content: unknown): AreaFile {
  const read = areaFile.safeParse(content)
  if (!read.success)
    throw new Invalid(
      Object.fromEntries(
        read.error.issues.map((issue) => [
          issue.path.join('.'),
          `${issue.path.join('.') || 'The file'}: ${issue.message}`,
        ]),
      ),
    )
  const teams = new Set(read.data.organisations.flatMap((o) => o.teams.map((t) => `${o.code}/${t.code}`)))
  const messages: Record<string, string> = {}
  if (!teams.has(read.data.settings.receiving_team))
    messages.receiving_team = `settings.receiving_team: there is no team "${read.data.settings.receiving_team}" in the file`
  for (const o of read.data.organisations)
    for (const m of o.members)
      for (const team of m.teams)
        if (!teams.has(`${o.code}/${team}`))
          messages[`${o.code}.${m.name}`] =
            `${o.code}: the member's team "${team}" is not among the organisation's teams`
  if (Object.keys(messages).length > 0) throw new Invalid(messages)
  return read.data
}

/** Makes an area with its organisations, teams and members, in one transaction. Throws Invalid when the code is taken. Returns the area's id. */
export async function addArea(pools: Pools, act: Act, file: AreaFile): Promise<string> {
  if (await findArea(pools, file.code))
    throw new Invalid({ code: `There is an area "${file.code}" already. Nothing was changed.` })
  const area_id = newId()
  const founder: Actor = {
    area_id,
    actor_id: newId(),
    team_ids: [],
    roles: [],
    name: 'Waymark',
    organisation_id: newId(),
    organisation_name: 'Waymark',
    organisation_kind: 'platform',
    area_code: file.code,
    area_name: file.name,
    demonstration: file.demonstration,
  }
  await act(founder, { visit_id: newId(), query: {} }, (ctx) => insertArea(ctx, file))
  return area_id
}

async function insertArea(ctx: Ctx, file: AreaFile) {
  const { area_id, actor_id, organisation_id } = ctx.actor
  await ctx.db
    .insertInto('access.area')
    .values({
      area_id,
      code: file.code,
      name: file.name,
      force_code: file.force_code,
      demonstration: file.demonstration,
      settings: JSON.stringify(file.settings),
    })
    .execute()
  // The area's own actor: what runs on a timetable or from the command line is done, and kept, in its name.
  await ctx.db
    .insertInto('access.organisation')
    .values({ organisation_id, code: 'waymark', name: 'Waymark', kind: 'platform' })
    .execute()
  await ctx.db
    .insertInto('access.member')
    .values({ member_id: actor_id, organisation_id, name: 'Waymark', roles: [] })
    .execute()
  for (const organisation of file.organisations) {
    const { organisation_id } = await ctx.db
      .insertInto('access.organisation')
      .values({ code: organisation.code, name: organisation.name, kind: organisation.kind })
      .returning('organisation_id')
      .executeTakeFirstOrThrow()
    await showOrganisation(ctx, organisation_id)
    const teams = new Map<string, string>()
    for (const team of organisation.teams) {
      const { team_id } = await ctx.db
        .insertInto('access.team')
        .values({ organisation_id, ...team })
        .returning('team_id')
        .executeTakeFirstOrThrow()
      teams.set(team.code, team_id)
    }
    for (const { teams: codes, email, ...member } of organisation.members) {
      const { member_id } = await ctx.db
        .insertInto('access.member')
        .values({ organisation_id, ...member, introduction: member.introduction ?? null })
        .returning('member_id')
        .executeTakeFirstOrThrow()
      if (email) await addAccount(ctx, { member_id, organisation_id, email })
      for (const code of codes)
        await ctx.db
          .insertInto('access.membership')
          .values({ team_id: teams.get(code)!, member_id })
          .execute()
    }
  }
}
