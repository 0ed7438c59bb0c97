/** What differs from the laws on purpose: 'rule place' and the reason. One that is no longer needed fails the test too. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'key access.area access.area_code_key':
    'Which areas there are is public: a code that is taken tells nobody anything',
  'key access.session access.session_token_hash_key':
    'The SHA-256 of 256 random bits: nobody can ask about one that they do not have',

  'audit access.change': 'It is the record of changes',
  'audit access.visit': 'It is the record of visits: added, changed by nobody',
  'audit access.session':
    'Changed at every page; opening and ending one is in access.sign_in_attempt and access.visit',
  'audit access.sign_in_step': 'Lives for minutes between two pages of signing in',
  'audit access.sign_in_attempt': 'It is the record of attempts',
  'audit people.person_key':
    'Derived from rows whose changes are kept; hashed again it would double every load',
  'audit people.identity': 'Derived by the area’s own actor from links and matches whose changes are kept',
  'audit referrals.waiting_piece':
    'A file as it came, until it has been read: nothing of it outlives its reading',
  'audit referrals.transfer_count': 'Counted from referrals whose changes are kept, in the same transaction',
  'audit access.draft': 'Nobody’s record until it is saved; every pause in typing would be a change',
  'audit access.standing': 'A count of changes that are kept themselves',
  'audit access.sent_form': 'Lives for a day, so that nothing sent is done twice',

  'policy access.area areas_are_public': 'Which areas there are is public',
  'policy access.area added_as_itself': 'A new area is added by an act within itself',
  'policy access.area changed_within': 'Seen by all, changed within',
  'policy access.change kept':
    'Added by all, read by the auditor only; the owner adds what follows a case by foreign key',
  'policy access.change read_by_auditor': 'Read through access.whatChanged only',
  'policy access.visit opened_by_anyone': 'Added by all, read by the auditor only',
  'policy access.visit read_by_auditor': 'Read through access.whoHasLooked only',
  'policy access.member read_by_auditor': 'Names whoever looked',
  'policy access.organisation read_by_auditor': 'Names the organisation of whoever looked',
  'policy access.session known_by_its_token': 'Seen by whoever holds its token, and by its member',
  'policy access.account found_by_its_address':
    'Found by whoever types its whole address, by its member, and by the administrator of its organisation',
  'policy access.invitation known_by_its_code':
    'Found by whoever has its code, and by the administrator of its organisation',
  'policy access.sign_in_step known_by_its_token':
    'Seen by whoever holds its token; an ended one can be thrown away',
  'policy access.sign_in_attempt read_by_auditor': 'Counted within the area, read by the auditor',
  'policy access.identity_link known_by_its_subject':
    'Found by whoever the provider says it is, and by its member',
  'policy access.break_glass seen_by_its_organisation':
    'Seen by whoever did it, and by the reviewers of their organisation',

  'policy people.address given_to_be_protected':
    'Sharing is giving: an address that must be protected is handed to the restricted team, and seen no more',
  'policy people.identity kept_by_me': 'Written by the area’s own actor, read for counting only (decision 3)',
  'policy referrals.held_row_step given_by_sender':
    'Sharing is giving: the sender’s answer goes to the holding team',
  'policy referrals.receipt given_to_sender': 'Sharing is giving: the police are given a receipt',
  'policy support."case" offered_to_my_teams':
    'A case that is offered shows its head, which has no name in it',
  'policy support."case" taken_by_my_teams':
    'The team that a case is offered to takes it, and changes nothing else',
  'policy support.hand_over offered_to_my_teams': 'An offer is seen by the team it is made to',
  'policy support.hand_over answered_by_my_teams': 'An offer is answered by the team it is made to',
  'policy support.given_person seen_by_who_holds_the_person':
    'Whoever holds the person reaches the row that repeats their own record, to keep it true',
  'policy support.given_person kept_true_by_who_holds_the_person':
    'Whoever changes the person’s record changes what an open offer says of it',
  'policy access.draft typed_by_me': 'Only its writer sees it',
  'policy access.sent_form sent_by_me': 'Only its sender is told how it was answered',
  'policy delivery_plan.update answered_by_my_teams': 'An owner answers what the office asked of their team',
  'policy mail.message queued_by_anyone': 'Added in any act; nobody reads whom it goes to but the sender',
  'policy mail.message reached_by_the_sender':
    'Only the short transactions that send it see an address, and empty it',
  'policy papers.publication published_to_all': 'Published: read by anybody, written by the office',
  'policy papers.publication_version published_to_all': 'Published: read by anybody, written by the office',
  'policy papers.restatement published_to_all': 'Published: read by anybody, written by the office',
  'policy papers.published_meeting published_to_all': 'Published: read by anybody, written by the office',
  'policy insight.small_number_rule decided_for_the_area':
    'A decision about tables, of no person: read by whoever publishes in the area, written by the office’s team',
  'policy insight.published_tables published_to_all': 'Published: read by anybody, written by the office',
  'policy insight.published_tables_version published_to_all':
    'Published: read by anybody, written by the office',
  'policy public_site.follower known_by_its_token':
    'Found by whoever has its token or types its whole address; the office sees how many, each address sealed',
  'policy papers.sign_off signed_by_the_office': 'The office signs what was given to it',
}

/** Columns that the role of figures may read although they hold words: what stands in each, and why it tells nobody who somebody is. */
export const CLASSIFIED: Readonly<Record<string, string>> = {
  'access.area.code': 'The area',
  'access.area.name': 'The area',
  'access.area.force_code': 'The police force area',
  'access.area.settings': 'Settings of the area: no person in them',
  'community_points.community_point.name': 'A local organisation, published in its directory',
  'community_points.community_point.district': 'One of the area’s districts',
  'insight.asb_incident.district': 'One of the area’s districts',
  'insight.asb_incident.incident_number':
    'Incidents are counted by it; it names nobody outside the force’s own systems',
  'insight.asb_incident.qualifier': 'A code: personal, nuisance or environmental',
  'insight.asb_incident.ward':
    'A ward: thousands of people; small numbers are protected where they are shown',
  'insight.recorded_crime.class': 'A class of crime',
  'insight.recorded_crime.crime_number':
    'Crimes are counted by it; it names nobody outside the force’s own systems',
  'insight.recorded_crime.district': 'One of the area’s districts',
  'insight.recorded_crime.hate_strands': 'Codes of reference',
  'insight.recorded_crime.offence_group': 'A code of reference; the text as sent is not granted',
  'insight.recorded_crime.offence_subgroup': 'A code of reference; the text as sent is not granted',
  'insight.recorded_crime.ward':
    'A ward: thousands of people; small numbers are protected where they are shown',
  'people.person.district': 'One of the area’s districts: thousands of people',
  'people.person.outcode': 'First half of a postcode: thousands of people',
  'people.person.ethnicity': 'A code of 18+1 groups; small numbers are protected where they are shown',
  'referrals.referral.consent_basis': 'A code of reference',
  'referrals.referral.district': 'One of the area’s districts',
  'referrals.referral.hate_strand': 'A code of reference',
  'referrals.referral.offence_group': 'A code of reference; the text as sent is not granted',
  'referrals.referral.offence_subgroup': 'A code of reference; the text as sent is not granted',
  'referrals.referral.sender': 'An organisation',
  'referrals.referral.source': 'A code of reference',
  'restorative_justice.rj_referral.source': 'A code of reference',
  'support."case".enhanced_reasons': 'Codes of reference',
  'support.action.channel': 'A code of reference',
  'support.action.type': 'A code of reference',
  'support.closure.reason': 'A code of reference; the note beside it is not granted',
  'support.need_score.worker_score': 'A number from 0 to 5',
  'support.task.type': 'A code of reference',
}
