// For a promise rather than a number: imports a transfer in a process of its own that is killed (SIGKILL) at a moment
// chosen at random, again and again until one is let finish, and then counts: every row once, nothing lost. `node scripts/run.mjs bench/kill-transfer.ts [TIMES]`
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const times = Number(process.argv[2] ?? 50)
const root = join(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'waymark-kill-'))
const env = { ...process.env, WAYMARK_DATA: join(work, 'data') }
const { openDatabase } = await import('#platform/database/open.ts')
const { readConfig } = await import('../src/config.ts')
const cast = join(root, 'database/cast')

// The server stays up throughout, as in service; what is killed is the program.
const database = await openDatabase(readConfig(env))
const run = (args: string[], killAfter?: number) =>
  new Promise<{ killed: boolean; out: string }>((resolve) => {
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('exit', (_, signal) => {
      clearTimeout(timer)
      resolve({ killed: signal === 'SIGKILL', out })
    })
  })

await run(['area', 'add', join(cast, 'nottinghamshire.json')])
const lines = [13, 14, 15].flatMap((day) =>
  readFileSync(join(cast, `daily-transfer/NOTTS_ADT_201703${day}.csv`), 'utf8')
    .trim()
    .split('\r\n'),
)
const [head, ...rows] = lines.filter((line, index) => index === 0 || !line.startsWith('Occurrence'))
const client = new pg.Client({ connectionString: database.url })
await client.connect()
let kills = 0
let wrong = 0
const started = performance.now()
const typical = Number(process.argv[3] ?? 4000)
for (let time = 0; time < times; time++) {
  const file = join(
    work,
    `NOTTS_ADT_2018${String(1 + Math.floor(time / 28)).padStart(2, '0')}${String(1 + (time % 28)).padStart(2, '0')}.csv`,
  )
  const copies = Array.from({ length: 40 }, (_, copy) => rows.map((row) => `${time}-${copy}-${row}`)).flat()
  writeFileSync(file, [head, ...copies].join('\r\n'))
  const args = [
    'import',
    'transfer',
    '--area',
    'nottinghamshire',
    '--profile',
    'nottinghamshire-police',
    file,
    '--json',
  ]
  if ((await run(args, 500 + Math.random() * typical)).killed) kills++
  const { out } = await run(args)
  const told = JSON.parse(out).files[0] as {
    transfer_id: string
    rows: number
    results: Record<string, number>
  }
  const { rows: kept } = await client.query<{ n: number; distinct: number }>(
    'select count(*)::int as n, count(distinct row_number)::int as distinct from referrals.referral where transfer_id = $1',
    [told.transfer_id],
  )
  const sum = Object.values(told.results).reduce((a, b) => a + b, 0)
  const people = await client.query<{ n: number }>(
    'select count(*)::int as n from people.person p where not exists (select from referrals.referral r where r.area_id = p.area_id and r.person_id = p.person_id)',
  )
  if (
    kept[0]!.n !== copies.length ||
    kept[0]!.distinct !== copies.length ||
    sum !== copies.length ||
    people.rows[0]!.n > 0
  ) {
    wrong++
    process.stdout.write(
      `${file}: ${kept[0]!.n} kept of ${copies.length}, ${people.rows[0]!.n} people without a referral\n`,
    )
  }
}
process.stdout.write(
  `${times} imports of ${rows.length * 40} rows, ${kills} killed half-way; ${wrong} with a row lost or doubled (${Math.round((performance.now() - started) / 1000)} s)\n`,
)
await client.end()
await database.stop(true)
rmSync(work, { recursive: true, force: true })
process.exitCode = wrong > 0 ? 1 : 0
