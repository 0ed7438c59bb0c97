import type { Module } from '#platform/module.ts'
import { cycleJobs } from './reminders/remind-owners.ts'
import { cycleScreens } from './cycles/screens.ts'
import { deliverableScreens } from './deliverables/screens.ts'
import { planScreens } from './plans/screens.ts'
import { importScreens } from './imports/screens.ts'
import { ratingScreens } from './ratings/screens.ts'
import type { FigureSource } from './updates/figures-in-text.ts'
import { answerAllRoutes } from './answers/answer-all.ts'
import { updateScreens } from './updates/screens.ts'
import { PLAN_READERS } from './words.ts'

export { closeCycle, stateOverall } from './cycles/close-cycle.ts'
export { openCycle } from './cycles/open-cycle.ts'
export {
  getCycle,
  listCycles,
  ratingsIn,
  statusesBefore,
  statusesOverCycles,
  type Cycle,
  type CycleCounts,
} from './cycles/queries.ts'
export { silenceInWords, silentDeliverables, silentOwners, type SilentOwner } from './cycles/silence.ts'
export { statusChart } from './cycles/status-chart.ts'
export { BARE_DELIVERABLE } from './deliverables/form.ts'
export { carryOver } from './deliverables/carry-over.ts'
export { addDeliverable, type DeliverableValues } from './deliverables/keep-deliverable.ts'
export { listDeliverables, type Deliverable } from './deliverables/queries.ts'
export { levelWords, type LevelWords } from './level-words.ts'
export { PLAN_START } from './plans/form.ts'
export { listWhoCanAnswer, nameOwner } from './plans/name-owner.ts'
export { addYear, startPlan } from './plans/start-plan.ts'
export {
  getPlan,
  getYear,
  listOwners,
  listThemes,
  type Plan,
  type Theme,
  type Year,
} from './plans/queries.ts'
export { countInWords, countStatuses, doubtsAbout, type StatusCounts } from './ratings/count-statuses.ts'
export { movementInWords } from './ratings/movement.ts'
export { rateDeliverable } from './ratings/rate-deliverable.ts'
export { type AskedFigure, type FigureSource, type KeptFigure } from './updates/figures-in-text.ts'
export { datedInWords, updatesUpTo, type Update } from './updates/queries.ts'
export { blocksOfWords, notesOfFigures, runsOfCell } from './updates/update-blocks.ts'
export { writeUpdate } from './updates/write-update.ts'
export { manyOf, PLAN_READERS, PLAN_WRITERS, STATUS_CODES, STATUSES, type Status } from './words.ts'

export type DeliveryPlanSlots = {
  /** Measures that can be linked and put in a text: defined in a higher module, asked through this. */
  figures: FigureSource
  /** Where the pages are, for the links in letters. */
  origin: string
}

/** The Commissioner's delivery plan: what is to be delivered, by whom, how it stands, and what was said of it. */
export const deliveryPlan = ({ figures, origin }: DeliveryPlanSlots): Module => ({
  name: 'delivery-plan',
  routes: [
    ...planScreens,
    ...deliverableScreens(figures),
    ...cycleScreens(figures, origin),
    // Before the page of one request, whose address it would be otherwise.
    ...answerAllRoutes(figures),
    ...updateScreens(figures),
    ...ratingScreens(figures),
    ...importScreens,
  ],
  jobs: cycleJobs(origin),
  navigation: [
    // As the law calls it: every office has one, whatever its own words for its levels.
    { text: 'Police and Crime Plan', href: '/delivery-plans', roles: PLAN_READERS, place: 45 },
    {
      text: 'Asked of you',
      href: '/update-requests',
      roles: ['commissioner_analyst', 'commissioner_signatory', 'police_officer'],
      place: 46,
    },
  ],
})
