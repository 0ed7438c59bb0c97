import type { Route, Screen } from '#platform/http/screen.ts'
import { addressScreens } from './addresses/screens.ts'
import { bulkLinkScreens } from './bulk-links/screens.ts'
import { findScreens } from './find/screens.ts'
import { linkScreens } from './links/screens.ts'
import { matchingThresholdScreens } from './matching-thresholds/screens.ts'
import { newPersonScreens } from './new/screens.ts'
import { personScreens } from './record/screens.ts'
import { whoLookedScreen } from './record/who-looked.ts'
import type { PersonSlots } from './person/slots.ts'
import { contactScreens } from './contact-methods/screens.ts'

/** Every URL of the module. */
export const peopleRoutes = (slots: PersonSlots): (Screen | Route)[] => [
  ...findScreens(slots),
  ...newPersonScreens,
  ...bulkLinkScreens,
  ...matchingThresholdScreens,
  ...personScreens(slots),
  whoLookedScreen(slots),
  ...contactScreens(slots),
  ...addressScreens(slots),
  ...linkScreens(slots),
]
