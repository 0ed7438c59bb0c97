import {
  CLOSE_REASONS,
  codesOf,
  CONSENT_BASES,
  HATE_STRANDS,
  INTAKE_RESULTS,
  POLICE_ETHNICITIES,
  REFERRAL_SOURCES,
  SEXES,
  SUPPORT_TYPES,
} from '#reference'
import { STAGES } from '#community-points'
import { RJ_OUTCOMES, RJ_SOURCES } from '#restorative-justice'
import {
  code,
  codeList,
  day,
  type Field,
  type Fields,
  flag,
  type RecordOf,
  text,
  wholeNumber,
} from '#platform/reading/index.ts'

/** Every row has it: `readerOf` sees to that, whatever a profile's codes say. */
const must = <Kind extends string, Value>(field: Field<Kind, Value>) =>
  field as Field<Kind, NonNullable<Value>>

const yesOrNo = (says: string) =>
  code(['yes', 'no'], {
    says,
    written: { y: 'yes', n: 'no', true: 'yes', false: 'no', '1': 'yes', '0': 'no' },
  })
const score = (of: string) =>
  wholeNumber({ says: `${of}: from 1 to the highest of the scale; blank when not answered` })

const person = {
  surname: text({ says: 'Family name' }),
  forenames: text({ says: 'First and middle names' }),
  full_name: text({ says: 'The whole name, where it is one column (see name_order)' }),
  born_on: day({ says: 'Date of birth' }),
  sex: code(codesOf(SEXES), { lenient: true, written: { female: 'F', male: 'M' }, says: 'Sex' }),
  ethnicity: code(Object.keys(POLICE_ETHNICITIES), {
    lenient: true,
    says: 'Self-defined ethnicity, 16+1 or 18+1 code',
  }),
  interpreter: text({ says: 'The language an interpreter is needed for' }),
  communication_needs: text({ says: 'What makes talking and reading easier' }),
  address: text({ says: 'House, street and locality' }),
  town: text({ says: 'Town' }),
  postcode: text({ says: 'Home postcode, in any format' }),
  mobile: text({ says: 'Mobile phone' }),
  home_phone: text({ says: 'Home phone' }),
  email: text({ says: 'Email address' }),
}
/** What a row of referrals must not name where the people are in a file of their own. */
export const PERSON_FIELDS = Object.keys(person) as (keyof typeof person)[]
const district = text({ says: 'The district in which the person lives' })
const sensitive = flag({
  says: 'To be contacted only by a route known to be safe; so is whoever has domestic or sexual',
})

