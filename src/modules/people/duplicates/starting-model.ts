import { MATCH_START, HOUSEHOLD_START } from '../matching/model/defaults.ts'
import { EXACT } from '../matching/comparison/levels.ts'
import { MODEL_VERSION, type Model } from '../matching/model/model.ts'
import { FIELDS, type Field } from '../matching/record/layout.ts'

/** How common a value of each field is taken to be, as a band (one record in 2^band has it), until an area has counted its own. */
export const STARTING_BANDS: Record<Field, number> = {
  forename: 7,
  surname: 9,
  date_of_birth: 14,
  sex: 1,
  postcode: 13,
  address: 15,
  town: 4,
  email: 20,
  phone: 20,
  nominal: 20,
  other_1: 8,
  other_2: 8,
  other_3: 8,
  other_4: 8,
}

/** How often two strangers come near each other without being equal: small for everything that tells people apart. */
const NEAR_BY_CHANCE: Record<Field, number> = {
  forename: 0.01,
  surname: 0.006,
  date_of_birth: 0.004,
  sex: 0.001,
  postcode: 0.02,
  address: 0.01,
  town: 0.02,
  email: 0.01,
  phone: 0.0005,
  nominal: 0.0005,
  other_1: 0.02,
  other_2: 0.02,
  other_3: 0.02,
  other_4: 0.02,
}

/** The model that a new area compares by until one has been estimated from its own records: the engine's own start. */
export const STARTING_MODEL: Model = {
  version: MODEL_VERSION,
  records: 0,
  matches_per_record: 0.1,
  households_per_record: 0.1,
  match: FIELDS.map((field) => MATCH_START[field]),
  random: FIELDS.map((field) =>
    Array.from({ length: EXACT + 1 }, (_, level) =>
      level === 1 ? 0.9 : level === 0 ? 0 : NEAR_BY_CHANCE[field] / 4,
    ),
  ),
  household: FIELDS.map((field) => HOUSEHOLD_START[field] ?? new Array<number>(EXACT + 1).fill(0)),
  in_use_band: 0,
  frequencies: [],
}
