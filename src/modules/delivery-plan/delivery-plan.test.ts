import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../testing/cast.ts'
import { wordsOf } from '../../testing/visitor.ts'
import { remindOwners } from './reminders/remind-owners.ts'
import { requestsOf } from './cycles/queries.ts'
import { listDeliverables } from './deliverables/queries.ts'
import { makeSmallPlan, openSmallCycle } from './plan-cast.ts'
import { listUpdates } from './updates/queries.ts'

let now = new Date('2036-10-07T09:00:00Z')
const t = await testApp({ clock: () => now })
const nell = await t.as('Nell Wainwright')
const nadia = await t.as('Nadia Whelan')
const moira = await t.as('Sgt Moira Stead')
const dan = await t.as('Dan Jessop')

const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
const [first, second, third] = plan.deliverables as [string, string, string]
const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
const requestOf = (deliverable: string) =>
  asked.find((one) => one.deliverable_id === deliverable)!.update_request_id

test('deliverables are numbered, and a number is not given twice', async () => {
  const again = await nell.post(`/delivery-years/${plan.year_id}/deliverables/add`, {
    theme_id: plan.theme_id,
    number: '2',
    words: 'Another',
    owners: 'KD',
    organisation: 'OPCC',
    rule: 'none',
    measured_over: 'quarter',
    less_is_better: 'no',
    dates_too: 'no',
  })
  assert.equal(again.status, 422)
  assert.match(again.text, /There is a number 2 in this part already/)
  const page = wordsOf((await nell.get(`/delivery-years/${plan.year_id}`)).text)
  assert.match(page, /Theme 2: Helping and Supporting Victims/)
  assert.match(page, /1 NW\/CG Expand the number of Community Points/)
})

test('only the office sees the plan; an owner elsewhere sees what they are asked, and nothing else', async () => {
  assert.equal((await dan.get(`/delivery-years/${plan.year_id}`)).status, 403)
  assert.equal((await moira.get(`/delivery-years/${plan.year_id}`)).status, 403)
  const mine = wordsOf((await moira.get('/update-requests')).text)
  assert.match(mine, /number 2: Improve the reporting of hate crime/)
  assert.doesNotMatch(mine, /Community Points/)
  assert.equal((await moira.get(`/update-requests/${requestOf(first)}`)).status, 404)
  assert.equal((await dan.get(`/update-requests/${requestOf(second)}`)).status, 404)
  assert.deepEqual(await moira.act((ctx) => listDeliverables(ctx, plan.year_id)), [])
})

test('an owner is reminded once a week before, once on the day, once late; not after answering', async () => {
  const area = await t.area()
  const remind = () =>
    t.act(area, { visit_id: area.actor_id, query: {} }, (ctx) => remindOwners(ctx, 'http://localhost'))
  assert.equal(await remind(), 3)
  assert.equal(await remind(), 0)
  now = new Date('2036-10-14T09:00:00Z')
  assert.equal(await remind(), 3)
  assert.equal(
    (await nadia.post(`/update-requests/${requestOf(first)}`, { words: 'First words.' })).status,
    303,
  )
  now = new Date('2036-10-15T09:00:00Z')
  assert.equal(await remind(), 2)
})

