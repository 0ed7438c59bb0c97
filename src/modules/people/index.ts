import type { Module } from '#platform/module.ts'
import type { PersonSlots } from './person/slots.ts'
import { bulkLinkVerbs } from './bulk-links/verbs.ts'
import { identityJobs } from './identity/jobs.ts'
import { identityVerbs } from './identity/verbs.ts'
import { peopleRoutes } from './routes.ts'

export type { PersonSlots, PersonPanel } from './person/slots.ts'
export { ageOn, isChild } from './person/age.ts'
export {
  fullName,
  getPerson,
  namesOf,
  personHead,
  shownName,
  type Person,
  type PersonHead,
} from './person/queries.ts'
export { bornInWords, identityFacts, personPanel } from './person/panels.ts'
export { NAME_ORDERS, type NameOrder, splitName } from './person/split-name.ts'
export { allStaffTeam, recordPerson } from './person/record-person.ts'
export { peopleBySource, recordPeople } from './bulk/record-people.ts'
export type { AddressToRecord, ContactToRecord, PersonToRecord } from './bulk/person-to-record.ts'
export { personToGive, recordGivenPerson, type PersonToGive } from './giving/give-person.ts'
export { safeContact } from './safe-contact/safe-contact.ts'
export { safeContactPanel } from './safe-contact/panel.ts'
export { addContactMethod } from './contact-methods/add-contact-method.ts'
export { stopChannel } from './contact-methods/stop-channel.ts'
export {
  CHANNELS,
  CONTACT_KINDS,
  STOP_REASONS,
  type Allowed,
  type Channel,
  type Route,
  type SafeContact,
  type StopReason,
} from './safe-contact/words.ts'
export { linkTeam, type LinkedTeam } from './bulk-links/link-team.ts'
export { tieIdentities, type Tied } from './identity/tie-identities.ts'
export { findDuplicatesOfPerson, findPossibleDuplicates } from './duplicates/find-possible-duplicates.ts'
export { BANDS, type PossibleDuplicate } from './duplicates/possible-duplicate.ts'

/** The people of an area as each holder knows them. Higher modules fill the slots of the person page. */
export const people = (slots: PersonSlots = {}): Module => ({
  name: 'people',
  routes: peopleRoutes(slots),
  jobs: identityJobs,
  verbs: [...identityVerbs, ...bulkLinkVerbs],
  navigation: [
    {
      text: 'Find a person',
      href: '/people',
      roles: ['intake_worker', 'caseworker', 'rj_practitioner', 'team_manager'],
      place: 40,
    },
    {
      text: 'Matching',
      href: '/people/matching',
      roles: ['administrator', 'data_protection_officer'],
      place: 93,
    },
  ],
})
export { FILLED_WITH_PEOPLE, markSensitive, movePeople, type MovedPerson } from './moving/move-people.ts'
export { matchRecords } from './identity/match-records.ts'
