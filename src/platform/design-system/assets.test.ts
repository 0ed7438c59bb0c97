import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { assets, assetUrl, bytesOf } from './assets.ts'
import { html } from './html.ts'
import { GALLERY } from './gallery/pages.ts'
import { layout } from './page/layout.ts'

const textOf = (name: string) => String(bytesOf(assets.find(({ url }) => url === assetUrl(name))!))

test('no browser has an address to ask for the typeface of GOV.UK', () => {
  const css = 'govuk/govuk-frontend.min.css'
  const shipped = readFileSync(assets.find(({ url }) => url === assetUrl(css))!.file, 'utf8')
  assert.match(shipped, /@font-face/)
  assert.doesNotMatch(textOf(css), /@font-face|\/fonts\//)
  // Nothing else is missing.
  assert.equal(textOf(css).length, shipped.length - shipped.match(/@font-face\{[^}]*\}/g)!.join('').length)
})

test('every address that our CSS and scripts name is served, but for the crest', () => {
  const served = new Set(assets.map(({ url }) => url))
  const wanted = ['govuk/govuk-frontend.min.css', 'moj/moj-frontend.min.css', 'app/app.css'].flatMap((name) =>
    [...textOf(name).matchAll(/url\(["']?(.*?)["']?\)/g)].map(([, url]) => url),
  )
  const missing = new Set(wanted.filter((url) => url && !served.has(url)))
  for (const url of missing) assert.match(url ?? '', /govuk-crest/)
  for (const [, path] of textOf('app/init.js').matchAll(/'\.\.\/(.+?)'/g)) assert.ok(assetUrl(path ?? ''))
})

test('the first page is under 100 KB as it is sent', () => {
  const names = [
    'govuk/govuk-frontend.min.css',
    'govuk/govuk-frontend.min.js',
    'moj/moj-frontend.min.css',
    'moj/moj-frontend.min.js',
  ]
  const own = ['app/app.css', 'app/init.js', 'app/supported.js', 'app/icon.svg']
  const page = GALLERY['/patterns']
  assert.ok(page)
  const document = layout(page, {
    nonce: 'n',
    csrf: 'c',
    currentUrl: '/',
    service: { name: 'Waymark', url: '/' },
    navigation: [],
    demonstration: html`x`,
  })
  const texts = [document, ...[...names, ...own].map(textOf)]
  for (const compress of [gzipSync, brotliCompressSync]) {
    const bytes = texts.reduce((sum, text) => sum + compress(text).length, 0)
    assert.ok(bytes < 100_000, `${bytes} bytes`)
  }
})

test('an asset that is not there is a defect', () => {
  assert.throws(() => assetUrl('app/none.css'), /no asset/)
})
