import { choice, day, form, type ValuesOf, wholeNumber, words } from '#platform/forms/index.ts'
import { STAGES } from '../stages.ts'

const reached = day({ label: 'On which day?', name: 'the day', mustBePast: true })

export const stepForm = form({
  stage: choice(STAGES, {
    label: 'What happened?',
    name: 'what happened',
    hints: { registered: 'Also when it renews its registration', lapsed: 'It does not take part any more' },
  }),
  reached_on: reached,
})
export type Step = ValuesOf<typeof stepForm>

export const sitesForm = form({
  sites: wholeNumber({
    label: 'How many sites does it have?',
    name: 'the number of sites',
    hint: 'Each place where people can walk in: a library service with 60 libraries has 60.',
    least: 1,
    most: 5000,
  }),
})

export const addForm = form({
  name: words({ label: 'Name of the organisation', name: 'the name of the organisation', max: 120 }),
  district: words({
    label: 'District',
    name: 'the district',
    max: 60,
  }),
  reached_on: day({ label: 'When did you first speak with them?', name: 'the day', mustBePast: true }),
})
export type PointToAdd = ValuesOf<typeof addForm>
