// Papers as they were approved: opened by LibreOffice, their words exactly and their pages as pictures. After a change that is meant,
// WAYMARK_APPROVE=1 keeps what is printed now; look at the pictures before committing them.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { idIn, testApp } from '../../../testing/cast.ts'
import { makeSmallService, startSmallPaper } from '../../../testing/publication-cast.ts'
import { fillTemplate, sender } from '../paper-templates/template-cast.ts'
import { makeCumbriaPaper, makeThemePaper, readThemeIn, startPaper } from '../plan-papers/plan-papers-cast.ts'
import { contactSheet, type Grey, readPng, unlike, writePng } from './grey-picture.ts'
import { cannotCompare, cannotPrint, printFile } from './print-file.ts'

const APPROVED = join(import.meta.dirname, 'approved')
/** The share of a sheet that may differ: how letters are drawn does not reach it, a line that moved does. */
const MOST = 0.01

const t = await testApp({ clock: () => new Date('2026-11-23T09:00:00Z') })

/** Holds what is printed against what was approved, or keeps it as approved. */
function assertApproved(name: string, now: string | Buffer, alike: (approved: Buffer) => void) {
  const path = join(APPROVED, name)
  if (process.env['WAYMARK_APPROVE'] === '1') writeFileSync(path, now)
  assert.ok(existsSync(path), `${name} has never been approved`)
  alike(readFileSync(path))
}

const [nell, ruth, wilf] = [
  await t.as('Nell Wainwright'),
  await t.as('Ruth Adeyemi'),
  await t.as('Wilf Dixon', 'cumbria'),
]
const cycle_id = await readThemeIn(nell, 2)

/** A paper by a template that an analyst made on pages. */
async function makeByOwnTemplate(): Promise<string> {
  const send = sender(nell)
  const made = await send('/paper-templates/start', { name: 'For the Panel', start_from: 'empty:plan' })
  await fillTemplate(send, made)
  await send(`${made}/keep`)
  return startPaper(nell, cycle_id, {
    template: idIn(made),
    theme: /Helping/,
    meeting: '2020-03-30',
    report_to: 'Police and Crime Panel',
    agenda_item: '4',
  })
}

async function makeServiceReport(): Promise<string> {
  await ruth.act((ctx) => makeSmallService(ctx, 240))
  return `/papers/${await startSmallPaper(ruth, 'Quarterly meetings are held.')}`
}

const made = [
  { name: 'theme-2', someone: nell, url: await makeThemePaper(nell, 2, cycle_id) },
  { name: 'own-template', someone: nell, url: await makeByOwnTemplate() },
  { name: 'theme-1', someone: nell, url: await makeThemePaper(nell, 1) },
  { name: 'service', someone: ruth, url: await makeServiceReport() },
  { name: 'cumbria', someone: wilf, url: await makeCumbriaPaper(wilf) },
]

for (const { name, someone, url } of made) {
  test(`${name} on its page is as it was approved`, async () => {
    const { text } = await someone.get(url)
    const article = text
      .slice(text.indexOf('<article'), text.indexOf('</article>'))
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replaceAll(/said_[0-9a-f_]{36}/g, 'said_ID')
      // Another style sheet is another address, and no change of the paper.
      .replaceAll(/\/assets\/[0-9a-f]+\//g, '/assets/')
      .replaceAll(/(<(?:p|h\d|tr|li|div|table|section|figure)\b)/g, '\n$1')
    assertApproved(`${name}.html.txt`, `${article}\n`, (approved) =>
      assert.equal(`${article}\n`, approved.toString()),
    )
  })

  for (const ending of ['docx', 'odt'] as const)
    test(`${name} as .${ending} prints as it was approved`, { skip: cannotPrint() }, async (it) => {
      const file = await someone.get(`${url}/paper.${ending}`)
      const { words, pages } = await printFile(new Uint8Array(await file.response.arrayBuffer()), ending)
      const compare = cannotCompare()
      if (compare) {
        it.diagnostic(`${compare}: words are compared whatever page they are on, pictures are not`)
        const sorted = (text: string) => text.split(/\s+/).sort().join('\n')
        return assertApproved(`${name}.${ending}.txt`, words, (approved) =>
          assert.equal(sorted(words), sorted(approved.toString())),
        )
      }
      assertApproved(`${name}.${ending}.txt`, words, (approved) => assert.equal(words, approved.toString()))
      const sheet = contactSheet(pages)
      assertApproved(`${name}.${ending}.png`, writePng(sheet), (approved) => {
        const share = unlike(readPng(approved), sheet)
        it.diagnostic(
          `${pages.length} pages; ${(share * 100).toFixed(2)}% of the sheet differs (at most ${MOST * 100}%)`,
        )
        assert.ok(share <= MOST, `${(share * 100).toFixed(1)}% of the sheet is not as approved`)
      })
    })
}

/** Lines of text as they are in the pictures: dark on white. */
const page = (lines: readonly number[]): Grey => {
  const [width, height] = [84, 118]
  const pixels = new Uint8Array(width * height).fill(255)
  for (const line of lines) pixels.fill(150, (6 + line * 2) * width + 8, (6 + line * 2) * width + 76)
  return { width, height, pixels }
}
const TEXT = Array.from({ length: 40 }, (_, line) => line).filter((line) => line % 7 !== 6)

test('a picture is like itself however its letters are drawn, and unlike one whose lines have moved', () => {
  assert.equal(unlike(readPng(writePng(page(TEXT))), page(TEXT)) <= MOST, true)
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 84 * 118, maxLength: 84 * 118 }),
      (noise) => {
        const drawn = page(TEXT)
        const pixels = drawn.pixels.map((grey, at) => Math.max(0, Math.min(255, grey + noise[at]!)))
        assert.ok(unlike({ ...drawn, pixels }, page(TEXT)) <= MOST)
      },
    ),
    { numRuns: 10 },
  )
  assert.ok(unlike(page(TEXT), page(TEXT.map((line) => line + 1))) > MOST, 'a line lower')
  assert.ok(unlike(page(TEXT), page(TEXT.slice(0, -2))) > MOST, 'two lines fewer')
})
