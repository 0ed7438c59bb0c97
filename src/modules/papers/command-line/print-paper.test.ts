// Papers printed from the command line: any that was started, and one of any template, as every kind of file.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { VerbTools } from '#platform/cli/verb.ts'
import { idIn, testApp } from '../../../testing/cast.ts'
import { startSmallPaper } from '../../../testing/publication-cast.ts'
import { fillTemplate, sender } from '../paper-templates/template-cast.ts'
import { readThemeIn } from '../plan-papers/plan-papers-cast.ts'
import { listVerb } from './list-verb.ts'
import { printVerb } from './print-verb.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
await readThemeIn(nell, 2)
const paper_id = await startSmallPaper(nell, 'Words typed by hand.')
const send = sender(nell)
const made = await send('/paper-templates/start', { name: 'For the Panel', start_from: 'empty:plan' })
await fillTemplate(send, made)
await send(`${made}/keep`)
const folder = mkdtempSync(join(tmpdir(), 'print-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a verb with these options; gives what it said and its JSON. */
async function run(verb: typeof printVerb, rest: string[], options: Record<string, string | string[]>) {
  let said = ''
  let json: unknown
  const tools = {
    pools: t.pools,
    act: t.act,
    say: (line: string) => void (said += `${line}\n`),
    json: (value: unknown) => void (json = value),
  } as unknown as VerbTools
  await verb.run({ options: { area: 'nottinghamshire', ...options }, rest }, tools)
  return { said, json }
}
const PLAN = { cycle: 'Quarter 3', part: '2' }

test('a paper that was started is printed as it stands, by the id that the list gives', async () => {
  const { json } = await run(listVerb, [], {})
  assert.ok((json as { paper_id: string }[]).some((one) => one.paper_id === paper_id))
  const out = ['docx', 'odt', 'html'].map((ending) => join(folder, `paper.${ending}`))
  const { said } = await run(printVerb, [paper_id], { out, site: 'https://waymark.example.org' })
  assert.match(said, /Words typed by hand\./)
  const [docx, odt, page] = out.map((file) => new Uint8Array(readFileSync(file)))
  assert.match(strFromU8(unzipSync(docx!)['word/document.xml']!), /Words typed by hand/)
  assert.match(strFromU8(unzipSync(odt!)['content.xml']!), /Words typed by hand/)
  const html = strFromU8(page!)
  assert.match(html, /<style>[^]*Words typed by hand/)
  assert.match(html, /href="https:\/\/waymark\.example\.org\/papers\//)
  assert.doesNotMatch(html, /<link |<script|src="/)
})

test('a paper of each template is printed without being started', async () => {
  const period = { from: '2018-01-01', to: '2018-12-31' }
  assert.match((await run(printVerb, ['service-report'], period)).said, /1\. Purpose of the report/)
  for (const template of ['plan-theme-report', 'plan-objective-report', 'For the Panel']) {
    const { said } = await run(printVerb, [template], PLAN)
    assert.match(said, /Helping and Supporting Victims/, template)
    assert.match(said, /34 registered Community Points/, template)
  }
})

test('what cannot be printed is said with what there is', async () => {
  await assert.rejects(run(printVerb, ['no-such'], PLAN), /there are .*plan-theme-report.*For the Panel/)
  await assert.rejects(
    run(printVerb, ['plan-theme-report'], { cycle: 'Quarter 9', part: '2' }),
    /there are "Quarter 3" of/,
  )
  await assert.rejects(run(printVerb, ['plan-theme-report'], {}), /Say --cycle/)
  await assert.rejects(
    run(printVerb, [paper_id], { out: 'paper.pdf' }),
    /must end in \.docx, \.odt or \.html/,
  )
  await assert.rejects(run(printVerb, [paper_id], { area: 'cumbria' }), /This paper/)
  assert.equal(idIn(made).length, 36)
})
