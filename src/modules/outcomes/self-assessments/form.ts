import { unmarked } from '#support'
import { choice, day, form, type ValuesOf } from '#platform/forms/index.ts'

export const STAGES = { first: 'First', review: 'Review', last: 'Last' } as const
export type Stage = keyof typeof STAGES

const TEN = {
  '1': '1, very bad',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5',
  '6': '6',
  '7': '7',
  '8': '8',
  '9': '9',
  '10': '10, very good',
} as const

const score = (label: string, name: string) =>
  unmarked(
    choice(TEN, { label, name, as: 'select', optional: true }),
    choice(TEN, { label, name, as: 'select' }),
  )

/** Asked in these words, so that two workers ask the same thing. What somebody would rather not answer stays empty. */
export const selfAssessmentForm = form({
  stage: choice(STAGES, {
    label: 'Which self-assessment is this?',
    name: 'which self-assessment this is',
    inline: true,
  }),
  assessed_on: day({
    label: 'On which day did they answer?',
    name: 'the day they answered',
    mustBePast: true,
  }),
  health_wellbeing: score('How do you feel about your health and wellbeing?', 'health and wellbeing'),
  cope: score('How well do you feel able to cope with everyday life?', 'how well they cope'),
  safety: score('How safe do you feel?', 'how safe they feel'),
  informed: score(
    'How well informed do you feel, and able to decide what happens next?',
    'how well informed they are',
  ),
})
export type SelfAssessed = ValuesOf<typeof selfAssessmentForm>
