import type { Ctx } from '#platform/act.ts'
import { choice, form, words, type ValuesOf } from '#platform/forms/index.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { RISKS } from '../words.ts'

export const riskForm = form({
  risk: choice(RISKS, { label: 'How high is the risk of harm now?', name: 'the risk' }),
  because: words({
    label: 'Why?',
    name: 'why',
    hint: 'What you know, and what changed since it was last judged.',
    max: 4000,
    rows: 5,
  }),
})

/** Records a judgement of risk with its reason; the case carries the latest. Earlier ones stay in the timeline. */
export async function recordRisk(
  ctx: Ctx,
  theCase: CaseHead,
  judged: ValuesOf<typeof riskForm>,
): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  await ctx.db
    .insertInto('support.risk_judgement')
    .values({ case_id, held_by, judged_on: ctx.today, ...judged })
    .execute()
  await ctx.db.updateTable('support.case').set({ risk: judged.risk }).where('case_id', '=', case_id).execute()
}
