import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'
import { readJsonFile } from '#platform/reading/index.ts'
import { readProfile, type MappingProfile } from './mapping-profile.ts'

const FOLDER = join(import.meta.dirname, '..', 'profiles')

/** The profiles that come with Waymark, by name. */
const builtIn = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readProfile(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))))
    .map((profile) => [profile.profile, profile]),
)

/** Every profile that files of this area can be read by: the area's own, which stand before those that come with Waymark. */
export async function listProfiles(ctx: Ctx): Promise<MappingProfile[]> {
  const { rows } = await sql<{ written: unknown }>`select written from referrals.mapping_profile`.execute(
    ctx.db,
  )
  const all = new Map([
    ...builtIn,
    ...rows.map(({ written }) => readProfile(written)).map((p) => [p.profile, p] as const),
  ])
  return [...all.values()].sort((a, b) => a.title.localeCompare(b.title))
}

/** The profile with this name. Throws NotFound, naming those there are. */
export async function findProfile(ctx: Ctx, name: string): Promise<MappingProfile> {
  const all = await listProfiles(ctx)
  const profile = all.find((one) => one.profile === name)
  if (!profile)
    throw new NotFound(`The mapping profile "${name}" (there are ${all.map((p) => p.profile).join(', ')})`)
  return profile
}

/** Reads a profile from a file. Throws a sentence that names the file and everything wrong with it. */
export function readProfileFile(path: string): MappingProfile {
  const written = readJsonFile(path)
  try {
    return readProfile(written)
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

/** Keeps a profile as the area's own, in the place of one of the same name; the one before is kept among the changes. */
export async function keepProfile(ctx: Ctx, profile: MappingProfile): Promise<void> {
  const written = JSON.stringify(profile)
  await sql`insert into referrals.mapping_profile (code, title, written) values (${profile.profile}, ${profile.title}, ${written}::jsonb)
    on conflict (area_id, code) do update set title = excluded.title, written = excluded.written
    where mapping_profile.written is distinct from excluded.written`.execute(ctx.db)
}
