import {
  CLOSE_REASONS,
  CONSENT_BASES,
  type CodeList,
  INTAKE_RESULTS,
  REFERRAL_SOURCES,
  SUPPORT_TYPES,
} from '#reference'
import { RJ_OUTCOMES, RJ_SOURCES } from '#restorative-justice'
import { STAGES } from '#community-points'

/** What a field of ours holds, and so how a cell of an export is read for it. */
export type MovedField =
  | { is: 'text' }
  | { is: 'day' }
  | { is: 'number'; least: number; most?: number }
  | { is: 'yes-no' }
  | { is: 'code'; codes: CodeList }
type Needed = { needed?: true; otherwise?: string | number | boolean }

const text = { is: 'text' } as const
const day = { is: 'day' } as const
const yesNo = { is: 'yes-no' } as const
const number = (least: number, most?: number) => ({ is: 'number', least, ...(most ? { most } : {}) }) as const
const code = (codes: CodeList) => ({ is: 'code', codes }) as const
const needed = <F extends MovedField>(field: F) => ({ ...field, needed: true }) as const

const SEXES = { F: 'Female', M: 'Male', X: 'Another' }
const TIERS = { brief: 'Brief', 'longer-term': 'Longer-term' }
const ASSESSED = { first: 'First', review: 'Review', last: 'Last' }
const WITHDREW = { 'victim-withdrew': 'Withdrew', 'victim-disengaged': 'Stopped engaging' }
const SATISFIED = {
  completely: 'Completely',
  mostly: 'Mostly',
  partly: 'Partly',
  dissatisfied: 'Dissatisfied',
}

/** The fields that each file of an export may fill, in the order in which the files are loaded. docs/moving.md explains each. */
export const MOVED_FILES = {
  referrals: {
    reference: needed(text),
    received_on: needed(day),
    source: needed(code(REFERRAL_SOURCES)),
    sender: text,
    crime_reference: text,
    reported_on: day,
    offence_text: text,
    domestic: { ...yesNo, otherwise: false },
    sexual: { ...yesNo, otherwise: false },
    hate_strand: text,
    consent_basis: code(CONSENT_BASES),
    result: { ...code(INTAKE_RESULTS), otherwise: 'accepted' },
    district: text,
    person_reference: text,
    surname: text,
    forename: text,
    date_of_birth: day,
    sex: code(SEXES),
    ethnicity: text,
    language: text,
    address: text,
    town: text,
    postcode: text,
    mobile: text,
    phone: text,
    email: text,
    sensitive: { ...yesNo, otherwise: false },
  },
  cases: {
    reference: needed(text),
    referral_reference: text,
    person_reference: text,
    opened_on: needed(day),
    tier: needed(code(TIERS)),
    worker: text,
    closed_on: day,
    close_reason: code(CLOSE_REASONS),
  },
  actions: {
    source_reference: text,
    case_reference: needed(text),
    acted_on: needed(day),
    type: needed(code(SUPPORT_TYPES)),
    quantity: { ...number(1), otherwise: 1 },
    minutes: number(0),
    worker: text,
  },
  self_assessments: {
    case_reference: needed(text),
    assessed_on: needed(day),
    stage: needed(code(ASSESSED)),
    scale: { ...number(5, 10), otherwise: 10 },
    health_wellbeing: number(1, 10),
    cope: number(1, 10),
    safety: number(1, 10),
    informed: number(1, 10),
  },
  surveys: {
    case_reference: needed(text),
    sent_on: needed(day),
    returned_on: day,
    satisfaction: code(SATISFIED),
    would_use_again: yesNo,
    would_recommend: yesNo,
  },
  restorative_justice: {
    reference: needed(text),
    referral_reference: text,
    received_on: needed(day),
    source: needed(code(RJ_SOURCES)),
    outcome: code(RJ_OUTCOMES),
    close_reason: code(WITHDREW),
    reached_on: day,
  },
  community_points: {
    name: needed(text),
    district: needed(text),
    stage: needed(code(STAGES)),
    reached_on: day,
    sites: number(1),
  },
} as const satisfies Record<string, Record<string, MovedField & Needed>>

export type MovedFile = keyof typeof MOVED_FILES

type ValueOf<F> = F extends { is: 'number' } ? number : F extends { is: 'yes-no' } ? boolean : string
/** A row of one file as it was read: every field of that file, null where the cell was blank or there is no such column. */
export type MovedValues<File extends MovedFile> = {
  [N in keyof (typeof MOVED_FILES)[File]]: (typeof MOVED_FILES)[File][N] extends
    { needed: true } | { otherwise: unknown }
    ? ValueOf<(typeof MOVED_FILES)[File][N]>
    : ValueOf<(typeof MOVED_FILES)[File][N]> | null
}