test('an owner answers on one page, with a figure chosen from the list and kept as it was', async () => {
  const url = `/update-requests/${requestOf(second)}`
  const open = await moira.get(url)
  assert.match(open.text, /<option value="referrals received, this quarter">/)
  assert.match(wordsOf(open.text), /Green Achieved, or adequate progress being made Amber Started/)
  const shown = await moira.post(url, {
    words: 'So far',
    figure: 'referrals received, this quarter',
    then: 'insert',
  })
  assert.equal(shown.status, 200)
  assert.match(shown.text, /So far \{\{ referrals received, this quarter \}\}<\/textarea>/)
  assert.match(wordsOf(shown.text), /How it reads So far\s+0/)
  const wrong = await moira.post(url, { words: 'So far {{ crimes solved }}' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /There is no figure called .*crimes solved/)
  // While it is typed, what is known is shown, and what is not is told; an officer may not open a measure, so no figure is a link.
  const half = await moira.post(url, {
    words: 'A {{ referrals received, this quarter }} b {{ crimes solved }}',
    then: 'show',
  })
  assert.match(wordsOf(half.text), /How it reads A 0 b \{\{ crimes solved \}\} There is no figure called/)
  assert.doesNotMatch(half.text, /href="\/measures/)
  const sent = await moira.post(url, {
    words: 'So far {{ referrals received, this quarter }}.',
    suggests: 'amber',
  })
  assert.equal(sent.location, '/update-requests')
  assert.match(wordsOf((await moira.get(url)).text), /What was sent \d.*So far 0\./)
  const [update] = await nell.act((ctx) => listUpdates(ctx, second))
  assert.equal(update!.author, 'Sgt Moira Stead')
  assert.equal(update!.dated_on, '2036-10-15')
  assert.equal(update!.figures[0]!.printed, '0')
  assert.match(wordsOf((await nell.get(`/deliverables/${second}`)).text), /So far\s+0/)
})

test('nobody can write to a deliverable that they were not asked about', async () => {
  await assert.rejects(
    moira.act(async (ctx) => {
      const q = await ctx.db.selectFrom('delivery_plan.update_request').selectAll().executeTakeFirstOrThrow()
      await ctx.db
        .insertInto('delivery_plan.update')
        .values({
          deliverable_id: first,
          held_by: q.held_by,
          cycle_id: q.cycle_id,
          update_request_id: q.update_request_id,
          given_to: q.given_to,
          dated_on: '2036-10-15',
          author: 'X',
          words: 'X',
        })
        .execute()
    }),
    /foreign key|violates/,
  )
})

test('an update is never overwritten: a later one corrects it, and both stay', async () => {
  const [was] = await nell.act((ctx) => listUpdates(ctx, first))
  const sent = await nell.post(`/deliverables/${first}/updates/write`, {
    words: 'Corrected words.',
    author: 'NW',
    corrects: was!.update_id,
    'dated_on-day': '15',
    'dated_on-month': '10',
    'dated_on-year': '2036',
  })
  assert.equal(sent.status, 303)
  const page = wordsOf((await nell.get(`/deliverables/${first}`)).text)
  assert.match(page, /Corrected words\./)
  assert.match(page, /\(corrected later\).*First words\./)
  await assert.rejects(
    nell.act((ctx) => ctx.db.updateTable('delivery_plan.update').set({ words: 'X' }).execute()),
    /permission denied/,
  )
})

test('a colour is proposed from measure and date, and a person who differs says why', async () => {
  assert.match(
    wordsOf((await nell.get(`/deliverables/${second}/rate`)).text),
    /Proposed: Red The measure is 0; green is at least 10, amber at least 5\./,
  )
  assert.match(
    wordsOf((await nell.get(`/deliverables/${third}/rate`)).text),
    /Proposed: Amber It is due on 30 September 2036, within 28 days, and is not finished\./,
  )
  const bare = await nell.post(`/deliverables/${second}/rate`, { status: 'green' })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Say why it is Green, when Red is proposed/)
  assert.equal(
    (await nell.post(`/deliverables/${second}/rate`, { status: 'green', reason: 'The count came late.' }))
      .status,
    303,
  )
  assert.equal((await nell.post(`/deliverables/${first}/rate`, { status: 'green' })).status, 303)
  const page = wordsOf((await nell.get(`/plan-cycles/${cycle_id}`)).text)
  assert.match(page, /Green 2 of 3 \(66\.7%\)/)
  assert.match(page, /Not rated 1 of 3 \(33\.3%\)/)
  assert.match(page, /First rating/)
})

test('the overall statement is checked against the counts', async () => {
  await nell.post(`/plan-cycles/${cycle_id}/overall`, { overall: 'All activity is graded Green.' })
  assert.match(
    wordsOf((await nell.get(`/plan-cycles/${cycle_id}`)).text),
    /It says that all are Green, but 2 of 3 are\./,
  )
})

test('a closed cycle takes no more, and the next shows movement', async () => {
  const early = await nell.post(`/plan-cycles/${cycle_id}/close`)
  assert.equal(early.status, 422)
  assert.match(wordsOf(early.text), /There (is|are) [^.]*(without a colour|still waited for)/)
  assert.match(early.text, /Say that you close it without what is still missing/)
  assert.equal((await nell.post(`/plan-cycles/${cycle_id}/close`, { without: 'yes' })).status, 303)
  const again = await nell.post(`/plan-cycles/${cycle_id}/close`, { without: 'yes' })
  assert.match(again.text, /This reporting cycle is closed already/)
  assert.equal((await nell.get(`/deliverables/${second}/rate`)).location, `/deliverables/${second}`)
  const late = await nadia.post(`/update-requests/${requestOf(third)}`, { words: 'Late.' })
  assert.equal(late.status, 422)
  const opened = await nell.post(`/delivery-years/${plan.year_id}/cycles/open`, {
    name: 'Quarter 3',
    'period_from-day': '1',
    'period_from-month': '10',
    'period_from-year': '2036',
    'period_to-day': '31',
    'period_to-month': '12',
    'period_to-year': '2036',
    'due_on-day': '14',
    'due_on-month': '1',
    'due_on-year': '2037',
  })
  assert.equal(opened.status, 303)
  await nell.post(`/deliverables/${first}/rate`, { status: 'amber' })
  assert.match(wordsOf((await nell.get(opened.location!)).text), /Amber .*Down from Green/)
  const year = await nell.get(`/delivery-years/${plan.year_id}`)
  assert.match(year.text, /role="img"/)
  assert.match(wordsOf(year.text), /Deliverables by status over the quarters/)
})
