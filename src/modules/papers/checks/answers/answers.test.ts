import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { checkPaper } from '#papers'
import { idIn, testApp } from '../../../../testing/cast.ts'
import { SERVICE_IN_2018 } from '../../../../testing/publication-cast.ts'
import { wordsOf } from '../../../../testing/visitor.ts'
import { insistChecked } from './check-paper.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const craig = await t.as('Craig Galloway')
const paper_id = idIn((await ruth.post('/papers/start', SERVICE_IN_2018)).location)
const write = (words: string) => ruth.post(`/papers/${paper_id}/sections/8`, { words })
const check = () => ruth.act((ctx) => checkPaper(ctx, paper_id))

const SLIPS =
  'Sandra Whitfield was pleased. In November 2020 the team won an award.\n\nOf 120 people, 45 (40%) finished.'

test('a draft says what stops it, with the sentence, why, what to do and the way to where it is written', async () => {
  await write(SLIPS)
  const { findings, stopping } = await check()
  assert.deepEqual(
    findings
      .filter(({ severity }) => severity === 'stops')
      .map(({ rule, quote, href }) => [rule, quote, href]),
    [
      ['personal-data', 'Sandra Whitfield was pleased.', `/papers/${paper_id}/sections/8`],
      ['percentages', 'Of 120 people, 45 (40%) finished.', `/papers/${paper_id}/sections/8`],
      ['dates', 'In November 2020 the team won an award.', `/papers/${paper_id}/sections/8`],
    ],
  )
  assert.equal(stopping, 3)
  const page = await ruth.get(`/papers/${paper_id}/checks`)
  for (const words of [
    '3 things must be mended',
    'Sandra Whitfield was pleased.',
    '45 of 120 is 38%, not 40%.',
    'Answer with a reason',
    'paragraph 8.1',
  ])
    assert.ok(wordsOf(page.text).toLowerCase().includes(words.toLowerCase()), words)
  assert.doesNotMatch(/<title>[^<]*/.exec(page.text)![0], /Sandra/)
})

test('typed numbers are told apart from figures', async () => {
  const { findings } = await check()
  const typed = findings.filter(({ rule }) => rule === 'figures-behind')
  assert.deepEqual(
    typed.map(({ about }) => about),
    ['120, 45, 40%'],
  )
})

