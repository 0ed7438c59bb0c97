import { areaActor } from '#access'
import type { Act, Actor } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { runInThread } from '#platform/threads/run-in-thread.ts'
import { SMALL_FILE, type UploadedFile } from '#platform/uploads/receive-upload.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import { openTransfer } from '../mapping-profiles/read-rows.ts'
import { tryProfile, type TriedProfile } from '../mapping-profiles/try-profile.ts'
import { importTransfer, type ImportedTransfer } from '../transfers/import-transfer.ts'
import { knowFile } from '../transfers/know-file.ts'
import { READING_THREAD } from '../waiting-files/jobs.ts'
import { keepFile, type KeptFile } from '../waiting-files/keep-file.ts'
import type { AskedOfThread } from '../waiting-files/reading-thread.ts'

export type SendTools = { act: Act; pools: Pools }
/** What a program sent, with what it is known by; a small file has no path. */
export type ProgramFile = Omit<UploadedFile, 'path'> & { path?: string; known_by: string }
export type SentFile = { file: UploadedFile; profile: MappingProfile }

/** Rows a transaction where pages are served by the same process: some tens of milliseconds. */
const AT_ONCE_BESIDE_PAGES = 200

const receivingTeam = async ({ pools }: SendTools, { area_code }: Actor) =>
  (await areaActor(pools, area_code)).receiving_team_id

/**
 * Takes a file that came by a page: it is kept where nothing of it can be lost, and a job reads it. Throws a sentence when the file as a whole
 * does not fit the profile: then nothing of it is kept.
 */
export async function takeFile(
  tools: SendTools,
  actor: Actor,
  visit: Parameters<Act>[1],
  { file, profile }: SentFile,
): Promise<KeptFile> {
  const arrived = { ...file, came_by: 'upload' as const }
  const { close } = await openTransfer(file.open(), profile)
  await close()
  const known_by = await knowFile(file, profile)
  const held_by = await receivingTeam(tools, actor)
  return tools.act(actor, visit, (ctx) => keepFile(ctx, arrived, known_by, { profile, held_by }))
}

/** Reads a file that a program sent, to its end: the program waits for the answer, and pages for nothing. */
export async function readSentFile(
  tools: SendTools,
  actor: Actor & { receiving_team_id: string },
  { file, profile }: { file: ProgramFile; profile: MappingProfile },
): Promise<ImportedTransfer> {
  const held_by = actor.receiving_team_id
  const arrived = { ...file, came_by: 'program' as const }
  // A file of some hundred rows is read sooner than a thread starts, and no page waits longer for it than for another page.
  if (file.path !== undefined && file.bytes > SMALL_FILE)
    return runInThread<ImportedTransfer>(READING_THREAD, {
      opened_with: tools.pools.opened_with,
      actor,
      do: 'import',
      file: {
        file_name: file.file_name,
        bytes: file.bytes,
        came_by: 'program',
        path: file.path,
        known_by: file.known_by,
      },
      profile,
      held_by,
    } satisfies AskedOfThread)
  const options = { act: tools.act, actor, held_by, profile, at_once: AT_ONCE_BESIDE_PAGES }
  return importTransfer(arrived, options)
}

/** How a file would be read, with nothing kept of it. */
export async function trySentFile(
  { act, pools }: SendTools,
  actor: Actor,
  { file, profile }: SentFile,
): Promise<TriedProfile> {
  const arrived = { ...file, came_by: 'upload' as const }
  if (file.bytes <= SMALL_FILE) return tryProfile(arrived, { act, actor, held_by: '', profile })
  return runInThread<TriedProfile>(READING_THREAD, {
    opened_with: pools.opened_with,
    actor,
    do: 'try',
    file: { file_name: file.file_name, bytes: file.bytes, came_by: 'upload', path: file.path },
    profile,
    held_by: '',
  } satisfies AskedOfThread)
}
