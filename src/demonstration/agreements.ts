import { listAgreements, recordAgreement, type Agreement } from '#organisations'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { castActor } from './cast-actor.ts'

const AGREEMENTS: readonly Pick<
  Agreement,
  'reference' | 'receiver' | 'purpose' | 'items' | 'ground' | 'told_at_close'
>[] = [
  {
    reference: 'Answers to the police',
    receiver: 'Nottinghamshire Police',
    purpose: 'The force learns what became of each referral, and what is missing.',
    items: 'The referral’s reference, its result, what is missing, and that somebody could not be reached.',
    ground: 'public-task',
    told_at_close: 'no-contact',
  },
  {
    reference: 'Cases between our services',
    receiver: "Trent Women's Support",
    purpose: 'Somebody who is better helped by the other service goes on there without telling it all again.',
    items: 'The case and everything recorded in it, who the person is, and how it is safe to reach them.',
    ground: 'consent',
    told_at_close: 'nothing',
  },
]

/** What Victim CARE gives to others in the demonstration, and under which agreement. Those that are there stay as they are. */
export async function agreements(pools: Pools, act: Act, area: string): Promise<void> {
  const officer = await castActor(pools, act, area, 'Priya Raman')
  await act(officer, { visit_id: newId(), query: {} }, async (ctx) => {
    const there = new Set((await listAgreements(ctx, ctx.actor.organisation_id)).map((one) => one.reference))
    for (const one of AGREEMENTS.filter(({ reference }) => !there.has(reference)))
      await recordAgreement(ctx, { ...one, in_force_from: '2017-01-01', review_on: '2027-04-01' })
  })
}
