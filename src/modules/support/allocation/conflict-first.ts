import type { Ctx } from '#platform/act.ts'
import { goTo, type GoTo } from '#platform/http/screen.ts'
import type { CaseHead } from '../cases/get-case.ts'

/** A worker who has not said yet whether they know the person is asked that before the case is shown to them (domain 2). */
export const conflictFirst = (ctx: Ctx, theCase: CaseHead): GoTo | undefined =>
  theCase.allocated_to === ctx.actor.actor_id && theCase.knows_person === 'not-asked'
    ? goTo(`/cases/${theCase.case_id}/conflict-check`)
    : undefined
