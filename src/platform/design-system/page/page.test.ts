import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../html.ts'
import { csrfField } from './csrf-field.ts'
import { formPage } from './form-page.ts'
import type { Frame } from './frame.ts'
import { layout } from './layout.ts'
import { page } from './page.ts'
import { toAscii } from './to-ascii.ts'
import { GALLERY } from '../gallery/pages.ts'

const FRAME: Frame = {
  nonce: 'n0nce',
  csrf: 'a-token',
  currentUrl: '/cases/1?tab=2',
  service: { name: 'Waymark', url: '/' },
  navigation: [
    { text: 'Cases', href: '/cases' },
    { text: 'Figures', href: '/figures' },
  ],
}
const titleOf = (document: string) => /<title>(.*?)<\/title>/.exec(document)?.[1]

test('a page shows its heading and, in its title, nothing that the caption says', () => {
  const document = layout(
    page({ title: 'Case', heading: 'Ade Bello', caption: 'Restricted' }, html`<p>Body</p>`),
    FRAME,
  )
  assert.equal(titleOf(document), 'Case - Waymark')
  assert.match(document, /Restricted<\/span><h1 class="govuk-heading-l">Ade Bello<\/h1><p>Body<\/p>/)
  assert.match(document, /<a class="govuk-service-navigation__link" href="\/cases" aria-current="true">/)
  assert.match(document, /<a class="govuk-service-navigation__link" href="\/figures">/)
})

test('more pages than fit a row stand under More, which tells where one is', () => {
  const pages = Array.from({ length: 12 }, (_, i) => ({ text: `Page ${i}`, href: `/p${i}` }))
  const at = (currentUrl: string) =>
    layout(page({ title: 'Case' }, html`<p>Body</p>`), { ...FRAME, currentUrl, navigation: pages })
  assert.equal(at('/p0').match(/<a class="govuk-service-navigation__link" href="\/p\d+"/g)?.length, 12)
  assert.match(at('/p0'), /\/p6"[^]*<summary[^>]*>More<\/summary>[^]*\/p7"/)
  assert.match(at('/p9/1'), /More<span class="govuk-visually-hidden">, you are in Page 9<\/span>/)
})

test('a page may bring its own heading, and may depend on the request', () => {
  const document = layout(
    page({ title: 'Search', heading: false }, (frame) => html`<h1>${frame.currentUrl}</h1>`),
    FRAME,
  )
  assert.equal(document.match(/<h1/g)?.length, 1)
  assert.match(document, /<h1>\/cases\/1\?tab=2<\/h1>/)
})

test('a refused form says so in the title and lists what to do', () => {
  const errors = [{ text: 'Enter the date', href: '#contacted_on' }]
  const document = layout(formPage({ title: 'Record' }, html``), { ...FRAME, errors })
  assert.equal(titleOf(document), 'Error: Record - Waymark')
  assert.match(document, /There is a problem[\s\S]*<a href="#contacted_on">Enter the date<\/a>/)
})

test('every form carries the token of its request', () => {
  const body = html`<form method="post">${csrfField()}</form>`
  const document = layout(formPage({ title: 'Record', submit: 'Send', multipart: true }, body), {
    ...FRAME,
    csrf: '$&"',
  })
  const forms = document.match(/<form/g)?.length
  assert.equal(document.match(/name="_csrf" value="\$&amp;&quot;">/g)?.length, forms)
  assert.match(document, /<form method="post" enctype="multipart\/form-data" novalidate>/)
  assert.match(document, />Send<\/button>/)
})

test('text that imitates the place of the token gets none', () => {
  const document = layout(page({ title: 'A' }, html`<p>${String(csrfField())}</p>`), FRAME)
  assert.doesNotMatch(document, /a-token/)
})

test('nothing runs or is styled inline, and every script carries the nonce', () => {
  for (const one of Object.values(GALLERY)) {
    const document = layout(one, { ...FRAME, flash: 'Done', demonstration: true })
    assert.doesNotMatch(document, /<style|\sstyle=|\son[a-z]+=|javascript:/i)
    const scripts = document.match(/<script[\s\S]*?<\/script>/g) ?? []
    assert.ok(scripts.length > 0)
    for (const script of scripts) assert.match(script, /^<script[^>]* nonce="n0nce" src="[^"]+"><\/script>$/)
  }
})

test('it does not look like a gov.uk service', () => {
  const document = layout(page({ title: 'Start' }, html``), FRAME)
  assert.doesNotMatch(document, /gov\.uk|crown|govuk-logo|govuk-header/i)
})

test('a document in ASCII reads the same, and hides nothing', () => {
  assert.equal(
    toAscii('<p title="caf\u00e9">\u017bó\u0142\u0107 \u{1F469}</p>'),
    '<p title="caf&#xe9;">&#x17b;&#xf3;&#x142;&#x107; &#x1f469;</p>',
  )
  assert.equal(toAscii('cod\u202eexe \u0000'), 'cod[U+202E]exe [U+0000]')
  assert.equal(toAscii('Zo\u00eb\u2019s \u00ad'), 'Zo&#xeb;&#x2019;s [U+00AD]')
  const plain = '<p>Plain\n\ttext</p>'
  assert.equal(toAscii(plain), plain)
})
