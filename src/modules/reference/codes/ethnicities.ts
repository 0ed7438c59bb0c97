import type { CodeOf } from './code-list.ts'

/**
 * Ethnic groups as people describe themselves (equality-questions.json), with "not stated" (asked, no answer) and
 * "not recorded" (not asked) as two values.
 */
export const ETHNICITIES = {
  british: 'English, Welsh, Scottish, Northern Irish or British',
  irish: 'Irish',
  'gypsy-traveller': 'Gypsy or Irish Traveller',
  roma: 'Roma',
  'other-white': 'Any other White background',
  'white-black-caribbean': 'White and Black Caribbean',
  'white-black-african': 'White and Black African',
  'white-asian': 'White and Asian',
  'other-mixed': 'Any other mixed or multiple ethnic background',
  indian: 'Indian',
  pakistani: 'Pakistani',
  bangladeshi: 'Bangladeshi',
  chinese: 'Chinese',
  'other-asian': 'Any other Asian background',
  african: 'African',
  caribbean: 'Caribbean',
  'other-black': 'Any other Black, African or Caribbean background',
  arab: 'Arab',
  'any-other': 'Any other ethnic group',
  'not-stated': 'Prefer not to say',
  'not-recorded': 'Not asked or not recorded',
} as const
export type Ethnicity = CodeOf<typeof ETHNICITIES>

/**
 * Police self-defined ethnicity, 16+1 and 18+1 (O1 is Chinese in 16+1 and A4 in 18+1; W3, O2 came with 18+1; N1 to N3
 * and NS mean that the person did not say). A sender who uses other letters maps them in the mapping profile.
 */
export const POLICE_ETHNICITIES: Readonly<Record<string, Ethnicity>> = {
  W1: 'british',
  W2: 'irish',
  W3: 'gypsy-traveller',
  W9: 'other-white',
  M1: 'white-black-caribbean',
  M2: 'white-black-african',
  M3: 'white-asian',
  M9: 'other-mixed',
  A1: 'indian',
  A2: 'pakistani',
  A3: 'bangladeshi',
  A4: 'chinese',
  A9: 'other-asian',
  B1: 'caribbean',
  B2: 'african',
  B9: 'other-black',
  O1: 'chinese',
  O2: 'arab',
  O9: 'any-other',
  NS: 'not-stated',
  N1: 'not-stated',
  N2: 'not-stated',
  N3: 'not-stated',
}
