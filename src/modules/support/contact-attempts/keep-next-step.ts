import { sql } from 'kysely'
import { safeContact } from '#people'
import type { Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { nextContactStep, type Attempt, type NextContactStep, type Step } from './attempt-rules.ts'
import { stepInWords } from './step-words.ts'

/** What the rules are worked out from. */
export type ContactFacts = {
  case_id: string
  held_by: string
  person_id: string
  sensitive: boolean
  enhanced: boolean
  received_on: Day
  closed: boolean
  attempts: Attempt[]
  route_reviewed_at: string | null
  none_safe: boolean
  open: { task_id: string; step: Step; what: string; due_on: Day } | null
}

/**
 * Works out what must happen next to reach the person, and keeps it as the case's one open step: ended when done or overtaken, made
 * when due. Called after everything that changes it. Returns the step, or undefined when the person was reached or the case is closed.
 */
export const keepNextStep = async (ctx: Ctx, case_id: string): Promise<NextContactStep | undefined> =>
  keepStep(ctx, await contactFacts(ctx, case_id))

/** The same from what is known, and an attempt that is recorded beside it in this act. */
export async function keepStep(
  ctx: Ctx,
  known: ContactFacts,
  made?: Attempt,
): Promise<NextContactStep | undefined> {
  const facts = made ? { ...known, attempts: withAttempt(known.attempts, made) } : known
  const next = facts.closed ? undefined : await workOut(ctx, facts)
  const wanted = next && { step: next.step, what: stepInWords(next), due_on: next.due_on }
  const { open, case_id, held_by } = facts
  if (
    open &&
    wanted &&
    open.step === wanted.step &&
    open.what === wanted.what &&
    open.due_on === wanted.due_on
  )
    return next
  // In this order, in one message: a case has one open step.
  await Promise.all([
    open &&
      ctx.db
        .updateTable('support.task')
        .set({
          done_on: ctx.today,
          done_by: ctx.actor.actor_id,
          ended_as: facts.closed ? 'not-needed' : 'done',
        })
        .where('task_id', '=', open.task_id)
        .execute(),
    wanted &&
      ctx.db
        .insertInto('support.task')
        .values({ case_id, held_by, ...wanted })
        .execute(),
  ])
  return next
}

const at = (attempt: Attempt) => new Date(attempt.attempted_at).getTime()
/** The attempts with one more, in the order in which they were made. */
const withAttempt = (attempts: readonly Attempt[], made: Attempt) =>
  [...attempts, made].toSorted((a, b) => at(a) - at(b))

/** The rule needs to know whether a letter, text or email is safe only once the calls are made: the door is asked only then. */
async function workOut(ctx: Ctx, facts: ContactFacts): Promise<NextContactStep | undefined> {
  const next = nextContactStep({ ...facts, may_write: false })
  if (next?.step !== 'close-no-contact') return next
  const { channels } = await safeContact(ctx, facts.person_id, { sensitive: facts.sensitive })
  const may_write = channels.text.allowed || channels.email.allowed || channels.letter.allowed
  return nextContactStep({ ...facts, may_write })
}

/** What was tried so far. */
export async function contactFacts(ctx: Ctx, case_id: string): Promise<ContactFacts> {
  // A return starts the attempts anew: what was tried before the case closed is history.
  const { rows } = await sql<ContactFacts>`
    select c.case_id, c.held_by, c.person_id, c.sensitive, cardinality(c.enhanced_reasons) > 0 as enhanced,
      coalesce(r.returned_on, c.received_on, c.opened_on) as received_on,
      exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null) as closed,
      coalesce((select jsonb_agg(jsonb_build_object('attempted_at', a.attempted_at, 'channel', a.channel, 'result', a.result) order by a.attempted_at, a.recorded_at)
        from support.contact_attempt a where a.area_id = c.area_id and a.case_id = c.case_id
          and (r.returned_on is null or a.attempted_at >= r.returned_on::timestamptz)), '[]') as attempts,
      n.recorded_at::text as route_reviewed_at, coalesce(n.found = 'none', false) as none_safe,
      (select jsonb_build_object('task_id', k.task_id, 'step', k.step, 'what', k.what, 'due_on', k.due_on)
        from support.task k where k.area_id = c.area_id and k.case_id = c.case_id and k.step is not null and k.done_on is null) as open
    from support.case c
    left join lateral (select max(returned_on) as returned_on from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id) r on true
    left join lateral (select recorded_at, found from support.route_review n where n.area_id = c.area_id and n.case_id = c.case_id
      and (r.returned_on is null or n.recorded_at >= r.returned_on::timestamptz) order by n.recorded_at desc limit 1) n on true
    where c.case_id = ${case_id} and c.held_by = any (access.my_teams())`.execute(ctx.db)
  return found(rows[0], 'This case')
}
