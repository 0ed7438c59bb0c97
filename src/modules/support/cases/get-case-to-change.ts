import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { type CaseHead, getCase } from './get-case.ts'

/**
 * The case as getCase, for an act that changes it: of two workers at one case the second waits, and then reads what the first has left. Otherwise
 * both would close it, or both would make its next step.
 */
export const getCaseToChange = async (ctx: Ctx, case_id: string): Promise<CaseHead> =>
  (await Promise.all([oneAtATime(ctx, case_id), getCase(ctx, case_id)]))[1]

/** Waits for whoever changes the case now. In one message with the reads that follow, which then see what was changed. */
export const oneAtATime = (ctx: Ctx, case_id: string): Promise<unknown> =>
  sql`select from support.case where case_id = ${case_id} for no key update`.execute(ctx.db)
