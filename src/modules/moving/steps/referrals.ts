import { type MovedPerson, movePeople } from '#people'
import { REFERRAL_SOURCES } from '#reference'
import { type MovedReferral, moveReferrals } from '#referrals'
import { personId, type Place, referralId, type Row, step } from '../move/step.ts'

type Ready = MovedReferral & { person: MovedPerson }

/** A row is a referral and its person; the person's number ties the rows of one person together. */
export const referralsStep = step<'referrals', Ready>({
  name: 'referrals',
  rows: 'referrals',
  table: 'referrals.referral',
  along: ['people.person', 'people.contact_method', 'people.address', 'people.block_key'],
  words: REFERRAL_SOURCES,
  make: (row, place) => {
    const person_id = personId(place, row.person_reference ?? `of referral ${row.reference}`)
    const referral_id = referralId(place, row.reference)
    return {
      id: referral_id,
      ready: { ...row, referral_id, person_id, person: personOf(row, person_id, place) },
    }
  },
  load: async (ctx, ready, place) => {
    const known = await movePeople(
      ctx,
      ready.map(({ person }) => person),
    )
    return moveReferrals(
      ctx,
      place.receiving_team_id,
      ready.map(({ person: _, ...referral }) => ({ ...referral, person_id: known.get(referral.person_id)! })),
    )
  },
  tally: ({ source }) => [[`Referrals: ${source}`, 1]],
  readBack: `select 'Referrals: ' || source as what, count(*) as n from referrals.referral where area_id = access.area_id() and referral_id = any ($1) group by 1`,
})

const personOf = (row: Row<'referrals'>, person_id: string, place: Place): MovedPerson => ({
  person_id,
  held_by: place.receiving_team_id,
  source_reference: row.person_reference,
  forename: row.forename ?? '',
  surname: row.surname ?? '',
  date_of_birth: row.date_of_birth,
  sex: row.sex as 'F' | 'M' | 'X' | null,
  ethnicity: row.ethnicity,
  language: row.language,
  district: row.district,
  // Contact only by a safe route wherever the old system had reason to be careful (domain reference 4.3).
  sensitive: row.sensitive || row.domestic || row.sexual,
  contact_methods: (['mobile', 'phone', 'email'] as const).flatMap((kind) =>
    row[kind] ? [{ kind, value: row[kind] }] : [],
  ),
  address:
    row.address || row.postcode
      ? { line: row.address ?? '', town: row.town ?? '', postcode: row.postcode ?? '' }
      : null,
})
