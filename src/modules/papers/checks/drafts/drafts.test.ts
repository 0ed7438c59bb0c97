import assert from 'node:assert/strict'
import test from 'node:test'
import { checkPaper } from '#papers'
import { idIn, type Someone, testApp } from '../../../../testing/cast.ts'
import { getPaper } from '../../drafts/queries.ts'
import {
  date,
  makeCumbriaPaper,
  makeThemePaper,
  writeThemePaper,
} from '../../plan-papers/plan-papers-cast.ts'
import { printPaper } from '../../writing/print-paper.ts'
import { draftAsPaper } from './draft-as-paper.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const craig = await t.as('Craig Galloway')
const nell = await t.as('Nell Wainwright')

const service = (
  await ruth.post('/papers/start', {
    template: 'service-report',
    ...date('period_from', '2018-01-01'),
    ...date('period_to', '2018-12-31'),
    report_to: 'Performance Meeting',
    ...date('meeting_on', '2019-03-07'),
    report_author: 'Ruth Adeyemi',
    is_public: 'yes',
  })
).location!
await ruth.post(`${service}/sections/8`, { words: 'The service now has 29 registered Community Points.' })
await ruth.post(`${service}/submit`)
// What signing keeps: how a paper is signed is another test's.
await craig.act(async (ctx) => {
  const paper = await getPaper(ctx, idIn(service))
  const { paper_id, held_by, given_to } = paper
  const { document, figures } = await printPaper(ctx, paper)
  await ctx.db
    .insertInto('papers.sign_off')
    .values({
      paper_id,
      held_by,
      given_to,
      document: JSON.stringify(document),
      figures: JSON.stringify(figures),
    })
    .execute()
})
const theme = await writeThemePaper(nell, 2)

const found = async (rule: string, paper = theme) =>
  (await nell.act((ctx) => checkPaper(ctx, idIn(paper)))).findings.filter((one) => one.rule === rule)

test('a count that a provider’s report gave otherwise is told in a theme’s paper of the office', async () => {
  assert.deepEqual(
    (await found('given-before')).map(({ why }) => why),
    [34, 32].map(
      (now) =>
        `The paper for 7 March 2019 gave 29 (“The service now has 29 registered Community Points.”); this one gives ${now}.`,
    ),
  )
})

test('a number is typed by hand until somebody says where it comes from', async () => {
  const before = await found('figures-behind')
  assert.ok(before.some(({ about, where }) => about === '34' && where.startsWith('deliverable 1,')))
  assert.equal((await nell.post(`${theme}/sources/updates`)).status, 303)
  assert.deepEqual(await found('figures-behind'), [])
})

test('that a number has a source does not say what a share is of', async () => {
  const paper = await makeThemePaper(nell, 1)
  // Sources are of digits: a number in words stays told.
  assert.deepEqual(
    (await found('figures-behind', paper)).map(({ about }) => about),
    ['eleven'],
  )
  assert.deepEqual(
    (await found('percent-without-n', paper)).map(({ where }) => where.split(',')[0]),
    ['deliverable 11', 'deliverable 15'],
  )
})

test('each part leads to the section it is written in, also one without a number; what nobody writes leads nowhere', async () => {
  const wilf = await t.as('Wilf Dixon', 'cumbria')
  const objective = await makeCumbriaPaper(wilf)
  const underHeading = async (who: Someone, url: string, words: RegExp) => {
    const { parts } = await who.act(async (ctx) => draftAsPaper(ctx, await getPaper(ctx, idIn(url))))
    const under = parts.filter((part) => part.kind !== 'picture' && words.test(part.section))
    assert.ok(under.length > 1, String(words))
    return [...new Set(under.map(({ href }) => href?.replace(url, '')))]
  }
  for (const [who, url, words, href] of [
    [wilf, objective, /^Executive summary$/, '/sections/summary'],
    [wilf, objective, /^Recommendation$/, '/sections/recommendation'],
    [wilf, objective, /^Overview/, '/sections/1'],
    [ruth, service, /^Summary on one page$/, '/sections/summary'],
    [ruth, service, /^Background papers/, '/sections/13'],
    [ruth, service, /^Appendix A/, undefined],
    [ruth, service, /^Appendix B/, undefined],
  ] as const)
    assert.deepEqual(await underHeading(who, url, words), [href], String(words))
})

test('a draft’s charts are read as pictures with words and as tables, and what leads somewhere says where', async () => {
  const url = 'https://www.example.org/publications/2018/december/appendix-c-version-2'
  assert.equal((await nell.post(`${theme}/sections/2`, { words: `To note this: ${url}` })).status, 303)
  const { parts, links } = await nell.act(async (ctx) => draftAsPaper(ctx, await getPaper(ctx, idIn(theme))))
  const charts = parts.filter(({ where }) => where.startsWith('the chart “Deliverables by status'))
  assert.deepEqual(
    charts.map((part) =>
      part.kind === 'picture' ? part.alt.length > 20 : part.kind === 'table' && part.header,
    ),
    [true, ['Reporting cycle', 'Green', 'Amber', 'Red', 'White', 'Not rated']],
  )
  assert.deepEqual(
    links.map(({ text }) => text),
    [url, 'revised Police and Crime Delivery Plan (2019-20)'],
  )
  assert.deepEqual(
    (await found('accessibility')).map(({ about, why }) => [about, /do not say where/.test(why)]),
    [[url, true]],
  )
})

test('what an earlier signed paper tells in its table of deliverables is held against a later one', async () => {
  const paper_id = idIn(theme)
  await craig.act(async (ctx) => {
    const paper = await getPaper(ctx, paper_id)
    const { document, figures } = await printPaper(ctx, paper)
    await ctx.db
      .insertInto('papers.sign_off')
      .values({
        paper_id,
        held_by: paper.held_by,
        document: JSON.stringify(document),
        figures: JSON.stringify(figures),
      })
      .execute()
  })
  const later = (
    await nell.post('/papers/start', {
      template: 'service-report',
      ...date('period_from', '2018-01-01'),
      ...date('period_to', '2018-12-31'),
      report_to: 'Panel',
      ...date('meeting_on', '2020-09-01'),
      report_author: 'Nell Wainwright',
      is_public: 'yes',
    })
  ).location!
  await nell.post(`${later}/sections/8`, { words: 'The service now has 38 registered Community Points.' })
  const whys = (await found('given-before', later)).map(({ why }) => why)
  assert.ok(
    whys.some((why) =>
      /paper for 4 March 2020 gave 34 \(“As at the end of Quarter 2 the Victim CARE/.test(why),
    ),
    whys.join('\n'),
  )
})
