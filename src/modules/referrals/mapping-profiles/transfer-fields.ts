import {
  ASB_QUALIFIERS,
  codesOf,
  CONSENT_BASES,
  HATE_STRANDS,
  POLICE_ETHNICITIES,
  RISK_GRADES,
  SEXES,
} from '#reference'
import { code, codeList, day, flag, text, wholeNumber, type RecordOf } from '#platform/reading/index.ts'

export const VICTIM_TYPES = {
  individual: 'A person',
  organisation: 'A business or other organisation',
  state: 'The state or public',
} as const
export const SAFE_ANSWERS = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const

/**
 * What a row of a transfer can say, one victim at a time. MAPPING-PROFILES.md prints this list (`npm test` holds the two together):
 * a new field here is a new line there.
 */
export const TRANSFER_FIELDS = {
  occurrence_no: text({ required: true, says: "The sender's number of the crime or incident" }),
  crime_no: text({ says: 'The crime number, where it is another one' }),
  reported_on: day({ required: true, says: 'The day it was reported' }),
  committed_from: day({ says: 'The first day on which it may have happened' }),
  committed_to: day({ says: 'The last day on which it may have happened' }),
  offence: text({
    says: 'The offence in the words of the sender; read as a group and subgroup of recorded crime',
  }),
  offence_code: text({
    says: 'Its Home Office code (8L or 008/66) or NFIB code, where it has a column of its own',
  }),
  asb_qualifier: code(codesOf(ASB_QUALIFIERS), {
    lenient: true,
    says: 'For anti-social behaviour: what harm it does',
  }),
  victim_type: code(codesOf(VICTIM_TYPES), {
    says: 'Who the victim is; a person when blank',
    written: {
      person: 'individual',
      p: 'individual',
      i: 'individual',
      ind: 'individual',
      victim: 'individual',
      business: 'organisation',
      company: 'organisation',
      org: 'organisation',
      b: 'organisation',
      o: 'organisation',
      crown: 'state',
      public: 'state',
      society: 'state',
      s: 'state',
    },
  }),
  surname: text({ says: 'Family name' }),
  forenames: text({ says: 'First and middle names' }),
  full_name: text({ says: 'The whole name, where it is one column (see name_order)' }),
  born_on: day({ says: 'Date of birth' }),
  age: wholeNumber({ says: 'Age in years, where there is no date of birth' }),
  sex: code(codesOf(SEXES), {
    lenient: true,
    says: 'Sex',
    written: { female: 'F', male: 'M', f: 'F', m: 'M' },
  }),
  ethnicity: code(Object.keys(POLICE_ETHNICITIES), {
    lenient: true,
    says: 'Self-defined ethnicity, 16+1 or 18+1 code',
  }),
  mobile: text({ says: 'Mobile phone' }),
  home_phone: text({ says: 'Home phone' }),
  work_phone: text({ says: 'Work phone' }),
  email: text({ says: 'Email address' }),
  address: text({ says: 'House, street and locality', lines: true }),
  town: text({ says: 'Town or district' }),
  postcode: text({ says: 'Home postcode, in any format' }),
  domestic: flag({ says: 'Domestic abuse' }),
  sexual: flag({ says: 'Sexual offence' }),
  stalking: flag({ says: 'Stalking' }),
  honour_based_abuse: flag({ says: 'So-called honour-based abuse' }),
  forced_marriage: flag({ says: 'Forced marriage' }),
  exploitation: flag({ says: 'Modern slavery, trafficking or another exploitation' }),
  hate_strands: codeList(codesOf(HATE_STRANDS), {
    lenient: true,
    says: 'Hate strands, several cut by “;” unless told otherwise',
    written: {
      ethnicity: 'race',
      racist: 'race',
      racial: 'race',
      faith: 'religion',
      homophobic: 'sexual-orientation',
      'sexual orientation': 'sexual-orientation',
      homophobia: 'sexual-orientation',
      disablist: 'disability',
      'transgender identity': 'transgender',
      transphobic: 'transgender',
      gender: 'other-local',
    },
  }),
  bereaved: flag({ says: 'A close relative of someone who died' }),
  vulnerable: flag({ says: 'The sender marks the victim as vulnerable' }),
  repeat_victim: flag({ says: 'The sender marks the victim as a repeat victim' }),
  child_protection: flag({ says: 'Child protection or safeguarding: contact is not appropriate' }),
  deceased: flag({ says: 'The person has died' }),
  consent_basis: code(codesOf(CONSENT_BASES), {
    says: 'On what ground the person is referred; not recorded when blank',
    written: {
      informed: 'notified-right',
      notified: 'notified-right',
      'told and did not object': 'notified-right',
      implied: 'notified-right',
      consented: 'explicit',
      yes: 'explicit',
      y: 'explicit',
      'explicit consent': 'explicit',
      guardian: 'parent-guardian',
      parent: 'parent-guardian',
      refused: 'declined',
      no: 'declined',
      n: 'declined',
      'opted out': 'declined',
      'not recorded': 'not-recorded',
      unknown: 'not-recorded',
    },
  }),
  consent_by: text({ says: 'Who recorded the consent' }),
  consent_on: day({ says: 'The day of the consent' }),
  safe_to_contact: code(codesOf(SAFE_ANSWERS), {
    says: 'Whether a contact route is safe; not known when blank',
    written: {
      y: 'yes',
      n: 'no',
      true: 'yes',
      false: 'no',
      '1': 'yes',
      '0': 'no',
      safe: 'yes',
      unsafe: 'no',
      u: 'unknown',
      'not known': 'unknown',
    },
  }),
  safe_contact_notes: text({ says: 'How and when it is safe', lines: true }),
  interpreter: text({ says: 'The language an interpreter is needed for' }),
  communication_needs: text({ says: 'What makes talking and reading easier', lines: true }),
  risk_grade: code(codesOf(RISK_GRADES), {
    lenient: true,
    says: "The police's risk grade",
    written: { low: 'standard', std: 'standard', med: 'medium' },
  }),
  enhanced_reasons: text({ says: 'Why the person is entitled to an enhanced service', lines: true }),
  relationship_to_suspect: text({ says: 'Relationship to the suspect (never the name of a suspect)' }),
  guardian_name: text({ says: "A child's parent or guardian" }),
  guardian_phone: text({ says: 'Their phone' }),
  officer: text({ says: 'Officer in the case' }),
  officer_email: text({ says: 'Their work email' }),
  earlier_reference: text({ says: 'The reference of an earlier referral' }),
}

/** One victim as a row tells it, by field. */
export type TransferVictim = RecordOf<typeof TRANSFER_FIELDS>
/** The fields that mark a row as sensitive when they are true. */
export const SENSITIVE_FLAGS = [
  'domestic',
  'sexual',
  'stalking',
  'honour_based_abuse',
  'forced_marriage',
  'exploitation',
] as const
