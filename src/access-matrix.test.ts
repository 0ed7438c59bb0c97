// Every route × every role × where they stand to the record. docs/access-matrix.csv says, apart from the code, who may: a new route
// fails here until somebody has decided.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import { ROLES, type Role } from '#access'
import { newId } from '#platform/act.ts'
import type { Route, Screen } from '#platform/http/screen.ts'
import { allRoutes } from './app.ts'
import { testApp } from './testing/cast.ts'
import { makeMatrixRecords } from './testing/matrix-records.ts'
import { addressOf } from './testing/routes-with-records.ts'
import { PLACEMENTS, placeEveryRole, type Placement, type Standing } from './testing/placements.ts'

type Decided = {
  method: string
  url: string
  roles: string
  reach: 'team' | 'organisation' | 'area' | 'all' | 'sent'
}

const FILE = join(import.meta.dirname, '..', 'docs', 'access-matrix.csv')
const decided = new Map(
  parse<Decided>(readFileSync(FILE, 'utf8'), { columns: true }).map((row) => [
    `${row.method} ${row.url}`,
    row,
  ]),
)

const t = await testApp()
// Signing out comes last: nobody is anybody after it.
const routes = allRoutes(t.options, t.modules)
  .flatMap((one) => methodsOf(one).map((method) => ({ method, one })))
  .toSorted((a, b) => Number(a.one.url === '/sign-out') - Number(b.one.url === '/sign-out'))
const records = await makeMatrixRecords(t)
const standing = await placeEveryRole(t)
let size = 0

test('every route is decided in docs/access-matrix.csv, and nothing else is', () => {
  const wanted = routes.map(({ method, one }) => `${method},${one.url},${rolesText(one)}`)
  const missing = wanted.filter((line) => !decided.has(line.split(',').slice(0, 2).join(' ')))
  assert.deepEqual(
    missing,
    [],
    'decide who may reach these, and add each with its reach (team, organisation, area, all, or sent when the record is named in what is sent)',
  )
  const known = new Set(routes.map(({ method, one }) => `${method} ${one.url}`))
  assert.deepEqual(
    [...decided.keys()].filter((key) => !known.has(key)),
    [],
    'these are decided but are not there',
  )
})

for (const { method, one } of routes) {
  const row = decided.get(`${method} ${one.url}`)
  if (!row) continue
  test(`${method} ${one.url}`, async () => {
    assert.equal(rolesText(one), row.roles, 'the roles of the code and of the matrix')
    const url = addressOf(one.url, records)
    await signedOut(method, url, row)
    for (const role of Object.keys(ROLES) as Role[])
      for (const placement of PLACEMENTS) await signedIn(method, one, url, row, role, placement)
  })
}

test('how large the matrix is', (context) => {
  context.diagnostic(`${routes.length} routes, ${Object.keys(ROLES).length} roles, ${size} answers`)
  assert.ok(size > 0)
})

async function signedOut(method: string, url: string, row: Decided) {
  const answer = await ask(method, url, undefined)
  assert.notEqual(answer.status, 500)
  if (row.roles === 'anyone') return
  if (url.startsWith('/api/')) assert.equal(answer.status, 401, 'signed out')
  else assert.match(answer.location, /^\/sign-in/, 'signed out')
}

async function signedIn(
  method: string,
  one: Screen | Route,
  url: string,
  row: Decided,
  role: Role,
  placement: Placement,
) {
  const who = standing.get(`${role}, ${placement}`)!
  const answer = await ask(method, url, who)
  const where = `${role}, ${placement}: ${answer.status}`
  assert.notEqual(answer.status, 500, where)
  const included = row.roles === 'anyone' || row.roles === 'everyone' || row.roles.split(' ').includes(role)
  if (!included) return assert.equal(answer.status, 403, where)
  if (row.reach === 'sent') return
  const reaches =
    row.reach === 'all' ||
    placement === 'own team' ||
    (row.reach === 'area' && placement !== 'other area') ||
    (row.reach === 'organisation' && placement === 'other team')
  if (reaches) return assert.ok(answer.status !== 403 && answer.status !== 404, `${where} (should reach it)`)
  assert.equal(answer.status, 404, where)
  const nowhere = await ask(
    method,
    addressOf(one.url, Object.fromEntries(Object.keys(records).map((name) => [name, newId()]))),
    who,
  )
  assert.equal(answer.text, nowhere.text, `${where}: "not yours" and "not there" must read the same`)
}

async function ask(method: string, url: string, who: Standing | undefined) {
  size++
  const body = new URLSearchParams({ _csrf: who?.csrf ?? '' })
  const response = await t.app.request(url, {
    method,
    headers: {
      ...who?.headers,
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'GET' ? {} : { body: body.toString() }),
  })
  // What differs from request to request by design is taken out: the nonce, the visit's number, the ids of the address.
  const text = (await response.text())
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
  return { status: response.status, location: response.headers.get('location') ?? '', text }
}

function methodsOf(one: Screen | Route): string[] {
  return one.kind === 'route' ? [one.method] : one.save ? ['GET', 'POST'] : ['GET']
}

function rolesText(one: Screen | Route): string {
  return typeof one.roles === 'string' ? one.roles : one.roles.join(' ')
}
