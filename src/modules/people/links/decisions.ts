/** What a worker can decide about two records. */
export const DECISIONS = {
  same: 'Same person',
  'not-same': 'Not the same person',
  'not-sure': 'Not sure',
} as const
export type Decision = keyof typeof DECISIONS

/** The same, and what is kept when a link is taken back. */
export const DECIDED = { ...DECISIONS, unlinked: 'No longer linked' } as const
export type Decided = keyof typeof DECIDED
