import { NEEDS, type Need } from '#reference'
import { choice, day, form, type Filled, type ValuesOf, type Field } from '#platform/forms/index.ts'
import { unmarked } from '../pick.ts'

/** 0 is not a need now (domain 5). */
export const SCORES = {
  '0': '0, not a need now',
  '1': '1, a little',
  '2': '2',
  '3': '3, a fair amount',
  '4': '4',
  '5': '5, a great deal',
} as const
export const STAGES = { start: 'At the start', review: 'At a review', close: 'At the close' } as const
export type NeedStage = keyof typeof STAGES

const score = (label: string, name: string) =>
  unmarked(
    choice(SCORES, { label, name, as: 'select', optional: true }),
    choice(SCORES, { label, name, as: 'select' }),
  )

type ScoreField = Field<keyof typeof SCORES | null>
type ScoreFields = { [N in `${Need}_worker` | `${Need}_person`]: ScoreField }

// A field for each of the eight categories, twice: the person's own score is never mixed with the worker's.
const scores = Object.fromEntries(
  Object.entries(NEEDS).flatMap(([need, label]) => [
    [`${need}_person`, score('Their own score', `their own score for ${label}`)],
    [`${need}_worker`, score('Your score', `your score for ${label}`)],
  ]),
) as ScoreFields

export const needsForm = form({
  stage: choice(STAGES, { label: 'When in the case is this?', name: 'when this is', inline: true }),
  assessed_on: day({ label: 'On which day did you talk about it?', name: 'the day', mustBePast: true }),
  ...scores,
})
export type NeedsAssessed = ValuesOf<typeof needsForm>
export type NeedsFilled = Filled<(typeof needsForm)['fields']>
