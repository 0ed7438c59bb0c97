export {
  CLOSED_WITHOUT,
  INTERVENTIONS,
  RJ_OUTCOMES,
  RJ_SOURCES,
  type RjOutcome,
  type RjSource,
} from './codes.ts'
export { moveRjReferrals, type MovedRjReferral } from './moving/move-rj-referrals.ts'
