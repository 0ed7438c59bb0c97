import { FILLED_WITH_PEOPLE, type MovedPerson, movePeople, peopleBySource } from '#people'
import { personId, step } from '../move/step.ts'
import { personOf } from './person-of.ts'

/** People in a file of their own: referrals and cases name them by their number. */
export const peopleStep = step<'people', MovedPerson & { row: number; source_reference: string }>({
  name: 'people',
  rows: 'people',
  table: 'people.person',
  along: FILLED_WITH_PEOPLE,
  words: {},
  make: ({ row, reference, ...told }, place) => {
    const person_id = personId(place, reference)
    const person = personOf(told, person_id, reference, place)
    return { id: person_id, ready: { ...person, row, source_reference: reference } }
  },
  load: async (ctx, ready, place) => {
    const references = ready.map(({ source_reference }) => source_reference)
    const { size: there } = await peopleBySource(ctx, place.receiving_team_id, references)
    await movePeople(
      ctx,
      ready.map(({ row: _, ...person }) => person),
    )
    return { loaded: ready.length - there, there, refused: [] }
  },
  tally: ({ born_on }) => [
    ['People', 1],
    ['People with a date of birth', born_on ? 1 : 0],
  ],
  readBack: `select 'People' as what, count(*) as n from people.person where area_id = access.area_id() and person_id = any ($1)
    union all select 'People with a date of birth', count(date_of_birth) from people.person where area_id = access.area_id() and person_id = any ($1)`,
})