/** The fields that each file of an export may fill, in the order in which the files are loaded. `npm test` holds docs/moving.md to it. */
export const MOVED_FILES = {
  people: {
    reference: must(text({ required: true, says: "The old system's number for the person, one for each" })),
    ...person,
    district,
    sensitive,
  },
  referrals: {
    reference: must(text({ required: true, says: 'The number of the referral, one for each' })),
    received_on: must(day({ required: true, says: 'The day it came: referrals are counted by it' })),
    source: must(code(codesOf(REFERRAL_SOURCES), { required: true, says: 'Where it came from' })),
    sender: text({ says: 'Where it came from, in the words of the old system' }),
    crime_no: text({ says: 'The crime number' }),
    reported_on: day({ says: 'The day the crime was reported' }),
    offence: text({ says: 'The offence as it stands there; read as a group and subgroup of recorded crime' }),
    offence_code: text({ says: 'Its Home Office or NFIB code, where it has a column of its own' }),
    domestic: flag({ says: 'Domestic abuse' }),
    sexual: flag({ says: 'Sexual offence' }),
    hate_strands: codeList(codesOf(HATE_STRANDS), {
      lenient: true,
      written: {
        ethnicity: 'race',
        faith: 'religion',
        'sexual orientation': 'sexual-orientation',
        'transgender identity': 'transgender',
      },
      says: 'Hate strands, several cut by “;” unless told otherwise',
    }),
    consent_basis: code(codesOf(CONSENT_BASES), {
      says: 'On what ground the person was referred; not recorded when blank',
    }),
    result: code(codesOf(INTAKE_RESULTS), { says: 'What was decided about it; accepted when blank' }),
    district,
    person_reference: text({
      says: "The old system's number for the person: rows with the same number are one person",
    }),
    ...person,
    sensitive,
  },
  cases: {
    reference: must(text({ required: true, says: 'The number of the case, one for each' })),
    referral_reference: text({ says: 'The number of the referral it came from' }),
    person_reference: text({ says: 'The number of the person, where the case has no referral' }),
    opened_on: must(day({ required: true, says: 'The day it was opened' })),
    tier: must(code(['brief', 'longer-term'], { required: true, says: 'The support the person chose' })),
    worker: text({
      says: 'Who worked on it: “Dan Jessop”, “D Jessop” and “Jessop, Dan” are found among the members',
    }),
    closed_on: day({ says: 'The day it was closed; blank while it is open' }),
    close_reason: code(codesOf(CLOSE_REASONS), {
      says: 'Why it was closed; needed when it was. A "default" is for closed cases only',
    }),
  },
  actions: {
    source_reference: text({
      says: 'The number of the action, one for each; without it, what the action was tells it apart',
    }),
    case_reference: must(text({ required: true, says: 'The number of its case' })),
    acted_on: must(day({ required: true, says: 'The day' })),
    type: must(code(codesOf(SUPPORT_TYPES), { required: true, says: 'What was done' })),
    quantity: wholeNumber({
      says: 'How many: items of target hardening; of every other type, how often it was done; 1 when blank',
    }),
    minutes: wholeNumber({ says: 'How long it took' }),
    worker: text({ says: 'Who did it' }),
  },
  self_assessments: {
    case_reference: must(text({ required: true, says: 'The number of its case' })),
    assessed_on: must(day({ required: true, says: 'The day' })),
    stage: must(code(['first', 'review', 'last'], { required: true, says: 'Which of them it was' })),
    scale: wholeNumber({
      says: 'The highest score of the scale, such as 5 or 10 (mostly a constant); 10 when blank',
    }),
    health_wellbeing: score('Health and wellbeing'),
    cope: score('Ability to cope'),
    safety: score('Feelings of safety'),
    informed: score('Informed and empowered'),
  },
  surveys: {
    case_reference: must(text({ required: true, says: 'The number of its case' })),
    sent_on: must(day({ required: true, says: 'The day it was sent' })),
    returned_on: day({ says: 'The day it came back; blank when it did not' }),
    satisfaction: code(['completely', 'mostly', 'partly', 'dissatisfied'], {
      says: 'How satisfied the person was',
    }),
    would_use_again: yesOrNo('Would use the service again'),
    would_recommend: yesOrNo('Would recommend it to a friend'),
  },
  restorative_justice: {
    reference: must(
      text({ required: true, says: 'The number of the restorative justice referral, one for each' }),
    ),
    referral_reference: text({ says: 'The number of the referral the person came by' }),
    person_reference: text({ says: 'The number of the person, where it names no referral' }),
    received_on: must(day({ required: true, says: 'The day it came to the team' })),
    source: must(code(codesOf(RJ_SOURCES), { required: true, says: 'Who sent it' })),
    outcome: code(codesOf(RJ_OUTCOMES), { says: 'What came of it; blank stays “no outcome recorded”' }),
    close_reason: code(['victim-withdrew', 'victim-disengaged'], {
      says: 'For withdrew-or-disengaged: which of the two',
    }),
    reached_on: day({ says: 'The day of the outcome' }),
  },
  community_points: {
    name: must(text({ required: true, says: 'The name of the organisation' })),
    district: must(text({ required: true, says: 'The district it works in, or “County wide”' })),
    stage: must(code(codesOf(STAGES), { required: true, says: 'How far it has come' })),
    reached_on: day({ says: 'Since when; blank when that is not known' }),
    sites: wholeNumber({ says: 'How many sites it has; 1 when blank' }),
  },
} as const satisfies Record<string, Fields>

export type MovedFile = keyof typeof MOVED_FILES
/** A row of one file as it was read: null, false or an empty list where the cell was blank or no column was named. */
export type MovedValues<File extends MovedFile> = RecordOf<(typeof MOVED_FILES)[File]>
