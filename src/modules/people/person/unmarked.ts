import { day, type Field, words } from '#platform/forms/index.ts'

type Words = Omit<Parameters<typeof words>[0], 'optional'>
type Day = Omit<Parameters<typeof day>[0], 'optional'>

/** An optional field without "(optional)" after its label: for forms where nothing need be known, which say so at their top. */
export const wordsIfKnown = (options: Words): Field<string | null> => ({
  ...words({ ...options, optional: true }),
  render: words(options).render,
})
export const dayIfKnown = (options: Day): Field<string | null> => ({
  ...day({ ...options, optional: true }),
  render: day(options).render,
})
