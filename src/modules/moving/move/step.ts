import type { CodeList } from '#reference'
import type { NameOrder } from '#people'
import type { Ctx } from '#platform/act.ts'
import type { Landed } from '#platform/database/land-rows.ts'
import { nameBasedId } from '#platform/database/name-based-id.ts'
import type { MovedFile, MovedValues } from '../profile/fields.ts'

/** How often a content came, this time counted: 1 the first time. */
export type Nth = (...content: (string | number | null)[]) => number

/** Whose the loaded records will be, and who may be named on them. */
export type Place = {
  area_id: string
  receiving_team_id: string
  casework_team_id: string
  restorative_justice_team_id: string
  /** The member of the casework provider that a name in the export means; undefined when none, or more than one. */
  memberCalled: (name: string) => string | undefined
  /** Referrals name people who are in a file of their own. */
  people_apart: boolean
  name_order: NameOrder
  /** Said in the profile of every blank or unknown reason: no word of the old system's, so it closes nothing. */
  close_reason_default: string | null
}

export type Row<File extends MovedFile> = { row: number } & MovedValues<File>

/** What one row became, or why it cannot be loaded though it could be read. */
export type Made<T> = { id: string; ready: T } | { id?: undefined; reason: string }

/** One file's way in. `ready` rows are what the owning module takes. */
export type Step<File extends MovedFile, Ready extends { row: number }> = {
  name: File
  /** What its rows are called, in a sentence. */
  rows: string
  /** The table whose rows are counted before and after, and the others that are filled with it. */
  table: string
  along?: readonly string[]
  /** What people read for the codes of its counts. */
  words: CodeList
  make: (row: Row<File>, place: Place, nth: Nth) => Made<Ready>
  load: (ctx: Ctx, ready: readonly Ready[], place: Place) => Promise<Landed>
  /** What is counted side by side: in the export by its rows, in Waymark by `readBack`, under the same words. */
  tally: (row: Row<File>, nth: Nth, place: Place) => readonly (readonly [what: string, amount: number])[]
  /** Answers what and n for the ids in $1: read again from the tables, after loading. */
  readBack: string
}

export const step = <File extends MovedFile, Ready extends { row: number }>(spec: Step<File, Ready>) => spec

// One name for each kind of record: a later move of the same export, or of a part of it, finds the same ids.
export const personId = (place: Place, reference: string) =>
  nameBasedId(place.area_id, place.receiving_team_id, 'person', reference)
export const referralId = (place: Place, reference: string) =>
  nameBasedId(place.area_id, place.receiving_team_id, 'referral', reference)
export const caseId = (place: Place, reference: string) =>
  nameBasedId(place.area_id, place.casework_team_id, 'case', reference)
export const rjReferralId = (place: Place, reference: string) =>
  nameBasedId(place.area_id, place.restorative_justice_team_id, 'rj-referral', reference)
export const communityPointId = (place: Place, name: string, district: string) =>
  nameBasedId(place.area_id, place.receiving_team_id, 'community-point', name, district)
