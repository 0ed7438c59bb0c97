import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { requestsOf } from '../cycles/queries.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { figuresChangedSince } from './changed-since.ts'
import type { AskedFigure, FigureSource, KeptFigure } from './figures-in-text.ts'
import { listUpdates } from './queries.ts'

const t = await testApp({ clock: () => new Date('2036-10-07T09:00:00Z') })
const nell = await t.as('Nell Wainwright')
const moira = await t.as('Sgt Moira Stead')
const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
const second = plan.deliverables[1]!

/** Rows arrive late, within the quarter that was told of. */
const receive = async (count: number) => {
  const dan = await t.as('Dan Jessop')
  await dan.act((ctx) =>
    ctx.connection.query(
      `insert into referrals.referral (held_by, reference, received_on, source, result)
       select $1, 'VC90000' || n, '2036-08-01', 'self', 'accepted' from generate_series(1, $2) n`,
      [ctx.actor.team_ids[0], count],
    ),
  )
}

test('a figure that reads otherwise today says so on the deliverable and the cycle, and what was said stays', async () => {
  const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
  const { update_request_id } = asked.find(({ deliverable_id }) => deliverable_id === second)!
  await moira.post(`/update-requests/${update_request_id}`, {
    words: 'We had {{ referrals received, this quarter }}.',
  })
  assert.doesNotMatch(wordsOf((await nell.get(`/deliverables/${second}`)).text), /changed since/)
  await receive(7)
  const page = wordsOf((await nell.get(`/deliverables/${second}`)).text)
  assert.match(page, /We had 0 .*Now 7.* 1 figure changed since this was written/)
  assert.match(wordsOf((await nell.get(`/plan-cycles/${cycle_id}`)).text), /Force: answered 1 figure changed/)
  const [update] = await nell.act((ctx) => listUpdates(ctx, second))
  assert.equal(update!.figures[0]!.printed, '0')
})

test('each measure and period is asked once; what no measure gives any more is left as it was', async () => {
  let times = 0
  const now: AskedFigure = { printed: '5', measured: 5, n: null, definition: '', as_at: '', href: '' }
  const source: FigureSource = {
    measures: [{ name: 'a', title: 'A', unit: '', share: false }],
    ask: () => Promise.resolve((times++, now)),
  }
  const kept = (measure: string | null, printed: string): KeptFigure => ({
    marker: '',
    measure,
    name: '',
    printed,
    n: null,
    definition: '',
    period: null,
    from: '2036-07-01',
    to: '2036-09-30',
    as_at: '',
    href: '',
  })
  const changed = await nell.act((ctx) =>
    figuresChangedSince(ctx, source, [
      { figures: [kept('a', '4'), kept('a', '5'), kept('gone', '4'), kept(null, '4')] },
      { figures: [kept('a', '3')], corrected: true },
    ]),
  )
  assert.equal(times, 1)
  assert.equal(changed.size, 1)
})
