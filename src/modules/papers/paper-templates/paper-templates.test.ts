import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { makeThemePaper, startPaper } from '../plan-papers/plan-papers-cast.ts'
import { bare } from '../plan-papers/original-facts.ts'
import { TEMPLATES } from '../templates/template.ts'
import { draftOf, templateFrom } from './draft.ts'
import { fillTemplate, sender } from './template-cast.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
await makeThemePaper(nell, 2)
const { cycle_id } = await nell.act((ctx) =>
  ctx.db.selectFrom('delivery_plan.cycle').select('cycle_id').executeTakeFirstOrThrow(),
)

const send = sender(nell)
const headings = (html: string) =>
  [
    ...html.slice(html.indexOf('<article'), html.indexOf('</article>')).matchAll(/<h2[^>]*>([^]*?)<\/h2>/g),
  ].map(([, words]) => bare(words!))

const made = await send('/paper-templates/start', { name: 'For the Panel', start_from: 'empty:plan' })
const template_id = idIn(made)

test('each template that comes with the program is the same once it has been a draft', () => {
  for (const standard of TEMPLATES) {
    const again = templateFrom(standard.name, draftOf(structuredClone(standard)))
    const named = standard.sections.map(({ title, blocks }) => [title, blocks])
    assert.deepEqual(
      again.sections.map(({ title, blocks }) => [title, blocks]),
      named,
    )
    assert.deepEqual(again.appendices, standard.appendices)
    assert.deepEqual(again.after_sections, standard.after_sections)
    assert.deepEqual(again.summary, standard.summary)
    assert.deepEqual(again.figures, standard.figures)
  }
})

test('an analyst makes a template on pages: sections, what each holds, in what order', async () => {
  await fillTemplate(send, made)
  // A figure is put in from the list.
  const shown = await nell.post(`${made}/sections/2/blocks/1`, {
    words: 'So far there were',
    figure: 'referrals received',
    then: 'insert',
  })
  assert.match(shown.text, /So far there were \{\{ referrals received \}\}/)
  const page = bare((await nell.get(made)).text)
  assert.match(page, /In short one page summary .* 1 Recommendation .* Deliverables appendix/)
  assert.match(page, /So far there were referrals received of referrals received the period before/)
})

test('what cannot be is said: an unknown figure, a second summary, an empty section, a name that is taken', async () => {
  const wrong = await nell.post(`${made}/sections/2/blocks/1`, { words: 'We had {{ unicorns }}' })
  assert.match(bare(wrong.text), /There is no figure called unicorns/)
  const twice = await nell.post(`${made}/sections/add`, { heading: 'Again', kind: 'summary' })
  assert.match(twice.text, /There is a one-page summary already/)
  const taken = await nell.post('/paper-templates/start', { name: 'for the panel', start_from: 'empty:plan' })
  assert.match(taken.text, /There is a template of this name already/)
  const nothing = await nell.post('/paper-templates/start', { name: 'Other', start_from: 'X' })
  assert.match(nothing.text, /Select what you start from/)
  assert.equal((await nell.get(`${made}/sections/9`)).status, 404)
  assert.equal((await nell.get(`${made}/sections/2/blocks/9`)).status, 404)
})

test('it is shown over the latest records, kept as a version, and a paper keeps the version it began with', async () => {
  const preview = await nell.get(`${made}/preview`)
  assert.deepEqual(headings(preview.text).slice(0, 3), ['Contents', 'In short', '1 Recommendation'])
  const early = await nell.get(`/plan-papers/start/${cycle_id}`)
  assert.ok(!early.text.includes('For the Panel'), 'no version is in use yet')
  await send(`${made}/keep`)
  const about = {
    template: template_id,
    theme: /Helping/,
    meeting: '2020-03-30',
    report_to: 'Police and Crime Panel',
    agenda_item: '4',
  }
  const first = await startPaper(nell, cycle_id, about)
  const before = await nell.get(first)
  assert.deepEqual(headings(before.text), [
    'Contents',
    'In short',
    '1 Recommendation',
    'Deliverables',
    'Figures in this paper',
  ])
  const text = bare(before.text)
  assert.match(text, /To the Panel Theme 2 Helping and Supporting Victims/)
  assert.match(text, /1 1 So far there were 0 of 0 1 2 To note this/)
  assert.match(text, /Recommendation To note this/)
  assert.ok(
    before.text.indexOf('app-chart') < before.text.lastIndexOf('Further embed the new Victim CARE model'),
  )
  // Changed and kept again: the paper begun before stays, the next is by the new version.
  await send(`${made}/sections/2/change`, { heading: 'What you are asked', kind: 'plain' })
  await send(`${made}/keep`)
  assert.equal(bare((await nell.get(first)).text), text)
  const second = await nell.get(await startPaper(nell, cycle_id, about))
  assert.deepEqual(headings(second.text).slice(1, 3), ['In short', 'What you are asked'])
  assert.match(bare((await nell.get(made)).text), /Version 2 kept by Nell Wainwright/)
})

test('a template belongs to the office that made it', async () => {
  const wilf = await t.as('Wilf Dixon', 'cumbria')
  assert.equal((await wilf.get(made)).status, 404)
  const ruth = await t.as('Ruth Adeyemi')
  assert.equal((await ruth.get(made)).status, 404)
  assert.ok(!(await ruth.get('/papers/start')).text.includes('For the Panel'))
})
