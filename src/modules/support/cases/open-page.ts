import type { PersonHead } from '#people'
import type { Ctx } from '#platform/act.ts'
import type { Html } from '#platform/design-system/index.ts'
import { type CaseHead, getCase } from './get-case.ts'
import { caseTop } from './case-top.ts'

/** The case and what stands at the top of a page of it; NotFound as getCase. For the form pages of a case. */
export async function openPage(
  ctx: Ctx,
  case_id: string,
): Promise<{ theCase: CaseHead; aside: Html; person: PersonHead }> {
  const theCase = await getCase(ctx, case_id)
  return { theCase, ...(await caseTop(ctx, theCase)) }
}
