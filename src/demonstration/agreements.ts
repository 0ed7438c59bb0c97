import { listAgreements, recordAgreement, type Agreement } from '#organisations'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { castActor } from './cast-actor.ts'

type Given = Pick<Agreement, 'reference' | 'receiver' | 'purpose' | 'items' | 'ground' | 'told_at_close'>

const BETWEEN_SERVICES = {
  reference: 'Cases between our services',
  purpose: 'Somebody who is better helped by the other service goes on there without telling it all again.',
  items: 'The case and everything recorded in it, who the person is, and how it is safe to reach them.',
  ground: 'consent',
} as const

/** Whoever answers for data protection in each service, and what their service gives. */
const AGREEMENTS: readonly { by: string; gives: readonly Given[] }[] = [
  {
    by: 'Priya Raman',
    gives: [
      {
        reference: 'Answers to the police',
        receiver: 'Nottinghamshire Police',
        purpose: 'The force learns what became of each referral, and what is missing.',
        items:
          'The referral’s reference, its result, what is missing, and that somebody could not be reached.',
        ground: 'public-task',
        told_at_close: 'no-contact',
      },
      { ...BETWEEN_SERVICES, receiver: "Trent Women's Support", told_at_close: 'nothing' },
    ],
  },
  {
    by: 'Sian Marlow',
    gives: [{ ...BETWEEN_SERVICES, receiver: 'Nottinghamshire Victim CARE', told_at_close: 'closed' }],
  },
]

/** What the services give to others in the demonstration, and under which agreement. Those that are there stay as they are. */
export async function agreements(pools: Pools, act: Act, area: string): Promise<void> {
  for (const { by, gives } of AGREEMENTS) {
    const officer = await castActor(pools, act, area, by)
    await act(officer, { visit_id: newId(), query: {} }, async (ctx) => {
      const known = await listAgreements(ctx, ctx.actor.organisation_id)
      const there = new Set(
        known.filter(({ given_by }) => given_by === ctx.actor.organisation_id).map((one) => one.reference),
      )
      for (const one of gives.filter(({ reference }) => !there.has(reference)))
        await recordAgreement(ctx, { ...one, in_force_from: '2017-01-01', review_on: '2027-04-01' })
    })
  }
}
