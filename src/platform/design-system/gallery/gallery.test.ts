import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { Server } from 'node:http'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../test-browser.ts'
import { GALLERY } from './pages.ts'
import { addressOf, serveGallery } from './serve-gallery.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let server: Server
let browser: Browser
before(async () => {
  server = await serveGallery(0)
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.close()
})

async function faultsOf(tab: Page): Promise<string[]> {
  await tab.evaluate(AXE)
  const results: AxeResults = await tab.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`)
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

describe('every component and pattern can be used by everyone', () => {
  for (const scripts of [true, false])
    for (const width of scripts ? [1280, 320] : [320])
      for (const path of Object.keys(GALLERY))
        test(`${path} at ${width} px ${scripts ? 'with' : 'without'} JavaScript`, async () => {
          const tab = await browser.newPage({ viewport: { width, height: 844 } })
          // The test itself needs JavaScript in the browser, so the page's own is kept from it.
          if (!scripts) await tab.route('**/*.js', (route) => route.abort())
          const said: string[] = []
          const asked: string[] = []
          tab.on('console', (message) => message.type() === 'error' && said.push(message.text()))
          tab.on('pageerror', (error) => said.push(error.message))
          tab.on('request', (request) => asked.push(request.url()))

          await tab.goto(addressOf(server, path), { waitUntil: scripts ? 'networkidle' : 'load' })
          assert.deepEqual(await faultsOf(tab), [])
          if (scripts) assert.deepEqual(said, [], 'the content policy and the scripts have nothing to say')
          for (const url of asked) assert.ok(url.startsWith(addressOf(server, '/')), url)
          assert.doesNotMatch(asked.join(), /woff|crest|crown/)
          const wide: number = await tab.evaluate('document.documentElement.scrollWidth')
          assert.ok(wide <= width, `${wide} px wide`)
          await tab.close()
        })
})

test('the official scripts start, and a menu opens within the page', async () => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 844 } })
  await tab.goto(addressOf(server, '/patterns'), { waitUntil: 'networkidle' })
  await tab.getByRole('button', { name: 'Days waiting' }).click()
  assert.equal(await tab.locator('.app-table--stack tbody th').first().innerText(), "Siobh\u00e1n O'Hara")
  await tab.getByRole('button', { name: 'Actions' }).click()
  for (const width of [1280, 320]) {
    await tab.setViewportSize({ width, height: 844 })
    const item = await tab.getByRole('button', { name: 'Record a contact attempt' }).boundingBox()
    assert.ok(item && item.x >= 0 && item.x + item.width <= width, `${width} px`)
  }
  await tab.close()
})

test('who a page is about stays in sight on a phone', async () => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 720 },
  ]) {
    const tab = await browser.newPage({ viewport })
    await tab.goto(addressOf(server, '/patterns'))
    const facts = await tab.locator('.app-identity-bar__facts').boundingBox()
    assert.ok(facts && facts.y + facts.height < viewport.height)
    await tab.close()
  }
})