test('a paper is refused while something stops it, and not once everything is answered; an answer stands while its sentence does', async () => {
  await assert.rejects(
    ruth.act((ctx) => insistChecked(ctx, paper_id)),
    /found 3 things that must be mended or answered/,
  )
  const stops = (await check()).findings.filter(({ severity }) => severity === 'stops')
  for (const { key } of stops) {
    const url = `/papers/${paper_id}/checks/${key}`
    assert.equal((await ruth.get(url)).status, 200)
    assert.equal((await ruth.post(url, { reason: '' })).status, 422)
    assert.equal((await ruth.post(url, { reason: 'Agreed with her.' })).status, 303)
  }
  await ruth.act((ctx) => insistChecked(ctx, paper_id))
  const { text } = await ruth.get(`/papers/${paper_id}/checks`)
  assert.match(wordsOf(text), /Answered \(3\)/)
  assert.match(wordsOf(text), /Agreed with her\. \(Ruth Adeyemi/)
  await write(SLIPS.replace('was pleased', 'was very pleased'))
  const { stopping, findings } = await check()
  assert.equal(stopping, 1)
  assert.equal(findings.filter(({ answer }) => answer).length, 2)
})

test('what was answered is kept, and changes of it are kept too', async () => {
  const { key } = (await check()).findings.find(({ rule }) => rule === 'dates')!
  await ruth.post(`/papers/${paper_id}/checks/${key}`, { reason: 'A misprint in the award.' })
  const changes = await ruth.act((ctx) =>
    ctx.db
      .selectFrom('papers.finding_answer')
      .select(['reason', 'rule', 'quote'])
      .where('finding', '=', key)
      .execute(),
  )
  assert.deepEqual(changes, [
    { reason: 'A misprint in the award.', rule: 'dates', quote: 'In November 2020 the team won an award.' },
  ])
})

test('hostile words stay words', async () => {
  await write('<script>alert(1)</script> Sandra Whitfield said 45 (40%) of 120 people \u202E agreed.')
  const { text } = await ruth.get(`/papers/${paper_id}/checks`)
  assert.ok(!text.includes('<script>alert') && text.includes('&lt;script&gt;alert'))
  await write(SLIPS)
})

test('only those who hold or were given a paper see what was found in it; only its writers answer', async () => {
  const { key } = (await check()).findings[0]!
  assert.equal((await craig.get(`/papers/${paper_id}/checks`)).status, 404)
  assert.equal((await craig.post(`/papers/${paper_id}/checks/${key}`, { reason: 'Mine' })).status, 403)
  assert.equal((await ruth.get(`/papers/${paper_id}/checks/${'0'.repeat(32)}`)).status, 404)
  await ruth.post(`/papers/${paper_id}/submit`)
  const seen = wordsOf((await craig.get(`/papers/${paper_id}/checks`)).text)
  assert.match(seen, /Agreed with her\./, 'the office reads the answers before it signs')
  assert.doesNotMatch(seen, /Answer with a reason/)
})

const send = async (
  file: Uint8Array | string,
  name: string,
  text = '',
  earlier: Uint8Array | string = '',
) => {
  const page = await ruth.get('/paper-checks/start')
  const body = new FormData()
  body.append('_csrf', /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!)
  body.append('text', text)
  body.append('file', new File([file as BlobPart], name))
  if (earlier !== '') body.append('earlier', new File([earlier as BlobPart], 'earlier'))
  const came = await t.app.request('/paper-checks/start', {
    method: 'POST',
    body,
    headers: { cookie: ruth.cookie, origin: 'http://localhost' },
  })
  return { status: came.status, text: await came.text() }
}
const invented = readFileSync(
  join(import.meta.dirname, '..', 'corpus', 'invented', 'a1-quarterly-service.txt'),
  'utf8',
)

test('a file is checked and nothing of it is kept; so is pasted text; what is no paper is refused in words', async () => {
  const papers = () => ruth.act((ctx) => ctx.db.selectFrom('papers.paper').select('paper_id').execute())
  const before = await papers()
  for (const came of [await send(invented, 'paper.txt'), await send('', '', invented)]) {
    assert.equal(came.status, 200)
    assert.match(wordsOf(came.text), /231 is more than the 214 it is said to be of/)
    assert.match(wordsOf(came.text), /Nothing of it has been kept/)
  }
  const refused = await send(new Uint8Array([80, 75, 3, 4]), 'paper.docx')
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /could not be read as a Word document/)
  assert.match(refused.text, /href="#file"/)
  assert.deepEqual(await papers(), before)
  assert.ok(!t.logged().includes('Hartwright'))
})

test('a paper is held against one published before, chosen as a second file or pasted', async () => {
  const paper = (date: string, count: number) =>
    `Report to:\tBoard\nDate of Meeting:\t${date}\n\n1. Purpose\n\n1.1 The service now has ${count} registered community hubs.\n`
  const came = await send(paper('12 June 2024', 34), 'paper.txt', '', paper('12 March 2024', 29))
  assert.match(wordsOf(came.text), /The paper for 12 March 2024 gave 29/)
  assert.match(wordsOf(came.text), /held against/)
  const pasted = await ruth.post('/paper-checks/start', {
    text: paper('12 June 2024', 34),
    earlier_text: paper('12 March 2024', 29),
  })
  assert.match(wordsOf(pasted.text), /The paper for 12 March 2024 gave 29/)
  const wrong = await send(paper('12 June 2024', 34), 'paper.txt', '', new Uint8Array([80, 75, 3, 4]))
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /The earlier paper: This file could not be read/)
})
