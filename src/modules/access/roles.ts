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

const BY_KIND: Record<string, readonly Role[]> = {
  provider: [...PROVIDER_STAFF, 'data_protection_officer', 'administrator'],
  force: ['police_officer', 'data_protection_officer', 'administrator'],
  commissioner: [
    'commissioner_analyst',
    'commissioner_signatory',
    'data_protection_officer',
    'administrator',
  ],
  partner: ['community_point_worker', 'administrator'],
}

/** The roles that an organisation of this kind can give to its members: a provider cannot make somebody an analyst of the Commissioner's. */
export const rolesOf = (organisation_kind: string): readonly Role[] => BY_KIND[organisation_kind] ?? []

/** Roles as people read them, in the order of the list. */
export const rolesInWords = (roles: readonly string[]): string =>
  roles.map((role) => ROLES[role as Role] ?? role).join(', ')
