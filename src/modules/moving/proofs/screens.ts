import { screen } from '#platform/http/screen.ts'
import { movePage, movesPage, REFUSED_SHOWN } from './pages.ts'
import { getMove, listMoves, listRefused } from './queries.ts'

/** Whoever answers for the service's records. */
export const MOVE_READERS = ['team_manager', 'administrator'] as const

export const proofScreens = [
  screen('/moves', {
    action: 'see the moves from an old system',
    roles: MOVE_READERS,
    show: async (ctx) => movesPage(await listMoves(ctx)),
  }),
  screen('/moves/:move_id', {
    action: 'see the proof of a move',
    roles: MOVE_READERS,
    show: async (ctx, { move_id }) =>
      movePage(await getMove(ctx, move_id), await listRefused(ctx, move_id, REFUSED_SHOWN)),
  }),
]
