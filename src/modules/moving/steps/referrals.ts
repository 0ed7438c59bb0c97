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
  along: ['people.person', 'people.contact_method', 'people.address', 'people.person_key'],
  words: REFERRAL_SOURCES,
  make: (row, place) => {
    const person_id = personId(place, row.person_reference ?? `of referral ${row.reference}`)
    const referral_id = referralId(place, row.reference)
    const { crime_no, offence, offence_code, hate_strands, result } = row
    return {
      id: referral_id,
      ready: {
        ...row,
        referral_id,
        person_id,
        crime_reference: crime_no,
        offence_text: offence,
        offence_code,
        hate_strand: hate_strands.join(',') || null,
        result: result ?? 'accepted',
        person: personOf(row, person_id, place),
      },
    }
  },
  load: async (ctx, ready, place) => {
    const people = ready.map(({ person }) => person)
    const known = await movePeople(ctx, people)
    const referrals = ready.map(({ person, ...row }) => ({ ...row, person_id: known.get(person.person_id)! }))
    return moveReferrals(ctx, place.receiving_team_id, referrals)
  },
  tally: ({ source }) => [[`Referrals: ${source}`, 1]],
  readBack: `select 'Referrals: ' || source as what, count(*) as n from referrals.referral
    where area_id = access.area_id() and referral_id = any ($1) group by 1`,
})

const personOf = (row: Row<'referrals'>, person_id: string, place: Place): MovedPerson => ({
  person_id,
  held_by: place.receiving_team_id,
  source_reference: row.person_reference,
  forename: row.forenames ?? '',
  surname: row.surname ?? '',
  date_of_birth: row.born_on,
  sex: row.sex,
  ethnicity: row.ethnicity,
  language: row.interpreter,
  communication_needs: row.communication_needs,
  district: row.district,
  // Contact only by a safe route wherever the old system had reason to be careful (domain reference 4.3).
  sensitive: row.sensitive || row.domestic || row.sexual,
  contact_methods: [
    { kind: 'mobile' as const, value: row.mobile },
    { kind: 'phone' as const, value: row.home_phone },
    { kind: 'email' as const, value: row.email },
  ].flatMap(({ kind, value }) => (value ? [{ kind, value }] : [])),
  address:
    row.address || row.postcode
      ? { line: row.address ?? '', town: row.town ?? '', postcode: row.postcode ?? '' }
      : null,
})
