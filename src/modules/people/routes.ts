import type { Route, Screen } from '#platform/http/screen.ts'
import type { PersonSlots } from './person/slots.ts'

/** Every URL of the module. */
export const peopleRoutes = (_slots: PersonSlots): (Screen | Route)[] => []
