import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { sendWaiting } from '#platform/mail/index.ts'
import { testApp } from '../../testing/cast.ts'
import { wordsOf } from '../../testing/visitor.ts'
import { requestsOf } from './cycles/queries.ts'
import { levelWords } from './level-words.ts'
import { makeSmallPlan, openSmallCycle } from './plan-cast.ts'
import { listThemes } from './plans/queries.ts'
import { PLAN_START } from './plans/form.ts'

const WORDS = {
  plan_word: 'Strategy',
  theme_word: 'Objective',
  year_word: 'Yearbook',
  deliverable_word: 'Activity',
  owner_word: 'Lead',
  update_word: 'Statement',
  cycle_word: 'Round',
}

test('a word in a heading, in a sentence, of several, and with its article', () => {
  assert.deepEqual(levelWords({}).theme, {
    title: 'Theme',
    titles: 'Themes',
    one: 'theme',
    many: 'themes',
    a: 'a theme',
  })
  const say = levelWords({ theme_word: 'Priority', update_word: 'RAG update', owner_word: 'Lead' })
  assert.deepEqual(
    [say.theme.titles, say.update.one, say.update.a],
    ['Priorities', 'RAG update', 'a RAG update'],
  )
  for (const [word, a] of [
    ['Objective', 'an objective'],
    ['Update', 'an update'],
    ['Unit', 'a unit'],
    ['Use', 'a use'],
    ['Undertaking', 'an undertaking'],
    ['Hour', 'an hour'],
    ['Outcome', 'an outcome'],
  ] as const)
    assert.equal(levelWords({ theme_word: word }).theme.a, a)
  assert.equal(
    levelWords({ owner_word: 'Person in charge', owner_words: 'People in charge' }).owner.many,
    'people in charge',
  )
})

test('every page and letter of a plan uses the office’s own words, and none of ours', async () => {
  const t = await testApp({ clock: () => new Date('2036-10-07T09:00:00Z') })
  const nell = await t.as('Nell Wainwright')
  const plan = await nell.act(makeSmallPlan)
  const themes = await nell.act((ctx) => listThemes(ctx, plan.plan_id))
  const changed = await nell.post(`/delivery-plans/${plan.plan_id}/change`, {
    ...Object.fromEntries(Object.entries(PLAN_START).map(([name, value]) => [name, String(value)])),
    ...WORDS,
    owner_words: 'Leading people',
    title: 'Strategy of 2036-39',
    'starts_on-day': '1',
    'starts_on-month': '4',
    'starts_on-year': '2036',
    'ends_on-day': '31',
    'ends_on-month': '3',
    'ends_on-year': '2039',
    themes: themes.map(({ title }) => title).join('\n'),
  })
  assert.equal(changed.status, 303)
  await nell.act((ctx) =>
    ctx.db.updateTable('delivery_plan.year').set({ title: 'Yearbook 2036-37' }).execute(),
  )
  const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
  const [first] = plan.deliverables as [string]
  const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
  const url = `/update-requests/${asked.find(({ initials }) => initials === 'Force')!.update_request_id}`
  const moira = await t.as('Sgt Moira Stead')

  const OURS = /\b(themes?|deliverables?|owners?|updates?|(reporting )?cycles?|delivery plans?|plans?)\b/i
  const inMain = (page: string) =>
    wordsOf(/<main[\s\S]*<\/main>/.exec(page)![0])
      // What a verb says, and how a measure is named, is not a level.
      .replaceAll(/planned to start/gi, '')
  for (const at of [
    `/delivery-plans/${plan.plan_id}`,
    `/delivery-plans/${plan.plan_id}/themes/add`,
    `/delivery-plans/${plan.plan_id}/years/add`,
    `/delivery-years/${plan.year_id}`,
    `/delivery-years/${plan.year_id}/deliverables/add`,
    `/delivery-years/${plan.year_id}/cycles/open`,
    `/plan-cycles/${cycle_id}`,
    `/deliverables/${first}`,
    `/deliverables/${first}/change`,
    `/deliverables/${first}/rate`,
    `/deliverables/${first}/updates/write`,
  ]) {
    const words = inMain((await nell.get(at)).text)
    assert.doesNotMatch(words, OURS, at)
  }
  assert.match(
    inMain((await nell.get(`/plan-cycles/${cycle_id}`)).text),
    /Activities .*Statements .*Lead thinks/,
  )
  const answer = inMain((await moira.get(url)).text)
  assert.match(answer, /Give a statement .*Your statement .*Send the statement/)
  assert.doesNotMatch(answer, OURS)

  const letters: { subject: string; text: string }[] = []
  const area = await t.area()
  await sendWaiting(
    (work) => t.act(area, { visit_id: newId(), query: {} }, work),
    (message) => Promise.resolve((letters.push(message), { became: 'accepted' as const })),
  )
  assert.equal(letters.length, 2)
  assert.match(letters[0]!.subject, /statements? asked for/)
  for (const { subject, text } of letters)
    assert.doesNotMatch(`${subject} ${text.replaceAll(/http\S+/g, '')}`, OURS)
})
