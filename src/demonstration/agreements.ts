import {
  describeOrganisation,
  getOrganisation,
  listAgreements,
  recordAgreement,
  type Agreement,
} from '#organisations'
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

/** Whoever answers for data protection in each service, how it describes itself, and what it gives. */
const SERVICES: readonly { by: string; about: string; phone: string; gives: readonly Given[] }[] = [
  {
    by: 'Priya Raman',
    about: 'Support for anybody harmed by crime, whenever it happened. Monday to Friday, 8am to 8pm.',
    phone: '01632 960 110',
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
    about: 'Advocates for women who live with domestic abuse, or have left it. At any hour.',
    phone: '01632 960 120',
    gives: [{ ...BETWEEN_SERVICES, receiver: 'Nottinghamshire Victim CARE', told_at_close: 'closed' }],
  },
]

/** How the services describe themselves in the demonstration, what they give to others and under which agreement. What is there stays as it is. */
export async function agreements(pools: Pools, act: Act, area: string): Promise<void> {
  for (const { by, about, phone, gives } of SERVICES) {
    const officer = await castActor(pools, act, area, by)
    await act(officer, { visit_id: newId(), query: {} }, async (ctx) => {
      const { about: described } = await getOrganisation(ctx, ctx.actor.organisation_id)
      if (!described) await describeOrganisation(ctx, { about, phone, website: null })
      const known = await listAgreements(ctx, ctx.actor.organisation_id)
      const there = new Set(
        known.filter(({ given_by }) => given_by === ctx.actor.organisation_id).map((one) => one.reference),
      )
      for (const one of gives.filter(({ reference }) => !there.has(reference)))
        await recordAgreement(ctx, { ...one, in_force_from: '2017-01-01', review_on: '2027-04-01' })
    })
  }
}
