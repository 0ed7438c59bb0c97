import type { RawBuilder } from 'kysely'
import { type CodeList, offenceSubgroups } from '#reference'

/** First and last day, both counted. */
export type Period = { from: string; to: string }

/**
 * What a measure's rows are asked for: a period, the condition on `held_by` that keeps to some teams (true: the whole area), and the relation
 * of `person_id` and `human_being` that a measure of people joins, so that one human being counts once (`counts_people`).
 */
export type Within = Period & { held: RawBuilder<boolean>; human_beings: RawBuilder<unknown> }

/** A way to break a measure down: the column of its rows, and the words for its codes. */
export type Dimension = {
  title: string
  words?: CodeList
  /** Others than those in `words` may stand there too. */
  open?: true
}

/**
 * A measure, defined once (decision 5): every screen, return, paper, chart and file asks the same one.
 * `rows` gives one row for each thing that may be counted, with the columns `key` (what is counted once), `record_id` (what the list
 * behind the figure opens), `held_by`, the dimensions, and for a share `yes`. The figure is the number of rows (of distinct keys, for a
 * measure that `repeats` them); for a share it is those with `yes`, and `n` is all of them.
 */
export type Measure = {
  name: string
  title: string
  /** In plain words: what is counted, by which date, and what is left out. */
  definition: string
  unit: string
  /** Which way is better, or neither. */
  direction: 'more is better' | 'less is better' | 'neither'
  dimensions: Readonly<Record<string, Dimension>>
  /** A share: what `yes` means, and of what it is a share. */
  share?: { yes: string; of: string }
  /** Extra counts in each row, by the value of a column: improved, sustained, declined. */
  parts?: { column: string; values: readonly string[] }
  /** Asked as at the last day of the period, not over it. */
  as_at?: true
  /** A key may have several rows, one for each line of a breakdown that it belongs to: a crime with two hate strands. */
  repeats?: true
  /** It counts people: its rows join `human_beings`. */
  counts_people?: true
  /** Where the list behind the figure leads: the address of one record. */
  opens?: (record_id: string) => string
  rows: (within: Within) => RawBuilder<unknown>
}

/** A measure, with the dimensions of time that all measures with a `counted_on` share. */
export const measure = (definition: Measure): Measure => definition

/** Quarters of the performance year, from the column `quarter`. */
export const QUARTER: Dimension = { title: 'Quarter' }
export const DISTRICT: Dimension = { title: 'District' }
/** Classes of recorded crime in their order; a class of a force's own comes after. */
export const CLASS: Dimension = {
  title: 'Class',
  open: true,
  words: Object.fromEntries(
    offenceSubgroups
      .flatMap((s) => (s.notts_2014_class ? [s.notts_2014_class, s.name] : [s.name]))
      .map((name) => [name, name]),
  ),
}
