/** How far a local organisation has come in signing up to help and refer (domain reference 1). */
export const STAGES = {
  engaged: 'Engaged',
  applied: 'Applied',
  registered: 'Registered',
  lapsed: 'Lapsed',
} as const
export type Stage = keyof typeof STAGES

/** Whether a text is a stage. */
export const isStage = (text: string): text is Stage => Object.hasOwn(STAGES, text)

/** Where a point can go from each stage. Registered again is a renewal; a lapsed one may apply or register again. */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  engaged: ['applied', 'registered', 'lapsed'],
  applied: ['registered', 'lapsed'],
  registered: ['registered', 'lapsed'],
  lapsed: ['applied', 'registered'],
}
