/** The building order: a module uses only those before it (checked by architecture.test.ts). */
export const MODULES = [
  'reference',
  'access',
  'organisations',
  'people',
  'community-points',
  'referrals',
  'support',
  'outcomes',
  'restorative-justice',
  'conferences',
  'victims-code',
  'commissioning',
  'delivery-plan',
  'insight',
  'papers',
  'public-site',
] as const
