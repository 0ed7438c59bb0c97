// Generated from the migrations by: npm run --silent waymark -- schema write
import type { Generated } from 'kysely'

export interface DB {
  'access.account': {
    area_id: Generated<string>
    member_id: string
    organisation_id: string
    email: string
    email_key: Buffer
    made_at: Generated<Date>
  }
  'access.area': {
    area_id: string
    code: string
    name: string
    force_code: string
    settings: Generated<unknown>
    demonstration: Generated<boolean>
  }
  'access.authenticator': {
    area_id: Generated<string>
    member_id: Generated<string>
    secret_sealed: Buffer
    last_counter: number
    set_at: Generated<Date>
  }
  'access.break_glass': {
    area_id: Generated<string>
    break_glass_id: Generated<string>
    organisation_id: string
    team_id: string
    member_id: Generated<string>
    membership_id: string
    reason: string
    begun_at: Generated<Date>
    ends_at: Date
    reviewed_by: string | null
    reviewed_at: Date | null
    finding: 'right' | 'not-right' | null
    review: string | null
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
  'access.draft': {
    area_id: Generated<string>
    draft_id: Generated<string>
    member_id: Generated<string>
    url: string
    fields: unknown
    saved_at: Generated<Date>
  }
  'access.identity_link': {
    area_id: Generated<string>
    identity_link_id: Generated<string>
    identity_provider_id: string
    subject_key: Buffer
    member_id: Generated<string>
    linked_at: Generated<Date>
    issuer: string
  }
  'access.identity_provider': {
    area_id: Generated<string>
    identity_provider_id: Generated<string>
    organisation_id: string
    issuer: string
    client_id: string
    client_secret_sealed: Buffer
    stopped_at: Date | null
  }
  'access.invitation': {
    area_id: Generated<string>
    invitation_id: Generated<string>
    organisation_id: string
    member_id: string
    code_hash: Buffer
    invited_by: Generated<string>
    invited_at: Generated<Date>
    expires_at: Date
    accepted_at: Date | null
    withdrawn_at: Date | null
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
    break_glass: Generated<boolean>
  }
  'access.organisation': {
    area_id: Generated<string>
    organisation_id: Generated<string>
    code: string
    name: string
    kind: 'provider' | 'force' | 'commissioner' | 'partner' | 'platform'
  }
  'access.passkey': {
    area_id: Generated<string>
    passkey_id: Generated<string>
    member_id: Generated<string>
    credential_id: string
    public_key: Buffer
    counter: Generated<number>
    transports: Generated<string[]>
    name: string
    added_at: Generated<Date>
    last_used_at: Date | null
  }
  'access.password': {
    area_id: Generated<string>
    member_id: Generated<string>
    hash: string
    set_at: Generated<Date>
  }
  'access.recovery_code': {
    area_id: Generated<string>
    recovery_code_id: Generated<string>
    member_id: Generated<string>
    code_hash: Buffer
    used_at: Date | null
  }
  'access.sent_form': {
    area_id: Generated<string>
    member_id: Generated<string>
    key: Buffer
    url: string
    said: string | null
    sent_at: Date
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
  'access.sign_in_attempt': {
    area_id: Generated<string>
    attempt_id: Generated<string>
    attempted_at: Generated<Date>
    method: 'password' | 'code' | 'recovery-code' | 'passkey' | 'organisation' | 'invitation' | 'demonstration'
    outcome: 'begun' | 'first-step' | 'succeeded' | 'wrong' | 'refused'
    account_key: Buffer | null
    address_key: Buffer | null
    browser_key: Buffer | null
    member_id: string | null
  }
  'access.sign_in_step': {
    area_id: Generated<string>
    step_id: Generated<string>
    token_hash: Buffer
    kind: 'second-step' | 'first-sign-in' | 'passkey' | 'new-passkey' | 'organisation'
    member_id: string | null
    content: Generated<unknown>
    wrong_codes: Generated<number>
    expires_at: Date
  }
  'access.standing': {
    area_id: Generated<string>
    changes: number
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
    recorded_by: Generated<string | null>
  }
  'delivery_plan.cycle': {
    area_id: Generated<string>
    cycle_id: Generated<string>
    year_id: string
    held_by: string
    name: string
    period_from: string
    period_to: string
    due_on: string
    opened_at: Generated<Date>
    opened_by: Generated<string>
    closed_at: Date | null
    overall: string | null
  }
  'delivery_plan.deliverable': {
    area_id: Generated<string>
    deliverable_id: Generated<string>
    year_id: string
    theme_id: string
    held_by: string
    number: number
    words: string
    organisation: string
    success: string | null
    funding: string | null
    funding_pounds: number | null
    starts_on: string | null
    due_on: string | null
    rule: Generated<'none' | 'date' | 'percentage' | 'bands'>
    measure: string | null
    measured_over: Generated<'quarter' | 'year'>
    target: number | null
    amber_to: number | null
    less_is_better: Generated<boolean>
    carried_from: string | null
    read_from: string | null
    recorded_by: Generated<string>
    recorded_at: Generated<Date>
    also_measures: Generated<string[]>
    done_on: string | null
    dates_too: Generated<boolean>
  }
  'delivery_plan.deliverable_owner': {
    area_id: Generated<string>
    deliverable_owner_id: Generated<string>
    deliverable_id: string
    owner_id: string
    held_by: string
    place: number
  }
  'delivery_plan.owner': {
    area_id: Generated<string>
    owner_id: Generated<string>
    plan_id: string
    held_by: string
    initials: string
    member_id: string | null
    team_id: string | null
  }
  'delivery_plan.plan': {
    area_id: Generated<string>
    plan_id: Generated<string>
    held_by: string
    title: string
    starts_on: string
    ends_on: string
    presented_on: string | null
    theme_word: Generated<string>
    deliverable_word: Generated<string>
    green_means: string
    amber_means: string
    red_means: string
    white_means: string
    recorded_by: Generated<string>
    recorded_at: Generated<Date>
    amber_within: Generated<number>
    at_risk_days: Generated<number>
    plan_word: Generated<string>
    plan_words: string | null
    theme_words: string | null
    year_word: Generated<string>
    year_words: string | null
    deliverable_words: string | null
    owner_word: Generated<string>
    owner_words: string | null
    update_word: Generated<string>
    update_words: string | null
    cycle_word: Generated<string>
    cycle_words: string | null
  }
  'delivery_plan.plan_import': {
    area_id: Generated<string>
    plan_import_id: Generated<string>
    held_by: string
    name: string
    source_text: string
    kept_at: Date | null
    cycle_id: string | null
    imported_by: Generated<string>
    imported_at: Generated<Date>
    about: Generated<unknown>
    rows_said: Generated<unknown>
  }
  'delivery_plan.rating': {
    area_id: Generated<string>
    rating_id: Generated<string>
    deliverable_id: string
    cycle_id: string
    held_by: string
    status: 'green' | 'amber' | 'red' | 'white'
    proposed: 'green' | 'amber' | 'red' | 'white' | null
    because: string | null
    reason: string | null
    read_from: string | null
    decided_by: Generated<string>
    decided_at: Generated<Date>
  }
  'delivery_plan.reminder': {
    area_id: Generated<string>
    reminder_id: Generated<string>
    update_request_id: string
    held_by: string
    given_to: string
    kind: 'due-soon' | 'due' | 'overdue'
    reminded_on: string
  }
  'delivery_plan.sourced_figure': {
    area_id: Generated<string>
    sourced_figure_id: Generated<string>
    plan_id: string
    held_by: string
    name: string
    value: string
    n: string | null
    origin: string
    as_at_on: string | null
    recorded_by: Generated<string>
    recorded_at: Generated<Date>
  }
  'delivery_plan.theme': {
    area_id: Generated<string>
    theme_id: Generated<string>
    plan_id: string
    held_by: string
    number: number
    title: string
  }
  'delivery_plan.update': {
    area_id: Generated<string>
    update_id: Generated<string>
    deliverable_id: string
    held_by: string
    cycle_id: string | null
    update_request_id: string | null
    given_to: string | null
    dated_on: string | null
    dated_to: Generated<'day' | 'month' | 'none'>
    author: string
    words: string
    figures: Generated<unknown>
    suggests: 'green' | 'amber' | 'red' | 'white' | null
    corrects: string | null
    read_from: string | null
    written_by: Generated<string>
    written_at: Generated<Date>
  }
  'delivery_plan.update_request': {
    area_id: Generated<string>
    update_request_id: Generated<string>
    cycle_id: string
    deliverable_id: string
    owner_id: string
    held_by: string
    given_to: string
    for_member: string | null
    heading: string
    cycle_name: string
    period_from: string
    period_to: string
    year_from: string
    due_on: string
    said_before: string | null
    asked_at: Generated<Date>
    withdrawn_at: Date | null
    said_before_figures: Generated<unknown>
    said_before_by: string | null
    colours_mean: Generated<unknown>
    level_words: Generated<unknown>
  }
  'delivery_plan.year': {
    area_id: Generated<string>
    year_id: Generated<string>
    plan_id: string
    held_by: string
    title: string
    starts_on: string
    ends_on: string
  }
  'insight.action': {
    area_id: string
    held_by: string
    action_id: string
    record_id: string
    counted_on: string
    type: string
    tier: string
    number: number
  }
  'insight.asb': {
    area_id: string
    held_by: string
    record_id: string
    incident_number: string
    counted_on: string
    class: string
    district: string
    victim_id: string
  }
  'insight.asb_incident': {
    area_id: Generated<string>
    asb_incident_id: Generated<string>
    held_by: string
    incident_number: string
    occurred_on: string
    qualifier: string
    at_risk: Generated<boolean>
    district: string | null
    ward: string | null
    victim_record_id: string | null
  }
  'insight.case': {
    area_id: string
    held_by: string
    record_id: string
    person_id: string
    opened_on: string
    closed_on: string
    close_reason: string
    tier: string
    district: string
  }
  'insight.community_point_stage': {
    area_id: string
    held_by: string
    record_id: string
    name: string
    district: string
    sites: number
    stage: string
    reached_on: string
    until: string
  }
  'insight.crime': {
    area_id: string
    held_by: string
    record_id: string
    crime_number: string
    counted_on: string
    class: string
    offence_group: string
    domestic: boolean
    hate_strands: string[]
    district: string
    victim_id: string
  }
  'insight.extract': {
    area_id: Generated<string>
    extract_id: Generated<string>
    held_by: string
    kind: 'recorded-crime' | 'asb'
    file_name: string
    profile: string
    content_hash: string
    rows_read: Generated<number>
    rows_kept: Generated<number>
    refused: Generated<unknown>
    refused_count: Generated<number>
    finished_at: Date | null
    recorded_at: Generated<Date>
  }
  'insight.human_being': {
    area_id: string
    kept_by: string
    person_id: string
    human_being: string
  }
  'insight.linked_people': {
    area_id: string
    held_by: string
    person_id: string
    other_person_id: string
  }
  'insight.outcome_change': {
    area_id: string
    held_by: string
    self_assessment_id: string
    record_id: string
    counted_on: string
    outcome: string
    first_score: number
    last_score: number
    change: string
  }
  'insight.published_tables': {
    area_id: Generated<string>
    published_tables_id: Generated<string>
    held_by: string
    address: string
    title: string
    period_from: string
    period_to: string
    withdrawn_at: Date | null
    withdrawn_because: string | null
  }
  'insight.published_tables_figures': {
    area_id: Generated<string>
    published_tables_version_id: string
    held_by: string
    figures: unknown
    held_against: Generated<string[]>
    overlaps_because: string | null
  }
  'insight.published_tables_version': {
    area_id: Generated<string>
    published_tables_version_id: Generated<string>
    published_tables_id: string
    held_by: string
    version: number
    document: unknown
    tables: unknown
    changes: Generated<unknown>
    because: string | null
    published_by: Generated<string>
    published_at: Generated<Date>
    withdrawn_at: Date | null
    withdrawn_because: string | null
  }
  'insight.record_reference': {
    area_id: string
    record_id: string
    reference: string
  }
  'insight.recorded_crime': {
    area_id: Generated<string>
    recorded_crime_id: Generated<string>
    held_by: string
    crime_number: string
    recorded_on: string
    committed_on: string | null
    class: string
    offence: string | null
    offence_group: string
    offence_subgroup: string | null
    domestic: Generated<boolean>
    hate_strands: Generated<string[]>
    district: string | null
    ward: string | null
    victim_type: 'person' | 'organisation' | 'state'
    victim_record_id: string | null
  }
  'insight.recorded_harm': {
    area_id: string
    held_by: string
    victim_id: string
    surname: string
    born_on: string
    kind: string
    number: string
    happened_on: string
    what: string
  }
  'insight.referral': {
    area_id: string
    held_by: string
    record_id: string
    person_id: string
    counted_on: string
    source: string
    result: string
    district: string
    offence_group: string
    offence_subgroup: string
    hate_strand: string
    recorded_at: Date
  }
  'insight.reported_harm': {
    area_id: string
    held_by: string
    person_id: string
    referral_id: string
    reference: string
    happened_on: string
    sender: string
    number: string
    crime_reference: string
    occurrence_number: string
    offence_text: string
    offence_group: string
    offence_subgroup: string
  }
  'insight.rj_referral': {
    area_id: string
    held_by: string
    record_id: string
    counted_on: string
    source: string
    outcome: string
  }
  'insight.small_number_rule': {
    area_id: Generated<string>
    small_number_rule_id: Generated<string>
    held_by: string
    tables: string
    hide_below: number | null
    because: string
    decided_by: Generated<string>
    decided_at: Generated<Date>
  }
  'insight.survey': {
    area_id: string
    held_by: string
    survey_id: string
    record_id: string
    sent_on: string
    returned_on: string
    satisfaction: string
    would_use_again: boolean
    would_recommend: boolean
    counted_on: string
  }
  'insight.victim_record': {
    area_id: Generated<string>
    victim_record_id: Generated<string>
    held_by: string
    victim_id: string | null
    nominal: string | null
    surname: string | null
    forenames: string | null
    born_on: string | null
    sex: string | null
    postcode: string | null
    phone: string | null
    email: string | null
  }
  'mail.message': {
    area_id: Generated<string>
    message_id: Generated<string>
    about: string
    once: string
    for_id: string | null
    to_address: string | null
    subject: string | null
    words: string | null
    stop_url: string | null
    state: Generated<'waiting' | 'sending' | 'sent' | 'refused' | 'unsure'>
    why: string | null
    tries: Generated<number>
    queued_at: Generated<Date>
    try_at: Generated<Date>
    ended_at: Date | null
  }
  'moving.move': {
    area_id: Generated<string>
    move_id: Generated<string>
    held_by: string
    profile: string
    folder: string
    started_at: Generated<Date>
    ended_at: Date | null
    proof: unknown
    started_by: Generated<string | null>
  }
  'moving.refused_row': {
    area_id: Generated<string>
    refused_row_id: Generated<string>
    move_id: string
    held_by: string
    file: string
    row_number: number
    reason: string
  }
  'organisations.agreement': {
    area_id: Generated<string>
    agreement_id: Generated<string>
    given_by: string
    received_by: string | null
    receiver: string
    reference: string
    purpose: string
    items: string
    ground: 'consent' | 'legal-obligation' | 'public-task' | 'vital-interests' | 'legitimate-interests'
    in_force_from: string
    review_on: string
    ended_on: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string>
    told_at_close: Generated<'nothing' | 'no-contact' | 'closed'>
  }
  'organisations.detail': {
    area_id: Generated<string>
    organisation_id: string
    about: string | null
    phone: string | null
    website: string | null
    changed_at: Generated<Date>
  }
  'organisations.share': {
    area_id: Generated<string>
    share_id: Generated<string>
    held_by: string
    agreement_id: string
    record_id: string
    shared_on: string
    shared_at: Generated<Date>
    shared_by: Generated<string>
    things: Generated<number>
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
    comment: string | null
    answers_recorded_by: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'papers.action_progress': {
    area_id: Generated<string>
    action_progress_id: Generated<string>
    meeting_action_id: string
    held_by: string
    words: string
    is_done: boolean
    told_on: string
    told_by: Generated<string>
    told_at: Generated<Date>
  }
  'papers.agenda_item': {
    area_id: Generated<string>
    agenda_item_id: Generated<string>
    meeting_id: string
    held_by: string
    number: number
    title: string
    is_public: Generated<boolean>
    ground: string | null
    because: string | null
    paper_id: string | null
    follows: string | null
  }
  'papers.board': {
    area_id: Generated<string>
    board_id: Generated<string>
    held_by: string
    name: string
    code: string
    is_panel: Generated<boolean>
  }
  'papers.comment': {
    area_id: Generated<string>
    comment_id: Generated<string>
    paper_id: string
    held_by: string
    given_to: string | null
    answers: string | null
    place: string | null
    about: string | null
    words: string
    made_by: Generated<string>
    made_at: Generated<Date>
  }
  'papers.correction': {
    area_id: Generated<string>
    correction_id: Generated<string>
    paper_id: string
    corrects: string
    held_by: string
    because: string
    begun_by: Generated<string>
    begun_at: Generated<Date>
    given_to: string | null
  }
  'papers.decision': {
    area_id: Generated<string>
    decision_id: Generated<string>
    agenda_item_id: string
    held_by: string
    words: string
    decided_by: string
    decided_on: string
    is_public: boolean
    recorded_by: Generated<string>
    recorded_at: Generated<Date>
    replaces: string | null
  }
  'papers.figure_source': {
    area_id: Generated<string>
    figure_source_id: Generated<string>
    update_id: string
    held_by: string
    figure: string
    place: number
    about: string
    n: string | null
    origin: string
    as_at_on: string | null
    entered_by: Generated<string>
    entered_at: Generated<Date>
    counted_by: string | null
    counted_from: string | null
  }
  'papers.finding_answer': {
    area_id: Generated<string>
    finding_answer_id: Generated<string>
    paper_id: string
    held_by: string
    given_to: string | null
    finding: string
    rule: string
    quote: string
    reason: string
    answered_by: Generated<string>
    answered_at: Generated<Date>
    taken_out: Generated<boolean>
  }
  'papers.meeting': {
    area_id: Generated<string>
    meeting_id: Generated<string>
    board_id: string
    held_by: string
    meets_on: string
    starts_at: string | null
    place: string | null
    papers_due_on: string
  }
  'papers.meeting_action': {
    area_id: Generated<string>
    meeting_action_id: Generated<string>
    agenda_item_id: string
    held_by: string
    words: string
    owner: string
    due_on: string
    recorded_by: Generated<string>
    recorded_at: Generated<Date>
  }
  'papers.paper': {
    area_id: Generated<string>
    paper_id: Generated<string>
    held_by: string
    given_to: string | null
    organisation_id: string | null
    template: string
    title: string
    period_from: string
    period_to: string
    report_to: string
    meeting_on: string
    agenda_item: string | null
    report_author: string
    is_public: Generated<boolean>
    written_by: Generated<string>
    written_at: Generated<Date>
    for_what: Generated<'consideration' | 'information' | 'decision'>
    other_contacts: string | null
    author_email: string | null
    template_definition: unknown
    template_version: number | null
  }
  'papers.plan_subject': {
    area_id: Generated<string>
    plan_subject_id: Generated<string>
    paper_id: string
    held_by: string
    theme_id: string
    cycle_id: string
  }
  'papers.publication': {
    area_id: Generated<string>
    publication_id: Generated<string>
    held_by: string
    address: string
    meeting: string
    met_on: string
    item: number
    title: string
    withdrawn_at: Date | null
    withdrawn_because: string | null
    series: string | null
  }
  'papers.publication_version': {
    area_id: Generated<string>
    publication_version_id: Generated<string>
    publication_id: string
    held_by: string
    paper_id: string
    version: number
    document: unknown
    redactions: unknown
    because: string | null
    published_by: Generated<string>
    published_at: Generated<Date>
    withdrawn_at: Date | null
    withdrawn_because: string | null
  }
  'papers.published_meeting': {
    area_id: Generated<string>
    published_meeting_id: Generated<string>
    meeting_id: string
    held_by: string
    address: string
    meeting: string
    met_on: string
    starts_at: string | null
    place: string | null
    items: unknown
    published_at: Generated<Date>
    moved_from: string | null
  }
  'papers.redaction': {
    area_id: Generated<string>
    redaction_id: Generated<string>
    paper_id: string
    held_by: string
    block: number
    place: string
    words: string | null
    ground: string
    because: string
    made_by: Generated<string>
    made_at: Generated<Date>
    lifted_by: string | null
    lifted_at: Date | null
  }
  'papers.restatement': {
    area_id: Generated<string>
    restatement_id: Generated<string>
    publication_id: string
    held_by: string
    version: number
    figure: string
    name: string
    was: string
    was_as_at: Date
    is_now: string
    is_as_at: Date
    because: string
    told_by: Generated<string>
    told_at: Generated<Date>
  }
  'papers.section_words': {
    area_id: Generated<string>
    section_words_id: Generated<string>
    paper_id: string
    held_by: string
    given_to: string | null
    section: string
    words: string
    written_at: Generated<Date>
    written_by: Generated<string | null>
  }
  'papers.sign_off': {
    area_id: Generated<string>
    sign_off_id: Generated<string>
    paper_id: string
    held_by: string
    given_to: string | null
    signed_by: Generated<string>
    signed_at: Generated<Date>
    document: unknown
    figures: unknown
  }
  'papers.step': {
    area_id: Generated<string>
    step_id: Generated<string>
    paper_id: string
    held_by: string
    given_to: string | null
    step: 'review' | 'sign_off' | 'returned'
    reason: string | null
    taken_by: Generated<string>
    taken_at: Generated<Date>
  }
  'papers.template': {
    area_id: Generated<string>
    template_id: Generated<string>
    held_by: string
    name: string
    about: 'service' | 'plan'
    draft: unknown
    changed_at: Generated<Date>
    made_by: Generated<string>
    made_at: Generated<Date>
  }
  'papers.template_version': {
    area_id: Generated<string>
    template_version_id: Generated<string>
    template_id: string
    held_by: string
    version: number
    definition: unknown
    kept_by: Generated<string>
    kept_at: Generated<Date>
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
    message_ok: Generated<'yes' | 'no' | 'unknown'>
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
    withhold_caller_id: Generated<boolean>
    hours: string | null
    shared_with: string | null
    notes: string | null
    checked_on: string | null
    review_on: string | null
    stopped_on: string | null
    stopped_because: 'someone-else-answered' | 'wrong-number' | 'not-delivered' | 'asked-to-stop' | 'not-safe' | 'other' | null
    recorded_at: Generated<Date>
  }
  'people.identity': {
    area_id: Generated<string>
    person_id: string
    kept_by: Generated<string>
    identity_id: string
    tied_by: 'itself' | 'link' | 'match'
    tied_at: Generated<Date>
  }
  'people.link': {
    area_id: Generated<string>
    link_id: Generated<string>
    held_by: string
    person_id: string
    other_person_id: string
    batch_id: string | null
    linked_at: Generated<Date>
    linked_by: Generated<string | null>
    unlinked_at: Date | null
  }
  'people.link_batch': {
    area_id: Generated<string>
    link_batch_id: Generated<string>
    held_by: string
    records: number
    links: number
    reviews: number
    link_threshold: number
    review_threshold: number
    estimated_error: number
    made_at: Generated<Date>
    made_by: Generated<string | null>
    undone_at: Date | null
    undone_by: string | null
    undone_because: string | null
  }
  'people.link_decision': {
    area_id: Generated<string>
    link_decision_id: Generated<string>
    held_by: string
    person_id: string
    other_person_id: string
    decision: 'same' | 'not-same' | 'not-sure' | 'unlinked'
    because: Generated<string>
    band: Generated<'' | 'almost certain' | 'likely' | 'possible' | 'unlikely'>
    reasons: Generated<string[]>
    score: number | null
    batch_id: string | null
    decided_at: Generated<Date>
    decided_by: Generated<string | null>
  }
  'people.link_review': {
    area_id: Generated<string>
    link_review_id: Generated<string>
    link_batch_id: string
    held_by: string
    person_id: string
    other_person_id: string
    band: 'almost certain' | 'likely' | 'possible'
    reasons: string[]
    score: number
    decided_at: Date | null
  }
  'people.matching_model': {
    area_id: Generated<string>
    matching_model_id: Generated<string>
    records: number
    model: string
    estimated_at: Generated<Date>
  }
  'people.matching_threshold_change': {
    area_id: Generated<string>
    matching_threshold_change_id: Generated<string>
    link_was: number
    review_was: number
    link: number
    review: number
    because: string
    changed_by: Generated<string>
    changed_at: Generated<Date>
  }
  'people.person': {
    area_id: Generated<string>
    person_id: Generated<string>
    held_by: string
    source_reference: string | null
    forename: Generated<string>
    surname: Generated<string>
    surname_key: Generated<string>
    forename_key: Generated<string>
    pseudonym: string | null
    date_of_birth: string | null
    sex: 'F' | 'M' | 'X' | null
    ethnicity: string | null
    language: string | null
    communication_needs: string | null
    code_word: string | null
    district: string | null
    outcode: string | null
    sensitive: Generated<boolean>
    sensitive_because: string | null
    address_protected: Generated<boolean>
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'people.person_key': {
    area_id: Generated<string>
    person_id: string
    part: Generated<number>
    held_by: string
    born_forename: number | null
    born_surname: number | null
    name_year: number | null
    name_day: number | null
    name: number | null
    address: number | null
    phone: number | null
    other_phone: number | null
    email: number | null
    email_name: number | null
    born: number | null
    born_month: number | null
    postcode: number | null
    sound_forename: number | null
    sound_surname: number | null
    once: number | null
    packed: Buffer | null
  }
  'people.person_to_give': {
    area_id: string
    person_id: string
    held_by: string
    code_word: string
    address_protected: boolean
    person: unknown
  }
  'people.previous_name': {
    area_id: Generated<string>
    previous_name_id: Generated<string>
    person_id: string
    held_by: string
    forename: Generated<string>
    surname: Generated<string>
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'public_site.asking': {
    area_id: Generated<string>
    asking_id: Generated<string>
    asked_at: Generated<Date>
    from_key: Buffer
    for_key: Buffer
    wrote: 'confirm' | 'already' | 'change' | null
  }
  'public_site.follower': {
    area_id: Generated<string>
    follower_id: Generated<string>
    held_by: string
    address_sealed: Buffer
    address_key: Buffer
    token_hash: Buffer
    asked_at: Generated<Date>
    confirmed_at: Date | null
    follows: string[] | null
    asked_follows: string[] | null
  }
  'public_site.telling': {
    area_id: Generated<string>
    telling_id: Generated<string>
    thing_id: string
    told: number
    told_at: Generated<Date>
    what: Generated<'published' | 'withdrawn'>
  }
  'referrals.arrival': {
    area_id: Generated<string>
    held_by: string
    arrival_key: string
    referral_id: string
  }
  'referrals.held_row': {
    area_id: Generated<string>
    held_row_id: Generated<string>
    held_by: string
    referral_id: string
    result: 'error' | 'no-consent' | 'safeguarding' | 'unsafe-contact' | 'no-contact-details'
    problems: Generated<string[]>
    victim: unknown
    cells: unknown
    held_at: Generated<Date>
    asked_at: Date | null
    settled_at: Date | null
    settled_as: 'released' | 'closed' | null
    closed_because: string | null
  }
  'referrals.held_row_step': {
    area_id: Generated<string>
    held_row_step_id: Generated<string>
    held_row_id: string
    held_by: string
    step: 'corrected' | 'asked' | 'answered' | 'sent-again' | 'released' | 'closed'
    note: string | null
    taken_at: Generated<Date>
    taken_by: Generated<string | null>
  }
  'referrals.mapping_profile': {
    area_id: Generated<string>
    mapping_profile_id: Generated<string>
    code: string
    title: string
    written: unknown
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'referrals.receipt': {
    area_id: Generated<string>
    receipt_id: Generated<string>
    held_by: string
    referral_id: string
    reference: string
    sent_on: string
    file_name: string
    row_number: number
    victim_number: number
    occurrence_number: string | null
    result: string
    missing: Generated<string[]>
    question: string | null
    held_row_id: string | null
    answer_to: string | null
    given_at: Generated<Date>
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
    transfer_id: string | null
    row_number: number | null
    victim_number: number | null
    missing: Generated<string[]>
  }
  'referrals.sender_key': {
    area_id: Generated<string>
    sender_key_id: Generated<string>
    profile: string
    key_hash: Buffer
    made_at: Generated<Date>
    made_by: Generated<string | null>
    revoked_at: Date | null
  }
  'referrals.sent_request': {
    area_id: Generated<string>
    sent_request_id: Generated<string>
    sender_key_id: string
    idempotency_key: string
    content_hash: string
    requested_at: Generated<Date>
  }
  'referrals.transfer': {
    area_id: Generated<string>
    transfer_id: Generated<string>
    held_by: string
    profile: string
    sender: string
    came_by: 'command-line' | 'upload' | 'program'
    file_name: string
    content_hash: string
    bytes: number
    sent_on: string
    other_content: Generated<boolean>
    rows_read: Generated<number>
    blank_lines: Generated<number>
    skipped_lines: Generated<number>
    received_at: Generated<Date>
    received_by: Generated<string | null>
    finished_at: Date | null
    bytes_read: Generated<number>
    reading_since: Generated<Date>
    rows_before: Generated<number>
    landed_at: Date | null
    stopped_because: string | null
    rows_kept: number | null
    missing_rows: number[] | null
  }
  'referrals.transfer_count': {
    area_id: Generated<string>
    transfer_id: string
    held_by: string
    offence_group: string
    result: string
    heap: 'accepted' | 'held' | 'refused'
    n: number
  }
  'referrals.waiting_piece': {
    area_id: Generated<string>
    transfer_id: string
    piece_number: number
    held_by: string
    content: Buffer
  }
  'restorative_justice.risk_assessment': {
    area_id: Generated<string>
    risk_assessment_id: Generated<string>
    rj_referral_id: string
    held_by: string
    party: 'harmed-person' | 'person-responsible'
    assessed_on: string
    suitable: boolean
    complex: Generated<boolean>
    note: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'restorative_justice.rj_outcome': {
    area_id: Generated<string>
    rj_outcome_id: Generated<string>
    rj_referral_id: string
    held_by: string
    outcome: 'conference' | 'letter' | 'shuttle' | 'video' | 'community-conference' | 'restorative-conversation' | 'withdrew-or-disengaged' | 'no-offender-information' | 'offender-declined' | 'denies-responsibility' | 'unsuitable' | 'too-early' | 'in-preparation'
    close_reason: 'victim-withdrew' | 'victim-disengaged' | null
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
  'restorative_justice.sign_off': {
    area_id: Generated<string>
    sign_off_id: Generated<string>
    rj_referral_id: string
    held_by: string
    note: string | null
    signed_off_at: Generated<Date>
    signed_off_by: Generated<string>
  }
  'restorative_justice.step': {
    area_id: Generated<string>
    step_id: Generated<string>
    rj_referral_id: string
    held_by: string
    stage: 'initial-contact' | 'consent' | 'suitability' | 'offender-contact' | 'preparation' | 'intervention' | 'outcome-agreement' | 'follow-up' | 'closed'
    reached_on: string
    note: string | null
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
  'support.allocation': {
    area_id: Generated<string>
    allocation_id: Generated<string>
    case_id: string
    held_by: string
    allocated_to: string | null
    because: string | null
    knows_person: Generated<'not-asked' | 'no' | 'yes'>
    answered_at: Date | null
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
    received_on: string | null
    tier: 'brief' | 'longer-term'
    allocated_to: string | null
    risk: 'standard' | 'medium' | 'high' | null
    sensitive: Generated<boolean>
    enhanced_reasons: Generated<string[]>
    follows_case_id: string | null
    offered_to: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
    worker: string | null
  }
  'support.closure': {
    area_id: Generated<string>
    closure_id: Generated<string>
    case_id: string
    held_by: string
    closed_on: string
    reason: string
    note: string | null
    last_self_assessment: 'done' | 'declined' | 'not-offered' | null
    returned_on: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.contact_attempt': {
    area_id: Generated<string>
    contact_attempt_id: Generated<string>
    case_id: string
    held_by: string
    attempted_at: Date
    channel: 'phone' | 'sms' | 'email' | 'letter' | 'face-to-face' | 'live-chat'
    result: 'reached' | 'no-answer' | 'message-left' | 'wrong-number' | 'third-party' | 'unsafe' | 'undelivered'
    minutes: number | null
    note: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.given_person': {
    area_id: Generated<string>
    given_person_id: Generated<string>
    case_id: string
    held_by: string
    person: unknown
    code_word: string | null
    given_at: Generated<Date>
    given_by: Generated<string | null>
    person_id: string | null
    person_held_by: string | null
    address_protected: Generated<boolean>
  }
  'support.given_referrer': {
    area_id: Generated<string>
    case_id: string
    held_by: string
    referral_id: string
    name: string
    team_id: string
    reference: string
    sent_on: string
    file_name: string
    row_number: number
    victim_number: number
    occurrence_number: string | null
    given_at: Generated<Date>
    given_by: Generated<string | null>
  }
  'support.hand_over': {
    area_id: Generated<string>
    hand_over_id: Generated<string>
    case_id: string
    held_by: string
    offered_to: string
    because: string
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
    answer: 'accepted' | 'declined' | 'withdrawn' | null
    answered_at: Date | null
    answered_by: string | null
    answer_note: string | null
    reference: string | null
    tier: string | null
    risk: string | null
    sensitive: Generated<boolean>
    agreement_id: string | null
    ground: 'consent' | 'law' | null
    ground_note: string | null
    person_id: string | null
  }
  'support.need_score': {
    area_id: Generated<string>
    need_score_id: Generated<string>
    case_id: string
    held_by: string
    assessed_on: string
    stage: 'start' | 'review' | 'close'
    need: 'health' | 'accommodation' | 'family' | 'education-employment' | 'drugs-alcohol' | 'finance' | 'outlook' | 'social'
    worker_score: number | null
    person_score: number | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.note': {
    area_id: Generated<string>
    note_id: Generated<string>
    case_id: string
    held_by: string
    body: string
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.risk_judgement': {
    area_id: Generated<string>
    risk_judgement_id: Generated<string>
    case_id: string
    held_by: string
    judged_on: string
    risk: 'standard' | 'medium' | 'high'
    because: string
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.route_review': {
    area_id: Generated<string>
    route_review_id: Generated<string>
    case_id: string
    held_by: string
    finding: string
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
    found: Generated<'safe-way' | 'none'>
  }
  'support.task': {
    area_id: Generated<string>
    task_id: Generated<string>
    case_id: string
    held_by: string
    step: 'first-contact' | 'try-again' | 'send-message' | 'close-no-contact' | 'review-route' | null
    type: string | null
    what: string
    due_on: string
    done_on: string | null
    ended_as: 'done' | 'not-needed' | null
    done_by: string | null
    recorded_at: Generated<Date>
    recorded_by: Generated<string | null>
  }
  'support.timeline': {
    area_id: string
    case_id: string
    held_by: string
    kind: string
    record_id: string
    happened_on: string
    happened_at: Date
    sort_at: Date
    recorded_by: string
    detail: unknown
  }
}
