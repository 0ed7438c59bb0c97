// Generated from the migrations by: npm run --silent waymark -- schema write
import type { Generated } from 'kysely'

export interface DB {
  'access.area': {
    area_id: string
    code: string
    name: string
    force_code: string
    settings: Generated<unknown>
    demonstration: Generated<boolean>
  }
  'access.change': {
    area_id: Generated<string>
    change_id: Generated<string>
    visit_id: Generated<string | null>
    actor_id: Generated<string | null>
    changed_at: Generated<Date>
    table_name: string
    operation: 'insert' | 'update' | 'delete'
    record_id: string | null
    record_ids: string[] | null
    before: unknown
  }
  'access.member': {
    area_id: Generated<string>
    member_id: Generated<string>
    organisation_id: string
    name: string
    job_title: Generated<string>
    roles: Generated<string[]>
    introduction: string | null
    left_at: Date | null
  }
  'access.membership': {
    area_id: Generated<string>
    membership_id: Generated<string>
    team_id: string
    member_id: string
    joined_at: Generated<Date>
    ends_at: Date | null
    break_glass_reason: string | null
  }
  'access.organisation': {
    area_id: Generated<string>
    organisation_id: Generated<string>
    code: string
    name: string
    kind: 'provider' | 'force' | 'commissioner' | 'partner' | 'platform'
  }
  'access.session': {
    area_id: string
    session_id: Generated<string>
    token_hash: Buffer
    member_id: string
    signed_in_by: 'password' | 'passkey' | 'organisation' | 'demonstration'
    opened_at: Generated<Date>
    last_seen_at: Generated<Date>
    ends_at: Date
    revoked_at: Date | null
  }
  'access.team': {
    area_id: Generated<string>
    team_id: Generated<string>
    organisation_id: string
    code: string
    name: string
    kind: 'all_staff' | 'casework' | 'restricted' | 'office'
  }
  'access.visit': {
    area_id: string
    visit_id: string
    actor_id: string
    visited_at: Generated<Date>
    action: string
    method: string
    path: string
    record_id: string | null
  }
  'community_points.community_point': {
    area_id: Generated<string>
    community_point_id: Generated<string>
    held_by: string
    name: string
    district: string
    sites: Generated<number>
    recorded_at: Generated<Date>
  }
  'community_points.stage': {
    area_id: Generated<string>
    stage_id: Generated<string>
    community_point_id: string
    held_by: string
    stage: 'engaged' | 'applied' | 'registered' | 'lapsed'
    reached_on: string | null
    recorded_at: Generated<Date>
  }
  'outcomes.self_assessment': {
    area_id: Generated<string>
    self_assessment_id: Generated<string>
    case_id: string
    held_by: string
    assessed_on: string
    stage: 'first' | 'review' | 'last'
    scale: Generated<number>
    health_wellbeing: number | null
    cope: number | null
    safety: number | null
    informed: number | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'outcomes.survey': {
    area_id: Generated<string>
    survey_id: Generated<string>
    case_id: string
    held_by: string
    sent_on: string
    returned_on: string | null
    satisfaction: 'completely' | 'mostly' | 'partly' | 'dissatisfied' | null
    would_use_again: boolean | null
    would_recommend: boolean | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'people.address': {
    area_id: Generated<string>
    address_id: Generated<string>
    person_id: string
    held_by: string
    line: Generated<string>
    town: Generated<string>
    postcode: Generated<string>
    safe: Generated<'yes' | 'no' | 'unknown'>
    suspect_lives_here: Generated<boolean>
    protected: Generated<boolean>
    until: string | null
    recorded_at: Generated<Date>
  }
  'people.contact_method': {
    area_id: Generated<string>
    contact_method_id: Generated<string>
    person_id: string
    held_by: string
    kind: 'mobile' | 'phone' | 'email'
    value: string
    safe: Generated<'yes' | 'no' | 'unknown'>
    message_ok: Generated<'yes' | 'no' | 'unknown'>
    hours: string | null
    shared_with: string | null
    notes: string | null
    checked_on: string | null
    stopped_on: string | null
    stopped_because: string | null
    recorded_at: Generated<Date>
  }
  'people.person': {
    area_id: Generated<string>
    person_id: Generated<string>
    held_by: string
    source_reference: string | null
    forename: Generated<string>
    surname: Generated<string>
    date_of_birth: string | null
    sex: 'F' | 'M' | 'X' | null
    ethnicity: string | null
    language: string | null
    district: string | null
    outcode: string | null
    sensitive: Generated<boolean>
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'referrals.referral': {
    area_id: Generated<string>
    referral_id: Generated<string>
    held_by: string
    person_id: string | null
    reference: string
    received_on: string
    source: string
    sender: Generated<string>
    occurrence_number: string | null
    crime_reference: string | null
    reported_on: string | null
    offence_text: string | null
    offence_group: Generated<string>
    offence_subgroup: string | null
    offence_confidence: number | null
    domestic: Generated<boolean>
    sexual: Generated<boolean>
    hate_strand: string | null
    consent_basis: Generated<string>
    district: string | null
    result: 'accepted' | 'duplicate' | 'deceased' | 'no-consent' | 'safeguarding' | 'out-of-scope' | 'out-of-area' | 'unsafe-contact' | 'no-contact-details' | 'error'
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'restorative_justice.rj_outcome': {
    area_id: Generated<string>
    rj_outcome_id: Generated<string>
    rj_referral_id: string
    held_by: string
    outcome: 'conference' | 'letter' | 'shuttle' | 'video' | 'community-conference' | 'restorative-conversation' | 'withdrew-or-disengaged' | 'no-offender-information' | 'offender-declined' | 'denies-responsibility' | 'unsuitable' | 'too-early' | 'in-preparation'
    reached_on: string | null
    superseded_at: Date | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'restorative_justice.rj_referral': {
    area_id: Generated<string>
    rj_referral_id: Generated<string>
    held_by: string
    person_id: string | null
    referral_id: string | null
    reference: string
    received_on: string
    source: string
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.action': {
    area_id: Generated<string>
    action_id: Generated<string>
    case_id: string
    held_by: string
    acted_on: string
    type: string
    quantity: Generated<number>
    minutes: number | null
    channel: string | null
    outcome: string | null
    worker: string | null
    source_reference: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.case': {
    area_id: Generated<string>
    case_id: Generated<string>
    held_by: string
    person_id: string
    referral_id: string | null
    reference: string
    opened_on: string
    tier: 'brief' | 'longer-term'
    allocated_to: string | null
    risk: 'standard' | 'medium' | 'high' | null
    sensitive: Generated<boolean>
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.closure': {
    area_id: Generated<string>
    closure_id: Generated<string>
    case_id: string
    held_by: string
    closed_on: string
    reason: string
    note: string | null
    returned_on: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
}
