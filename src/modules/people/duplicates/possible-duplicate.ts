/** How sure a comparison is, in a plain word. */
export const BANDS = {
  'almost certain': 'Almost certainly the same person',
  likely: 'Likely to be the same person',
  possible: 'Possibly the same person',
} as const
export type PossibleBand = keyof typeof BANDS

/** A record that may be of the same person, of those this actor may see, with why. */
export type PossibleDuplicate = {
  person_id: string
  name: string
  date_of_birth: string | null
  district: string | null
  sensitive: boolean
  band: PossibleBand
  /** What agrees and what differs, in words and without any value: 'same date of birth'. */
  reasons: string[]
  /** The log2 odds behind the band; kept with a decision, never shown. */
  score: number
}
