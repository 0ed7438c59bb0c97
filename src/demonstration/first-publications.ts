import { listThemes } from '#delivery-plan'
import {
  addBoard,
  addItem,
  addMeeting,
  answerFinding,
  checkPaper,
  publishMeeting,
  publishPaper,
  readToPublishPaper,
  recordAction,
  recordDecision,
  readToSign,
  sendForReview,
  sendForSignOff,
  signPaper,
  startPlanPaper,
} from '#papers'
import { type Act, type Ctx, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { addDays } from '#reference'
import { castActor } from './cast-actor.ts'

const BOARD = 'Strategic Resources and Performance Meeting'
const THEME = 'Helping and supporting victims'

/** The meetings that heard of two quarters of the plan of 2018-19: when, of which quarter, and what came of it. */
const HEARD = [
  {
    meets_on: '2018-11-07',
    quarter: 'Quarter 2',
    decision:
      'The Commissioner notes the report and asks for the waits of longer-term support in the next one.',
    action: {
      words: 'Report the waits for longer-term support',
      owner: 'Head of commissioning',
      due_on: '2019-01-31',
    },
  },
  {
    meets_on: '2019-03-07',
    quarter: 'Quarter 3',
    decision: 'The Commissioner notes the report.',
    action: {
      words: 'Agree with the Force what a referral must hold',
      owner: 'Chief Executive',
      due_on: '2019-05-31',
    },
  },
] as const

/**
 * Meetings of the Commissioner's office with two papers published, and a meeting to come: reviewed, checked and signed by the cast, as they would
 * be on the pages. Stopped, it goes on where it was; what is there is left as it is.
 */
export async function firstPublications(pools: Pools, act: Act, area: string): Promise<void> {
  const analyst = await castActor(pools, act, area, 'Nell Wainwright')
  const signatory = await castActor(pools, act, area, 'Craig Galloway')
  const as = <T>(actor: typeof analyst, work: (ctx: Ctx) => Promise<T>) =>
    act(actor, { visit_id: newId(), query: {} }, work)
  await as(analyst, boards)
  for (const heard of HEARD) {
    await as(analyst, (ctx) => writePaper(ctx, heard))
    const paper_id = await as(analyst, (ctx) => paperOf(ctx, heard.meets_on))
    if (!paper_id || !(await as(analyst, (ctx) => isReady(ctx, paper_id)))) continue
    await as(signatory, async (ctx) => signPaper(ctx, paper_id, await readToSign(ctx, paper_id)))
  }
  for (const heard of HEARD) await as(analyst, (ctx) => publish(ctx, heard))
}

async function boards(ctx: Ctx) {
  if (await boardOf(ctx)) return
  const board_id = await addBoard(ctx, { name: BOARD, is_panel: false })
  const panel_id = await addBoard(ctx, { name: 'Police and Crime Panel', is_panel: true })
  const soon = addDays(ctx.today, 28)
  for (const [board, meets_on] of [
    ...HEARD.map((one) => [board_id, one.meets_on]),
    [board_id, soon],
  ] as const)
    await addMeeting(ctx, board, {
      meets_on,
      papers_due_on: addDays(meets_on, -7),
      starts_at: '10am',
      place: 'County Hall',
    })
  await addMeeting(ctx, panel_id, {
    meets_on: addDays(soon, 14),
    papers_due_on: addDays(soon, 7),
    starts_at: '2pm',
    place: null,
  })
}

const boardOf = (ctx: Ctx) =>
  ctx.db.selectFrom('papers.board').select('board_id').where('name', '=', BOARD).executeTakeFirst()

const meetingOn = (ctx: Ctx, meets_on: string) =>
  ctx.db
    .selectFrom('papers.meeting as g')
    .innerJoin('papers.board as b', (join) =>
      join.onRef('b.area_id', '=', 'g.area_id').onRef('b.board_id', '=', 'g.board_id'),
    )
    .select('g.meeting_id')
    .where('b.name', '=', BOARD)
    .where('g.meets_on', '=', meets_on)
    .executeTakeFirstOrThrow()

async function itemOn(ctx: Ctx, meets_on: string) {
  const { meeting_id } = await meetingOn(ctx, meets_on)
  return ctx.db
    .selectFrom('papers.agenda_item')
    .select(['agenda_item_id', 'meeting_id', 'paper_id'])
    .where('meeting_id', '=', meeting_id)
    .executeTakeFirst()
}

const paperOf = async (ctx: Ctx, meets_on: string) => (await itemOn(ctx, meets_on))?.paper_id

async function isSigned(ctx: Ctx, paper_id: string): Promise<boolean> {
  const signed = await ctx.db
    .selectFrom('papers.sign_off')
    .select('sign_off_id')
    .where('paper_id', '=', paper_id)
    .executeTakeFirst()
  return signed !== undefined
}

/** Whether it waits for sign-off with nothing that stops it. */
const isReady = async (ctx: Ctx, paper_id: string): Promise<boolean> =>
  !(await isSigned(ctx, paper_id)) && (await checkPaper(ctx, paper_id)).stopping === 0

async function writePaper(ctx: Ctx, { meets_on, quarter }: (typeof HEARD)[number]) {
  if (await itemOn(ctx, meets_on)) return
  const cycle = await ctx.db
    .selectFrom('delivery_plan.cycle as c')
    .innerJoin('delivery_plan.year as y', (join) =>
      join.onRef('y.area_id', '=', 'c.area_id').onRef('y.year_id', '=', 'c.year_id'),
    )
    .select(['c.cycle_id', 'y.plan_id'])
    .where('c.name', '=', quarter)
    .where('c.period_to', '<', meets_on)
    .executeTakeFirst()
  if (!cycle) return
  const theme = (await listThemes(ctx, cycle.plan_id)).find(({ title }) => title === THEME)
  if (!theme) return
  const { meeting_id } = await meetingOn(ctx, meets_on)
  const paper_id = await startPlanPaper(ctx, cycle.cycle_id, {
    template: 'plan-theme-report',
    theme_id: theme.theme_id,
    for_what: 'information',
    report_to: BOARD,
    meeting_on: meets_on,
    agenda_item: '1',
    report_author: 'Chief Executive',
    author_email: null,
    other_contacts: null,
    is_public: true,
  })
  const title = `${THEME}: ${quarter.toLowerCase()}`
  const item = { number: 1, title, paper_id, is_public: true, ground: null, because: null }
  await addItem(ctx, meeting_id, item)
  await sendForReview(ctx, paper_id)
  for (const { key, rule, severity } of (await checkPaper(ctx, paper_id)).findings)
    if (severity === 'stops' && rule === 'named-consistently')
      await answerFinding(ctx, paper_id, key, {
        how: 'stands',
        reason: 'Read and right: the paper lists the themes of the plan.',
      })
  await sendForSignOff(ctx, paper_id)
}

async function publish(ctx: Ctx, { meets_on, decision, action }: (typeof HEARD)[number]) {
  const item = await itemOn(ctx, meets_on)
  if (!item?.paper_id || !(await isSigned(ctx, item.paper_id))) return
  const there = await ctx.db
    .selectFrom('papers.publication_version')
    .select('version')
    .where('paper_id', '=', item.paper_id)
    .executeTakeFirst()
  if (there) return
  const read = await readToPublishPaper(ctx, item.paper_id)
  await publishPaper(ctx, item.paper_id, { read, because: null })
  await recordDecision(ctx, item.agenda_item_id, {
    words: decision,
    decided_by: 'The Commissioner',
    is_public: true,
  })
  await recordAction(ctx, item.agenda_item_id, action)
  await publishMeeting(ctx, item.meeting_id)
}
