import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { form, severalOf, words, type ValuesOf } from '#platform/forms/index.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { keepNextStep } from '../contact-attempts/keep-next-step.ts'
import { addNote } from '../notes/add-note.ts'
import { ENHANCED_REASONS } from '../words.ts'

export const enhancedRightsForm = form({
  enhanced_reasons: severalOf(ENHANCED_REASONS, {
    label: 'Why do enhanced rights apply?',
    hint: 'What is recorded already stays: a reason can be added, not taken away.',
    name: 'why enhanced rights apply',
  }),
  because: words({
    label: 'What makes you say so?',
    name: 'what makes you say so',
    hint: 'In their words where you can. It is kept as a note.',
    max: 4000,
    rows: 5,
  }),
})

/**
 * Adds reasons for enhanced rights (domain 3.1: a worker may add one, not remove one), with a note that says why. Refuses a closed case, and
 * when nothing is added. The next contact may be due sooner from now on.
 */
export async function addEnhancedReasons(
  ctx: Ctx,
  theCase: CaseHead,
  { enhanced_reasons, because }: ValuesOf<typeof enhancedRightsForm>,
): Promise<void> {
  refuseWhenClosed(theCase)
  const added = enhanced_reasons.filter((reason) => !theCase.enhanced_reasons.includes(reason))
  if (added.length === 0) refuse('enhanced_reasons', 'Select a reason that is not recorded yet')
  await ctx.db
    .updateTable('support.case')
    .set({ enhanced_reasons: [...theCase.enhanced_reasons, ...added] })
    .where('case_id', '=', theCase.case_id)
    .execute()
  const reasons = added.map((reason) => ENHANCED_REASONS[reason]).join('; ')
  await addNote(ctx, theCase, `Enhanced rights apply: ${reasons}.\n\n${because}`)
  await keepNextStep(ctx, theCase.case_id)
}
