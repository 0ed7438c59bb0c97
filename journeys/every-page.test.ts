// Every page there is, in a real browser at 320 px, with scripts and without: axe finds nothing, nothing is wider than the screen, nothing is
// asked of anybody else, and the page with its style is small.
import assert from 'node:assert/strict'
import test from 'node:test'
import pg from 'pg'
import { ROLES } from '#access'
import { allRoutes } from '../src/app.ts'
import { makeMatrixRecords } from '../src/testing/matrix-records.ts'
import { addressOf } from '../src/testing/routes-with-records.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage()
const records = await makeMatrixRecords(stage)
const ruth = await stage.as('Ruth Adeyemi')
const client = new pg.Client({ connectionString: stage.url_of_database })
await client.connect()
await client.query(`set waymark.area_id = '${ruth.actor.area_id}'`)
await client.query('update access.member set roles = $1 where member_id = $2', [
  Object.keys(ROLES),
  ruth.actor.actor_id,
])
await client.end()

// Files, what programs ask for, and what only leads on.
const NO_PAGE = /\.\w+$|^\/$|^\/api\/|^\/health$|callback$|^\/sign-in\/organisation\//

const pages = allRoutes(stage.options, stage.modules)
  .filter((one) => one.kind === 'screen' || (one.method === 'GET' && !NO_PAGE.test(one.url)))
  .map((one) => addressOf(one.url, records))

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  const page = await stage.window('Ruth Adeyemi', { width: 320 })
  if (!scripts) await page.route('**/*.js', (route) => route.abort())
  const asked: string[] = []
  const errors: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|violates/.test(message.text()))
      errors.push(message.text())
  })
  for (const path of ['/sign-in', ...pages])
    test(`${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} ${how}`, async () => {
      errors.length = 0
      const response = await page.goto(path)
      assert.ok((response?.status() ?? 500) < 500)
      assert.deepEqual(await accessibilityProblems(page), [])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= 320, `${wide} px wide`)
      assert.deepEqual(errors, [])
      assert.ok(
        asked.every((url) => url.startsWith(stage.url)),
        'asked a third party',
      )
    })
}
