/** How far a local organisation has come in signing up to help and refer (domain reference 1). */
export const STAGES = {
  engaged: 'Engaged',
  applied: 'Applied',
  registered: 'Registered',
  lapsed: 'Lapsed',
} as const
export type Stage = keyof typeof STAGES
