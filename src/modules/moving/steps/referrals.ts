import { FILLED_WITH_PEOPLE, markSensitive, type MovedPerson, movePeople, peopleBySource } from '#people'
import { REFERRAL_SOURCES } from '#reference'
import { type MovedReferral, moveReferrals } from '#referrals'
import type { Ctx } from '#platform/act.ts'
import { personId, type Place, referralId, step } from '../move/step.ts'
import { personOf } from './person-of.ts'

/** `person` is null where the people are in a file of their own. */
type Ready = MovedReferral & {
  person: MovedPerson | null
  person_reference: string | null
  sensitive: boolean
}

/** A row is a referral and its person; the person's number ties the rows of one person together. */
export const referralsStep = step<'referrals', Ready>({
  name: 'referrals',
  rows: 'referrals',
  table: 'referrals.referral',
  along: ['people.person', ...FILLED_WITH_PEOPLE],
  words: REFERRAL_SOURCES,
  make: (row, place) => {
    const { crime_no, offence, offence_code, hate_strands, result, person_reference } = row
    if (place.people_apart && !person_reference) return { reason: 'It does not say whose it is' }
    const person_id = personId(place, person_reference ?? `of referral ${row.reference}`)
    const referral_id = referralId(place, row.reference)
    // Contact only by a safe route wherever the old system had reason to be careful (safe contact: people).
    const sensitive = row.sensitive || row.domestic || row.sexual
    return {
      id: referral_id,
      ready: {
        ...row,
        referral_id,
        person_id,
        sensitive,
        crime_reference: crime_no,
        offence_text: offence,
        offence_code,
        hate_strand: hate_strands.join(',') || null,
        result: result ?? 'accepted',
        person: place.people_apart
          ? null
          : personOf({ ...row, sensitive }, person_id, person_reference, place),
      },
    }
  },
  load: async (ctx, ready, place) => {
    const known = place.people_apart
      ? await peopleNamed(ctx, ready, place)
      : await movePeople(ctx, told(ready))
    const refused = ready
      .filter(({ person_id }) => !known.has(person_id))
      .map(({ row, person_reference }) => ({ row, reason: `There is no person ${person_reference}` }))
    const referrals = ready.flatMap(({ person: _, ...row }) => {
      const person_id = known.get(row.person_id)
      return person_id ? [{ ...row, person_id }] : []
    })
    await markSensitive(ctx, await newlySensitive(ctx, referrals))
    const landed = await moveReferrals(ctx, place.receiving_team_id, referrals)
    return { ...landed, refused: [...landed.refused, ...refused] }
  },
  tally: ({ source }) => [[`Referrals: ${source}`, 1]],
  readBack: `select 'Referrals: ' || source as what, count(*) as n from referrals.referral
    where area_id = access.area_id() and referral_id = any ($1) group by 1`,
})

const told = (ready: readonly Ready[]) => ready.flatMap(({ person }) => (person ? [person] : []))

async function peopleNamed(ctx: Ctx, ready: readonly Ready[], place: Place): Promise<Map<string, string>> {
  const references = [...new Set(ready.map(({ person_reference }) => person_reference!))]
  const known = await peopleBySource(ctx, place.receiving_team_id, references)
  return new Map([...known].map(([reference, person_id]) => [personId(place, reference), person_id]))
}

// A referral that was here before has marked its person already, and a worker may have thought better of it since.
async function newlySensitive(
  ctx: Ctx,
  rows: readonly { referral_id: string; person_id: string; sensitive: boolean }[],
) {
  const sensitive = rows.filter((row) => row.sensitive)
  if (sensitive.length === 0) return []
  const asked = sensitive.map(({ referral_id }) => referral_id)
  const there = await ctx.db
    .selectFrom('referrals.referral')
    .select('referral_id')
    .where('referral_id', 'in', asked)
    .execute()
  const before = new Set(there.map(({ referral_id }) => referral_id))
  return sensitive.filter(({ referral_id }) => !before.has(referral_id)).map(({ person_id }) => person_id)
}
