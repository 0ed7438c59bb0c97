// A paper without a table: Cumbria's objective 3 of July 2022, a numbered section for each priority.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { getCycle, ratingsIn } from '../cycles/queries.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { getPlan, getYear, listThemes } from '../plans/queries.ts'
import { listUpdates } from '../updates/queries.ts'
import { readPlanText } from './reading/read-plan-text.ts'

const paper = readFileSync(
  join(
    import.meta.dirname,
    '..',
    '..',
    'papers',
    'plan-papers',
    'papers',
    'cumbria-2022-focus-on-victims.txt',
  ),
  'utf8',
)
const read = readPlanText(paper)
const bare = (text: string) => text.replaceAll(/[^A-Za-z0-9£%]+/g, ' ').trim()

test('each priority is read with its words, and what is taken or does not agree is told', () => {
  assert.deepEqual(
    read.deliverables.map(({ number, words, line }) => [number, words, line]),
    [
      [2, 'Commissioning Effective Victim Support Services', 26],
      [
        3,
        'Ensuring Victims are Offered their Entitlements under the Code of Practice for Victims of Crime',
        42,
      ],
      [4, 'Ensuring the Voices of Victims are Listened to', 46],
      [5, 'Maximising Funding Opportunities', 53],
      [6, 'Public Awareness Raising', 61],
    ],
  )
  assert.deepEqual(
    read.deliverables.map(({ updates }) => updates[0]!.words.split('\n\n').length),
    [8, 1, 2, 3, 2],
  )
  assert.deepEqual(read.theme, { number: 3, title: 'A Focus on Victims' })
  assert.deepEqual(read.doubts, [
    'The paper names no quarter: quarter 1 of 2022-23 is taken, the last that had ended on its date.',
    'It has no table: each numbered section was read as one thing to be delivered, with what is said of it.',
    'It names nobody who answers for them: OPCC is taken for all. It gives no colours: none is kept.',
    'Line 19 says Objective 1; the paper is about objective 3.',
  ])
})

test('no word of the paper is lost: it is in a deliverable, an update, or among the lines shown beside them', () => {
  const kept = bare(
    [
      ...read.rest.map(({ text }) => text),
      ...read.deliverables.flatMap(({ words, updates }) => [words, ...updates.map((one) => one.words)]),
    ].join(' '),
  ).split(' ')
  const count = (words: string[]) =>
    words.reduce((all, word) => all.set(word, (all.get(word) ?? 0) + 1), new Map<string, number>())
  const [before, after] = [count(bare(paper).split(' ')), count(kept)]
  const lost = [...before].filter(([word, times]) => (after.get(word) ?? 0) < times).map(([word]) => word)
  // The numbers of sections and paragraphs.
  assert.deepEqual(
    lost.filter((word) => !/^\d$/.test(word)),
    [],
  )
})

test('a person says what the paper does not, and it is kept in the office’s own words', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const sent = await nell.post('/plan-imports/start', { name: 'Objective 3, July 2022', text: paper })
  const about = (await nell.get(`${sent.location}/about`)).text
  assert.match(about, /name="theme_word"[^>]*value="Objective"/)
  const values = {
    plan_title: 'Police and Crime Plan 2021-25',
    'plan_starts_on-day': '1',
    'plan_starts_on-month': '11',
    'plan_starts_on-year': '2021',
    'plan_ends_on-day': '31',
    'plan_ends_on-month': '3',
    'plan_ends_on-year': '2025',
    theme_word: 'Objective',
    deliverable_word: 'Priority',
    theme_number: '3',
    theme_title: 'A Focus on Victims',
    year: '2021',
    quarter: 'q4',
  }
  const early = await nell.post(`${sent.location}/about`, values)
  assert.equal(early.status, 422)
  assert.match(early.text, /The year must lie within these days/)
  const said = await nell.post(`${sent.location}/about`, { ...values, year: '2022', quarter: 'q1' })
  assert.equal(said.location, sent.location)
  const review = wordsOf((await nell.get(sent.location!)).text)
  assert.match(review, /Reporting cycle Quarter 1, April to June 2022/)
  assert.doesNotMatch(review, /names no quarter/)
  const cycle_id = idIn((await nell.post(`${sent.location}/keep`)).location)
  assert.match((await nell.post(`${sent.location}/about`, values)).text, /has been kept already/)
  const year = await nell.act(async (ctx) => getYear(ctx, (await getCycle(ctx, cycle_id)).year_id))
  const [plan, themes] = await nell.act(async (ctx) => [
    await getPlan(ctx, year.plan_id),
    await listThemes(ctx, year.plan_id),
  ])
  assert.deepEqual([plan.theme_word, plan.deliverable_word], ['Objective', 'Priority'])
  assert.deepEqual(
    themes.map(({ number, title }) => [number, title]),
    [[3, 'A Focus on Victims']],
  )
  const kept = await nell.act((ctx) => listDeliverables(ctx, year.year_id))
  assert.deepEqual(
    kept.map(({ number, owners }) => [number, owners]),
    [2, 3, 4, 5, 6].map((number) => [number, 'OPCC']),
  )
  const [update] = await nell.act((ctx) => listUpdates(ctx, kept[0]!.deliverable_id))
  assert.deepEqual([update!.dated_on, update!.read_from], ['2022-07-04', 'Objective 3, July 2022, line 28'])
  assert.equal((await nell.act((ctx) => ratingsIn(ctx, cycle_id))).size, 0)
})

test('a paper that says nothing of its plan cannot be kept until a person has', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const sent = await nell.post('/plan-imports/start', { name: 'Bare', text: '1\tKD\tTackle fraud\tG' })
  const review = await nell.get(sent.location!)
  assert.match(wordsOf(review.text), /It cannot be kept before it is known what it is about/)
  const early = await nell.post(`${sent.location}/keep`)
  assert.equal(early.status, 422)
  assert.match(early.text, /Say what this paper is about before you keep it/)
  assert.deepEqual(await nell.act((ctx) => ctx.db.selectFrom('delivery_plan.plan').selectAll().execute()), [])
})
