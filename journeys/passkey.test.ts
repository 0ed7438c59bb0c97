// A member adds a passkey to their sign-in and afterwards signs in with it alone, in a real browser with an authenticator of its own, under
// the content security policy. Without scripts nothing is offered that would not work.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { assemble, makeApp } from '../src/app.ts'
import { testApp } from '../src/testing/cast.ts'
import { openBrowser } from '../src/platform/test-browser.ts'
import { accessibilityProblems } from './browser.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
let app: Hono
const server = await new Promise<ReturnType<typeof serve>>((done) => {
  const started = serve(
    {
      fetch: (request, env) => app.fetch(request, env),
      port: 0,
      hostname: '127.0.0.1',
      overrideGlobalObjects: false,
    },
    () => done(started),
  )
})
// A passkey belongs to one address: the app has to know its own.
const origin = `http://localhost:${(server.address() as { port: number }).port}`
const options = { ...t.options, origin }
app = makeApp(options, assemble(options))
const browser = await openBrowser()
after(async () => {
  await browser.close()
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
})

/** An authenticator in the browser, whose user is there and shows that it is them. */
async function giveAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a member adds a passkey and signs in with it alone', async () => {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  const refused: string[] = []
  page.on(
    'console',
    (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()),
  )
  await giveAuthenticator(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in as Dan Jessop' }).click()
  await page.goto('/your-sign-in')
  await page.getByLabel('Name for a new passkey').fill('Work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Your passkey is added').waitFor()
  assert.deepEqual(await accessibilityProblems(page), [])

  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.getByText('You have signed out').waitFor()
  await page.goto('/sign-in?next=/your-sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This browser, now').waitFor()
  await page.getByRole('cell', { name: 'Passkey', exact: true }).first().waitFor()
  assert.deepEqual(refused, [])
})

test('somebody who turns the device’s question away is told what to do', async () => {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await giveAuthenticator(page) // one that has no passkey of ours
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('No passkey was used. Try again, or go on without one.').waitFor()
})

test('without scripts no passkey is offered, and the password is', async () => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false)
  assert.equal(await page.getByLabel('Password', { exact: true }).isVisible(), true)
})

for (const path of [
  '/first-sign-in',
  '/your-sign-in/password',
  '/your-sign-in/app',
  '/your-sign-in/recovery-codes',
])
  test(`axe finds nothing on ${path}, and it fits 320 px`, async () => {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 320, height: 800 } })
    const [name = '', value = ''] = (await t.as('Dan Jessop')).cookie.split('=')
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    await page.goto(path)
    assert.deepEqual(await accessibilityProblems(page), [])
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
  })
