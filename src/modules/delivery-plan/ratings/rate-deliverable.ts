import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { type Cycle, getCycle } from '../cycles/queries.ts'
import { type Deliverable, getDeliverable } from '../deliverables/queries.ts'
import { wordsOfYear } from '../plans/queries.ts'
import type { FigureSource } from '../updates/figures-in-text.ts'
import { type Status, STATUSES } from '../words.ts'
import { proposeStatus, type Proposal } from './propose-status.ts'

/** What a deliverable's rule proposes for a cycle: by its measure over the cycle's period, and its dates as at the day, or the cycle's last if that is past. */
export async function proposalFor(
  ctx: Ctx,
  source: FigureSource,
  deliverable: Deliverable,
  cycle: Cycle,
): Promise<Proposal | undefined> {
  const asAt = ctx.today < cycle.period_to ? ctx.today : cycle.period_to
  const needs = deliverable.measure && ['percentage', 'bands'].includes(deliverable.rule)
  if (!needs) return proposeStatus(deliverable, asAt)
  const { printed, measured } = await source.ask(ctx, {
    measure: deliverable.measure!,
    from: deliverable.measured_over === 'year' ? deliverable.year_starts_on : cycle.period_from,
    to: cycle.period_to,
  })
  return proposeStatus(deliverable, asAt, { value: measured, words: printed })
}

/**
 * Keeps a person's decision on a deliverable's colour in a cycle, with what was proposed at that moment. Refuses a decision that differs from the
 * proposal without a reason, and any in a closed cycle. The latest stands; earlier ones stay.
 */
export async function rateDeliverable(
  ctx: Ctx,
  source: FigureSource,
  deliverable_id: string,
  cycle_id: string,
  { status, reason }: { status: Status; reason: string | null },
): Promise<void> {
  const [deliverable, cycle] = [await getDeliverable(ctx, deliverable_id), await getCycle(ctx, cycle_id)]
  if (cycle.closed_at)
    refuse(
      'status',
      `This ${(await wordsOfYear(ctx, cycle.year_id)).cycle.one} is closed: its colours can no longer be changed.`,
    )
  const proposal = await proposalFor(ctx, source, deliverable, cycle)
  if (proposal && proposal.status !== status && !reason)
    refuse('reason', `Say why it is ${STATUSES[status]}, when ${STATUSES[proposal.status]} is proposed`)
  await ctx.db
    .insertInto('delivery_plan.rating')
    .values({
      deliverable_id,
      cycle_id,
      held_by: deliverable.held_by,
      status,
      reason,
      proposed: proposal?.status ?? null,
      because: proposal?.because ?? null,
    })
    .execute()
}
