export { STAGES, type Stage } from './stages.ts'
export { moveCommunityPoints, type MovedCommunityPoint } from './moving/move-community-points.ts'
