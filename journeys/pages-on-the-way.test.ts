// Pages that are there only on the way, and so never for whoever walks through every page: signing in for the first time and with a code, a
// break-glass to review, and a case that is offered. Each at 320 px, with scripts and without: axe finds nothing, and nothing is too wide.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#platform/act.ts'
import { showOrganisation } from '../src/modules/access/accounts/account-keys.ts'
import { inviteMember } from '../src/modules/access/first-sign-in/invite-member.ts'
import { makeMatrixRecords } from '../src/testing/matrix-records.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage()
const records = await makeMatrixRecords(stage)
const PASSWORD = 'violin gravel teapot'
const NARROW = 320

async function looksRight(page: Page, heading: RegExp) {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  assert.deepEqual(await accessibilityProblems(page), [])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= NARROW, `${String(heading)}: ${wide} px wide`)
}

/** The code that an administrator hands over, and the address that it is for. */
async function invited(name: string) {
  const someone = await stage.as(name)
  const { actor_id: member_id, organisation_id } = someone.actor
  return someone.act(async (ctx) => {
    await showOrganisation(ctx, organisation_id)
    const { email } = await ctx.db
      .selectFrom('access.account')
      .select('email')
      .where('member_id', '=', member_id)
      .executeTakeFirstOrThrow()
    return { email, code: (await inviteMember(ctx, stage.secret, { member_id, organisation_id })).code }
  })
}

for (const [name, javascript] of [
  ['Dan Jessop', true],
  ['Noor Hale', false],
] as const) {
  const how = javascript ? 'with scripts' : 'without scripts'

  test(`somebody signs in for the first time, and another day with a code, ${how}`, async () => {
    const { email, code } = await invited(name)
    const page = await stage.window(undefined, { width: NARROW, javascript })
    const go = (button: RegExp) => page.locator('main').getByRole('button', { name: button }).click()
    await page.goto('/first-sign-in')
    await looksRight(page, /first/i)
    await page.locator('main input[name=code]').fill(code)
    await go(/continue/i)
    await looksRight(page, /Choose a password/)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.locator('input[name=again]').fill(PASSWORD)
    await go(/continue|choose|save/i)
    await looksRight(page, /app/i)
    const key = (await page.locator('.app-code').first().textContent())!.replaceAll(' ', '')
    const codeAt = (timestamp: number) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp })
    await page.locator('main input[name=code]').fill(codeAt(Date.now()))
    await go(/continue|sign|check/i)
    await looksRight(page, /recovery codes|signed in/i)

    const later = await stage.window(undefined, { width: NARROW, javascript })
    await later.goto('/sign-in')
    await later.getByLabel('Nottinghamshire').check()
    await later.getByLabel('E-mail address').fill(email)
    await later.locator('input[name=password]').fill(PASSWORD)
    await later
      .locator('main')
      .getByRole('button', { name: /^(continue|sign in)$/i })
      .first()
      .click()
    await looksRight(later, /code/i)
    await later.locator('input[name=code]').fill('000000')
    await later.locator('main').getByRole('button').first().click()
    await later.locator('.govuk-error-summary').waitFor()
    await looksRight(later, /code/i)
    await later.goto('/sign-in/recovery-code')
    await looksRight(later, /recovery code/i)
  })
}

test('a break-glass to review and a case that is offered are pages like all others', async () => {
  const dan = await stage.as('Dan Jessop')
  const { team_id } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Protected cases')
      .executeTakeFirstOrThrow(),
  )
  const because = 'She rang from next door, and her worker is away'
  const offered = await dan.post(`/cases/${records['case_id']}/hand-over`, { offered_to: team_id, because })
  const entered = await dan.post('/break-glass', { team_id, hours: '1', reason: because })
  assert.deepEqual([offered.status, entered.status], [303, 303])
  const area = await stage.area()
  const { break_glass_id, hand_over_id } = await stage.act(
    { ...area, actor_id: dan.actor.actor_id, team_ids: [team_id] },
    { visit_id: newId(), query: {} },
    async (ctx) => ({
      ...(await ctx.db.selectFrom('access.break_glass').select('break_glass_id').executeTakeFirstOrThrow()),
      ...(await ctx.db.selectFrom('support.hand_over').select('hand_over_id').executeTakeFirstOrThrow()),
    }),
  )
  for (const javascript of [true, false]) {
    const lena = await stage.window('Lena Gorski', { width: NARROW, javascript })
    await lena.goto(`/hand-overs/${hand_over_id}`)
    await looksRight(lena, /case/i)
    const priya = await stage.window('Priya Raman', { width: NARROW, javascript })
    await priya.goto('/break-glass/review')
    await looksRight(priya, /break/i)
    await priya.goto(`/break-glass/${break_glass_id}/review`)
    await looksRight(priya, /review|glass/i)
  }
})
