import { addDays, codesOf, type Day, type Need, NEEDS } from '#reference'
import { type Act, type Ctx, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { recordSelfAssessment } from '#outcomes'
import {
  addNote,
  addTask,
  allocateCase,
  getCase,
  openCase,
  planAction,
  recordAction,
  recordContactAttempt,
  recordNeeds,
  recordRisk,
} from '#support'
import { castActor } from './cast-actor.ts'

type Told = {
  /** Whose referral it is, by the occurrence number of a recent transfer. */
  occurrence: string
  as: string
  /** How many days ago the case was opened. */
  days_ago: number
  tier: 'brief' | 'longer-term'
  take_it?: true
  tell?: (ctx: Ctx, case_id: string, day: (ago: number) => Ctx) => Promise<void>
}

const call = { channel: 'phone', minutes: 20, support_call: 'yes' } as const
const on = (ctx: Ctx) => ({ attempted_on: ctx.today, acted_on: ctx.today, assessed_on: ctx.today })

/** What the cast did with the recent referrals, each through the use case that a screen uses. */
const STORIES: Told[] = [
  {
    occurrence: '9900000000',
    as: 'Dan Jessop',
    days_ago: 8,
    tier: 'longer-term',
    take_it: true,
    tell: async (_, id, day) => {
      const first = day(7)
      await recordContactAttempt(first, id, {
        ...call,
        ...on(first),
        attempted_time: '10:20',
        result: 'reached',
        note: 'Glad of the call. Staying with her sister. Calls between 9am and 3pm are safe.',
      })
      await recordRisk(first, await getCase(first, id), {
        risk: 'high',
        because: 'Recent separation, threats, and he knows where she works.',
      })
      await recordNeeds(first, await getCase(first, id), {
        ...noScores,
        stage: 'start',
        assessed_on: first.today,
        accommodation_person: '5',
        accommodation_worker: '5',
        family_person: '3',
        family_worker: '4',
      })
      await recordSelfAssessment(first, await getCase(first, id), {
        stage: 'first',
        assessed_on: first.today,
        health_wellbeing: '4',
        cope: '3',
        safety: '2',
        informed: '4',
      })
      const second = day(4)
      await recordAction(second, await getCase(second, id), {
        type: 'safety-planning',
        quantity: null,
        outcome: 'Plan agreed; a copy stays here.',
        minutes: 50,
        channel: 'phone',
        acted_on: second.today,
      })
      await planAction(second, await getCase(second, id), {
        type: 'advocacy',
        what: 'Speak to housing about her application',
        due_on: addDays(second.today, 2),
      })
      await addTask(second, await getCase(second, id), {
        what: 'Ask the officer for the bail conditions',
        due_in: '5',
        due_on: null,
      })
    },
  },
  {
    occurrence: '9900000001',
    as: 'Dan Jessop',
    days_ago: 7,
    tier: 'brief',
    take_it: true,
    tell: async (_, id, day) => {
      for (const [ago, time] of [
        [7, '11:05'],
        [5, '17:40'],
      ] as const) {
        const then = day(ago)
        await recordContactAttempt(then, id, {
          ...call,
          ...on(then),
          support_call: null,
          minutes: null,
          attempted_time: time,
          result: 'no-answer',
          note: null,
        })
      }
    },
  },
  {
    occurrence: '9900000002',
    as: 'Lena Gorski',
    days_ago: 7,
    tier: 'brief',
    take_it: true,
    tell: async (_, id, day) => {
      const then = day(6)
      await recordContactAttempt(then, id, {
        ...call,
        ...on(then),
        attempted_time: '14:10',
        result: 'reached',
        note: 'Wants to know what happens next; told about the officer and the case number.',
      })
      await addNote(then, await getCase(then, id), 'Prefers e-mail for anything that is not urgent.')
    },
  },
  {
    occurrence: '9900010000',
    as: 'Ruth Adeyemi',
    days_ago: 3,
    tier: 'longer-term',
    tell: async (ctx, id) => {
      const dan = await ctx.db
        .selectFrom('access.member')
        .select('member_id')
        .where('name', '=', 'Dan Jessop')
        .executeTakeFirstOrThrow()
      await allocateCase(ctx, await getCase(ctx, id), {
        allocated_to: dan.member_id,
        knows_person: 'not-asked',
        because: null,
      })
    },
  },
  { occurrence: '9900010001', as: 'Ruth Adeyemi', days_ago: 3, tier: 'longer-term' },
]

const noScores = Object.fromEntries(
  codesOf(NEEDS).flatMap((need) => [
    [`${need}_person`, null],
    [`${need}_worker`, null],
  ]),
) as { [N in `${Need}_person` | `${Need}_worker`]: null }

/** Opens and works the recent cases, each in one transaction; one that is there already is left as it is. */
export async function recentCases(pools: Pools, act: Act, area: string): Promise<void> {
  for (const story of STORIES) {
    const actor = await castActor(pools, act, area, story.as)
    await act(actor, { visit_id: newId(), query: {} }, (ctx) => tellStory(ctx, story))
  }
}

async function tellStory(ctx: Ctx, story: Told) {
  const referral = await ctx.db
    .selectFrom('referrals.referral')
    .select(['referral_id', 'person_id', 'result'])
    .where('occurrence_number', '=', story.occurrence)
    .where('result', '=', 'accepted')
    .executeTakeFirst()
  if (!referral?.person_id) throw new Error(`The recent referral ${story.occurrence} was not accepted`)
  const opened = await ctx.db
    .selectFrom('support.case')
    .select('case_id')
    .where('referral_id', '=', referral.referral_id)
    .executeTakeFirst()
  if (opened) return
  const { team_id } = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('kind', '=', 'casework')
    .where('code', '=', 'casework')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .executeTakeFirstOrThrow()
  const day = (ago: number) => asOf(ctx, addDays(ctx.today, -ago))
  const { person_id, referral_id } = referral
  const case_id = await openCase(day(story.days_ago), {
    person_id,
    referral_id,
    held_by: team_id,
    tier: story.tier,
    take_it: story.take_it ?? false,
  })
  await story.tell?.(ctx, case_id, day)
}

/** The same transaction on an earlier day at six in the evening: what a use case takes for today. */
const asOf = (ctx: Ctx, today: Day): Ctx => ({ ...ctx, today, now: new Date(`${today}T18:00:00Z`) })
