import { after } from 'node:test'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../src/platform/test-browser.ts'
import { testApp, type TestApp } from '../src/testing/cast.ts'

export type Stage = TestApp & {
  url: string
  /** Signs in to the database as an administrator, for what no page can do. */
  url_of_database: string
  browser: Browser
  /** A window of its own for one of the cast, at a width, with or without JavaScript. */
  window: (name: string | undefined, look?: { width?: number; javascript?: boolean }) => Promise<Page>
}

/** The whole of Waymark over real HTTP on loopback, and a browser in front of it; both end with the file's tests. */
export async function setTheStage(options: Parameters<typeof testApp>[0] = {}): Promise<Stage> {
  const t = await testApp(options)
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const started = serve(
      { fetch: t.app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false },
      () => done(started),
    )
  })
  const url = `http://localhost:${(server.address() as { port: number }).port}`
  const browser = await openBrowser()
  const contexts: BrowserContext[] = []
  after(async () => {
    for (const context of contexts) await context.close()
    await browser.close()
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  return {
    ...t,
    url_of_database: t.url,
    url,
    browser,
    window: async (name, { width = 1280, javascript = true } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        javaScriptEnabled: javascript,
        baseURL: url,
      })
      contexts.push(context)
      if (name) {
        const [cookie = '', value = ''] = (await t.as(name)).cookie.split('=')
        await context.addCookies([{ name: cookie, value, url }])
      }
      // Nothing from a third party: any other address asked for is a failure of the page.
      await context.route(
        (asked) => asked.origin !== url,
        (route) => route.abort(),
      )
      const page = await context.newPage()
      if (!javascript) withoutScripts.add(page)
      return page
    },
  }
}

const withoutScripts = new WeakSet<Page>()

/**
 * What axe finds wrong with the page as it stands (WCAG 2.2 AA), one line each. axe itself waits on timers, which never come where scripts are
 * off: such a page is looked at in another window, as it is there and without a script of its own.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // A page is looked at once it is there: a click may still be on its way to the next.
  await page.locator('main h1, main h2').first().waitFor()
  await page.waitForLoadState('load')
  if (!withoutScripts.has(page)) return problemsNow(page)
  const html = (await page.content())
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<\/?noscript>/g, '')
  const context = await page.context().browser()!.newContext({ viewport: page.viewportSize() })
  try {
    await context.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: html }))
    const copy = await context.newPage()
    await copy.goto(page.url())
    return await problemsNow(copy)
  } finally {
    await context.close()
  }
}

async function problemsNow(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
        }
      }
    ).axe.run
    return run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  })
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}`))
}
