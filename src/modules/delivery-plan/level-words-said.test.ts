// What a plan's pages refuse and confirm is said in the office's own words, too.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../testing/cast.ts'
import { wordsOf } from '../../testing/visitor.ts'
import { requestsOf } from './cycles/queries.ts'
import { makeSmallPlan, openSmallCycle } from './plan-cast.ts'

const WORDS = {
  plan_word: 'Strategy',
  theme_word: 'Objective',
  year_word: 'Yearbook',
  deliverable_word: 'Activity',
  owner_word: 'Lead',
  update_word: 'Statement',
  cycle_word: 'Round',
}
const OURS =
  /\b(themes?|deliverables?|owners?|updates?|(reporting )?cycles?|delivery plans?|(?<!Police and Crime )plans?)\b/i
const day = (name: string, [year, month, date]: readonly string[]) => ({
  [`${name}-year`]: year!,
  [`${name}-month`]: month!,
  [`${name}-day`]: date!,
})
const inPage = (page: string) =>
  wordsOf(/<nav[\s\S]*<\/main>/.exec(page)![0]).replaceAll(/planned to start/gi, '')

test('navigation, refusals and messages use the office’s own words, and none of ours', async () => {
  const t = await testApp({ clock: () => new Date('2036-10-07T09:00:00Z') })
  const nell = await t.as('Nell Wainwright')
  const moira = await t.as('Sgt Moira Stead')
  const plan = await nell.act(makeSmallPlan)
  await nell.act(async (ctx) => {
    await ctx.db
      .updateTable('delivery_plan.plan')
      .set({ ...WORDS, title: 'Strategy of 2036-39' })
      .execute()
    await ctx.db.updateTable('delivery_plan.year').set({ title: 'Yearbook 2036-37' }).execute()
  })
  const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
  const [first] = plan.deliverables
  const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
  const request = `/update-requests/${asked.find(({ initials }) => initials === 'Force')!.update_request_id}`
  const round = {
    name: 'Round 3',
    ...day('period_from', ['2036', '10', '01']),
    ...day('period_to', ['2036', '12', '31']),
  }
  const open = `/delivery-years/${plan.year_id}/cycles/open`
  const years = `/delivery-plans/${plan.plan_id}/years/add`
  const year = { title: 'Another', ...day('starts_on', ['2036', '04', '01']) }
  for (const [who, at, fields, says] of [
    [
      nell,
      open,
      { ...round, ...day('due_on', ['2036', '12', '01']) },
      /Statements cannot be due before the period ends/,
    ],
    [nell, open, { ...round, ...day('due_on', ['2037', '01', '14']) }, /Close the round that is open/],
    [
      nell,
      open,
      { ...round, ...day('period_to', ['2037', '12', '31']), ...day('due_on', ['2038', '01', '14']) },
      /within the year of the yearbook/,
    ],
    [nell, open, {}, /Enter when they are due/],
    [
      nell,
      years,
      { ...year, ...day('ends_on', ['2037', '03', '31']) },
      /There is a yearbook that starts on this day already/,
    ],
    [
      nell,
      years,
      { ...year, ...day('ends_on', ['2041', '03', '31']) },
      /The year must lie within the strategy/,
    ],
    [nell, `/delivery-years/${plan.year_id}/deliverables/add`, {}, /Enter who answers for it/],
    [nell, `/deliverables/${first}/updates/write`, {}, /Enter what there is to say/],
    [nell, `/plan-cycles/${cycle_id}/close`, {}, /still waited for/],
    [moira, request, {}, /Enter what there is to say/],
    [moira, '/update-requests/all', {}, /Write at least one statement/],
  ] as const) {
    const came = await who.post(at, fields)
    assert.equal(came.status, 422, at)
    assert.match(wordsOf(came.text), says)
    assert.doesNotMatch(inPage(came.text), OURS, at)
  }
  const list = inPage((await moira.get('/update-requests')).text)
  assert.match(list, /What you are asked for Activity/)
  assert.doesNotMatch(list, OURS)
  assert.equal((await nell.post(`/plan-cycles/${cycle_id}/close`, { without: 'yes' })).status, 303)
  for (const [who, at, fields, says] of [
    [nell, `/plan-cycles/${cycle_id}/close`, { without: 'yes' }, /This round is closed already/],
    [moira, request, { words: 'Late' }, /This round is closed: statements can no longer be sent for it/],
  ] as const) {
    const came = await who.post(at, fields)
    assert.equal(came.status, 422)
    assert.match(wordsOf(came.text), says)
  }
})

test('a paper of the same days is reviewed in the words of its plan', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  await nell.act(makeSmallPlan)
  await nell.act((ctx) => ctx.db.updateTable('delivery_plan.plan').set(WORDS).execute())
  const text =
    'OBJECTIVE 2: HELPING VICTIMS\nPolice and Crime Plan (2036-39)\nNo\tOwner\tAction\tRAG\n1\tNW\tOpen more points\tG\nUpdate 14.1.37: Two are open.'
  const sent = await nell.post('/plan-imports/start', { name: 'Theirs', text })
  const review = wordsOf((await nell.get(sent.location!)).text)
  assert.match(review, /Change the strategy Yearbook .*Round .*1 activity No Lead Activity Status Statements/)
  assert.match(wordsOf((await nell.get(`${sent.location}/about`)).text), /Title of the strategy/)
  assert.match(wordsOf((await nell.get(`${sent.location}/rows/4`)).text), /Leads \(optional\)/)
})
