import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { serverAccount } from './server-account.ts'
import { binaries, homeOf, initialise, secretFile } from './server-files.ts'
import { usedByOthers } from './used-by-others.ts'

/**
 * A PostgreSQL server within reach: `url` signs in as its administrator. `stop` ends it if this process started it and nobody else uses it;
 * told `true`, also if others use it, or if another process started it and nobody uses it any more.
 */
export type Server = { url: string; started_here: boolean; stop: (even_if_used?: boolean) => Promise<void> }

/**
 * Starts the embedded PostgreSQL whose files are in `folder`, or joins it if it is running already.
 * Throws a sentence that says what to do when it cannot start.
 * `fast` gives up durability (for tests only).
 */
export async function startEmbedded(folder: string, options: { fast?: boolean } = {}): Promise<Server> {
  const account = serverAccount()
  const password = secretFile(folder, 'database-password')
  const data = join(homeOf(folder, password, account), 'postgres')
  const { initdb, postgres } = await binaries(account)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(initdb, data, password, account)

  const running = await joinRunning(data, password)
  if (running) return joined(running, postgres, data)

  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: 60,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    log_min_messages: 'fatal',
    random_page_cost: 1.1,
    ...(options.fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Its own session and no pipes: Ctrl-C reaches this process only, which then asks the server to stop in order.
  const said: string[] = []
  const child = spawn(postgres, ['-D', data, ...flags], {
    cwd: data,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  child.stderr.on('data', (text: Buffer) => said.push(String(text)))
  let ended = false
  const exit = new Promise<void>((done) =>
    child.on('exit', () => {
      ended = true
      done()
    }),
  )
  const url = address(port, password)
  const stopped = async (why: unknown) => {
    child.kill('SIGINT')
    await exit
    throw why
  }
  for (let tries = 0; !(await answers(url, data).catch(stopped)); tries++) {
    if (ended || tries > 600) {
      const other = await joinRunning(data, password) // somebody else started it in the same moment
      if (other) return joined(other, postgres, data)
      throw new Error(cannotStart(said.join(''), data))
    }
    await pause(50)
  }
  child.unref()
  ;(child.stderr as unknown as { unref(): void }).unref()
  return {
    url,
    started_here: true,
    stop: async (even_if_used = false) => {
      if (ended || (!even_if_used && (await usedByOthers(url)))) return
      child.ref()
      askToStop(child.pid!, postgres, data)
      await exit
    },
  }
}

/**
 * A server that another process started: it is ended here only when told to, as after the web process that started it was killed, and never
 * while somebody is connected: a second start that finds its port busy must not take the database from the first.
 */
const joined = (url: string, postgres: string, data: string): Server => ({
  url,
  started_here: false,
  stop: async (even_if_ours = false) => {
    if (!even_if_ours || (await staysUsed(url))) return
    askToStop(Number(lockOf(data)[0]), postgres, data)
    for (let tries = 0; tries < 200 && existsSync(join(data, 'postmaster.pid')); tries++) await pause(50)
  },
})

/** Whether others are connected, and still are after a second: sessions of one's own take a moment to end. */
async function staysUsed(url: string): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    if (!(await usedByOthers(url))) return false
    await pause(50)
  }
  return true
}

const WRONG_PASSWORD = '28P01'

/** Asks a server for its fast shutdown: sessions end, everything committed stays. Windows has no such signal, so that the server's own program asks. */
function askToStop(pid: number, postgres: string, data: string): void {
  if (process.platform !== 'win32') process.kill(pid, 'SIGINT')
  else
    spawnSync(join(dirname(postgres), 'pg_ctl.exe'), ['stop', '-D', data, '-m', 'fast'], {
      windowsHide: true,
    })
}

/** The address of the server that already runs on these files, if one does; one that is just starting is waited for. */
async function joinRunning(data: string, password: string): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const [pid, , , port] = lockOf(data)
    if (!pid || !alive(Number(pid))) return undefined
    const url = address(Number(port), password)
    if (port && (await answers(url, data))) return url
    await pause(100)
  }
  return undefined
}

/** The lines of the server's own lock file: its process, folder, start and port; none where there is no server or it may not be read. */
function lockOf(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const address = (port: number, password: string) =>
  `postgres://waymark_administrator:${password}@127.0.0.1:${port}/postgres`

async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD)
      throw new Error(
        `The database in ${data} was made with another password than the one that is kept beside it. ` +
          'Put the file database-password back as it was, or start with WAYMARK_DATA set to an empty folder.',
        { cause: error },
      )
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

function cannotStart(said: string, data: string): string {
  const lock = join(data, 'postmaster.pid')
  if (/lock file|already exists|another postmaster/i.test(said))
    return (
      `The database in ${data} looks as if it were running, but does not answer. ` +
      `If no other Waymark is running, delete ${lock} and start again.`
    )
  if (/incompatible|initialized by PostgreSQL version/i.test(said))
    return `The database in ${data} was made by another version of PostgreSQL. Keep it, and start with WAYMARK_DATA set to another folder.`
  if (/administrative permissions/i.test(said))
    return 'PostgreSQL does not run as an administrator of Windows. Start again from an ordinary window.'
  if (/No space left/i.test(said))
    return 'The disk is full: the database cannot start. Make room and start again.'
  return `The database in ${data} did not start.\n${said.slice(-2000)}`
}
