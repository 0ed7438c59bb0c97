/** What a member may be, and what people call it. A member has one or more; which rows they reach is settled by their teams, not here. */
export const ROLES = {
  intake_worker: 'Intake worker',
  caseworker: 'Caseworker',
  rj_practitioner: 'Restorative justice practitioner',
  team_manager: 'Team manager',
  police_officer: 'Police officer',
  community_point_worker: 'Community Point worker',
  commissioner_analyst: "Analyst, Commissioner's office",
  commissioner_signatory: "Signatory, Commissioner's office",
  data_protection_officer: 'Data protection officer',
  administrator: 'Administrator',
} as const

export type Role = keyof typeof ROLES

/** Everyone in a provider who works with people and their cases. */
export const PROVIDER_STAFF = [
  'intake_worker',
  'caseworker',
  'rj_practitioner',
  'team_manager',
] as const satisfies readonly Role[]
/** Who may read figures, their definitions and the papers made of them. */
export const FIGURE_READERS = [
  'team_manager',
  'commissioner_analyst',
  'commissioner_signatory',
] as const satisfies readonly Role[]
