export { moveCases, type MovedCase } from './moving/move-cases.ts'
export { moveActions, type MovedAction } from './moving/move-actions.ts'
