// The delivery plan's own small plan, for the tests of the modules above it.
export { startPlanOf2036 } from '../modules/delivery-plan/plan-cast.ts'
