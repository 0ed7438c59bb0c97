import { EXACT } from '../comparison/levels.ts'
import {
  HOUSEHOLD_START,
  MATCH_START,
  MOVED_START,
  NAMESAKES_START,
  STRANGER_START,
  TWINS_START,
} from '../model/defaults.ts'
import type { Model } from '../model/model.ts'
import { MODEL_VERSION } from '../model/model.ts'
import { FIELDS } from '../record/layout.ts'

/** What is compared by until a model has been estimated from an area's own records. */
export const STARTING_MODEL: Model = {
  version: MODEL_VERSION,
  records: 0,
  learnt: false,
  matches_per_record: 0.1,
  households_per_record: 0.1,
  twins_per_record: 0.1 * TWINS_START,
  namesakes_per_record: 0.1 * NAMESAKES_START,
  moved_share: MOVED_START,
  match: FIELDS.map((field) => MATCH_START[field]),
  random: FIELDS.map((field) => STRANGER_START[field]),
  household: FIELDS.map((field) => HOUSEHOLD_START[field] ?? Array.from({ length: EXACT + 1 }, () => 0)),
  implied: FIELDS.map(() => 0),
  names_together: 1,
  in_use_band: 7,
  frequencies: [],
}
