import { offenceGroups } from '#reference'
import { code, day, flag, text, texts } from '#platform/reading/index.ts'

const victim = {
  nominal: text({
    says: "The force's own number for the person, where it has one: rows with the same number are one person",
  }),
  surname: text({ says: 'Family name, or the name of an organisation' }),
  forenames: text({ says: 'First and middle names' }),
  full_name: text({ says: 'The whole name, where it is one column (see name_order)' }),
  born_on: day({ says: 'Date of birth' }),
  sex: text({ says: 'Sex' }),
  postcode: text({ says: 'Postcode' }),
  phone: text({ says: 'A telephone number' }),
  email: text({ says: 'An e-mail address' }),
}

const codesOfGroups = offenceGroups.map(({ code }) => code)

/** How senders write whom a crime was against, besides our own words. */
const VICTIM_TYPES: Readonly<Record<string, 'person' | 'organisation' | 'state'>> = Object.fromEntries(
  Object.entries({
    person: 'p i ind individual victim',
    organisation: 'o org organization b bus business c company corporate commercial retail',
    state: 's crown rex regina public society police',
  }).flatMap(([meant, written]) =>
    written.split(' ').map((one) => [one, meant as 'person' | 'organisation' | 'state']),
  ),
)

/** What a force's extract may fill. `docs/extracts.md` tells each by example. */
export const EXTRACT_FIELDS = {
  'recorded-crime': {
    crime_number: text({ says: 'The number of the crime: crimes are counted by it' }),
    recorded_on: day({ required: true, says: 'The day it was recorded: crimes are counted by it' }),
    committed_on: day({ says: 'The day it happened, or the first of several' }),
    class: text({ says: 'The class it is published in; worked out from the offence when there is none' }),
    offence: text({ says: 'The offence as it stands there' }),
    offence_code: text({ says: 'Its Home Office code' }),
    offence_group: code(codesOfGroups, {
      says: 'The group of recorded crime, where neither the class nor the offence tells it: domestic crimes count in VAP and SEX',
    }),
    domestic: flag({ says: 'Flagged as domestic' }),
    hate_strand: texts({
      says: "The hate strands, in the force's words; several cut by “;” unless told otherwise",
    }),
    district: text({ says: 'The district where it happened' }),
    ward: text({ says: 'The ward where it happened' }),
    victim_type: code(['person', 'organisation', 'state'], {
      written: VICTIM_TYPES,
      says: 'Whom it was against; a person when there is a first name, a date of birth or a number, else an organisation',
    }),
    ...victim,
  },
  asb: {
    incident_number: text({ says: 'The number of the incident' }),
    occurred_on: day({ required: true, says: 'The day it happened: incidents are counted by it' }),
    qualifier: text({ required: true, says: 'Personal, nuisance or environmental' }),
    at_risk: flag({ says: 'Tagged as risk or vulnerable; only those count' }),
    district: text({ says: 'The district' }),
    ward: text({ says: 'The ward' }),
    ...victim,
  },
} as const

export type ExtractKind = keyof typeof EXTRACT_FIELDS

/** The field that crimes or incidents are counted by. */
export const NUMBER_OF = {
  'recorded-crime': 'crime_number',
  asb: 'incident_number',
} as const satisfies Record<ExtractKind, string>
