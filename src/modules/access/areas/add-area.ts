import type { Pools } from '#platform/database/pools.ts'
import { type Act, type Actor, type Ctx, newId } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { profileFaults } from '#platform/reading/index.ts'
import { findPoliceForceArea } from '#reference'
import { showOrganisation } from '../accounts/account-keys.ts'
import { addAccount } from '../accounts/own-account.ts'
import { AREA_WORDS, areaFile, type AreaFile } from './area-file.ts'
import { findArea } from './area-actors.ts'

/** Checks an area file. Throws Invalid with one sentence for each thing wrong, each naming its place. */
export function readAreaFile(content: unknown): AreaFile {
  const read = areaFile.safeParse(content)
  if (!read.success) {
    const faults = profileFaults(read.error, content, AREA_WORDS)
    throw allOf(faults.map((fault) => fault.replace(/^profile: /, 'The file: ')))
  }
  const faults = faultsTogether(read.data)
  if (faults.length > 0) throw allOf(faults)
  return read.data
}

const allOf = (faults: readonly string[]) => new Invalid(Object.fromEntries(faults.entries()))

/** What the parts must be together, whatever each is by itself. */
function faultsTogether({ force_code, settings, organisations }: AreaFile): string[] {
  const teams = new Map(organisations.flatMap((o) => o.teams.map((t) => [`${o.code}/${t.code}`, t.kind])))
  const receiving = teams.get(settings.receiving_team)
  const emails = organisations.flatMap((o) => o.members.flatMap((m) => m.email?.toLowerCase() ?? []))
  const faults = [
    ...(findPoliceForceArea(force_code)
      ? []
      : [
          `force_code: ${force_code} is no police force area: database/reference/police-force-areas.csv has them all`,
        ]),
    ...(receiving === undefined
      ? [`settings.receiving_team: there is no team "${settings.receiving_team}" in the file`]
      : receiving === 'restricted' || receiving === 'office'
        ? [
            `settings.receiving_team: "${settings.receiving_team}" is of the kind ${receiving}, and cannot take referrals in`,
          ]
        : []),
    ...twice(organisations.map(({ code }) => code)).map(
      (code) => `organisations: there are two with the code "${code}"`,
    ),
    ...twice(emails).map((email) => `organisations: two members have the e-mail address ${email}`),
  ]
  for (const o of organisations) {
    if (o.code === 'waymark') faults.push('organisations: the code "waymark" is kept for Waymark itself')
    for (const code of twice(o.teams.map((team) => team.code)))
      faults.push(`${o.code}: there are two teams with the code "${code}"`)
    for (const team of new Set(o.members.flatMap((member) => member.teams)))
      if (!teams.has(`${o.code}/${team}`))
        faults.push(`${o.code}: the member's team "${team}" is not among the organisation's teams`)
  }
  return faults
}

const twice = (texts: readonly string[]) => [
  ...new Set(texts.filter((text, at) => texts.indexOf(text) !== at)),
]

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
