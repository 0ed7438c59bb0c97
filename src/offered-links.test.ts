// A page offers nobody a link that would be refused: "Your role does not include this" is for typed addresses. Every page that a role
// reaches is read with one record of everything, and every link on it followed.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ROLES, type Role } from '#access'
import { allRoutes } from './app.ts'
import { testApp } from './testing/cast.ts'
import { makeMatrixRecords } from './testing/matrix-records.ts'
import { placeEveryRole } from './testing/placements.ts'
import { addressOf } from './testing/routes-with-records.ts'

const t = await testApp()
const records = await makeMatrixRecords(t)
const standing = await placeEveryRole(t)

const pages = allRoutes(t.options, t.modules)
  .filter((one) => (one.kind === 'route' ? one.method === 'GET' : true) && one.url !== '/sign-out')
  .map((one) => addressOf(one.url, records))

for (const role of Object.keys(ROLES) as Role[])
  test(`${role}: every link on every page can be followed`, async () => {
    const { headers } = standing.get(`${role}, own team`)!
    const answers = new Map<string, number>()
    const refused: string[] = []
    let followed = 0
    for (const page of pages) {
      const response = await t.app.request(page, { headers })
      if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue
      for (const link of linksOf(await response.text())) {
        followed++
        const status = answers.get(link) ?? (await t.app.request(link, { headers })).status
        answers.set(link, status)
        if (status >= 400) refused.push(`${page} offers ${link}: ${status}`)
      }
    }
    assert.deepEqual(refused, [])
    assert.ok(followed > 0)
  })

const linksOf = (page: string) =>
  new Set(
    [...page.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&')),
  )
