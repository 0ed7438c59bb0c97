// The other end of the jobs and of large files that programs send: one file is read in a thread of its own, with connections of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { makeAct, type Actor } from '#platform/act.ts'
import { openPools } from '#platform/database/pools.ts'
import { makeEnqueue } from '#platform/jobs/jobs.ts'
import { readInPieces } from '#platform/reading/index.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import { tryProfile } from '../mapping-profiles/try-profile.ts'
import { importTransfer, type ArrivedFile } from '../transfers/import-transfer.ts'
import { readKeptFile } from './read-kept-file.ts'

/** A file on the disk of this machine. */
export type FileHere = Omit<ArrivedFile, 'open'> & { path: string }
export type AskedOfThread = { opened_with: { database_url: string; secret: string }; actor: Actor } & (
  { transfer_id: string } | { do: 'import' | 'try'; file: FileHere; profile: MappingProfile; held_by: string }
)

const asked = workerData as AskedOfThread
const pools = openPools(asked.opened_with.database_url, asked.opened_with.secret, {
  max: 2,
  statement_timeout: 600_000,
})
const act = makeAct(pools, makeEnqueue(pools.app))
const { actor } = asked

async function answer() {
  if ('transfer_id' in asked) return readKeptFile(act, actor, asked.transfer_id)
  const { path, ...file } = asked.file
  const arrived = { ...file, open: () => readInPieces(path) }
  const options = { act, actor, held_by: asked.held_by, profile: asked.profile }
  return asked.do === 'try' ? tryProfile(arrived, options) : importTransfer(arrived, options)
}

try {
  parentPort!.postMessage(await answer())
} finally {
  await pools.end()
}
