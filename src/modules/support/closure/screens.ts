import { CLOSE_REASONS, isCodeOf } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { goTo, notDone, screen } from '#platform/http/screen.ts'
import { type CaseHead, getCaseToChange } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { referrerOf } from '../hand-over/given-referrer.ts'
import { addNote } from '../notes/add-note.ts'
import type { SupportSlots } from '../slots.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { closeCase } from './close-case.ts'
import { closeForm, type Closing, returnForm } from './form.ts'
import { closePage, returnPage } from './pages.ts'
import { returnCase, whoGoesOn } from './return-case.ts'

/** A colleague was first: what was typed of how it ended is not lost by that. */
async function closedAlready(
  ctx: Ctx,
  theCase: CaseHead,
  { reason }: NonNullable<CaseHead['closure']>,
  note: string | null,
): Promise<string> {
  if (note) await addNote(ctx, theCase, note)
  return `The case was closed already, as “${CLOSE_REASONS[reason] ?? reason}”. ${note ? 'How it ended, in your words, is kept as a note' : 'Nothing was changed'}`
}

export const closureScreens = (slots: SupportSlots) => {
  /** They answered, and the answers are nowhere yet. */
  const answersMissing = async (ctx: Ctx, theCase: CaseHead, { last_self_assessment }: Closing) => {
    if (last_self_assessment !== 'done') return undefined
    const kept = await Promise.all((slots.closeChecks ?? []).map((check) => check(ctx, theCase)))
    return kept.every(({ met }) => met)
      ? undefined
      : 'What they answered is not recorded yet: record it under “Outcomes”'
  }
  return [
    screen('/cases/:case_id/close', {
      action: 'close a case',
      roles: CASEWORK_ROLES,
      form: closeForm,
      draft: true,
      start: ({ query: { reason = '' } }) =>
        isCodeOf(CLOSE_REASONS, reason)
          ? { reason, ...(reason === 'no-contact' ? { last_self_assessment: 'not-offered' as const } : {}) }
          : {},
      show: async (ctx, { case_id }, form) => {
        const { theCase, aside } = await openPage(ctx, case_id)
        if (theCase.closure) return goTo(`/cases/${case_id}`, notDone('This case is closed already'))
        const checks = []
        for (const check of slots.closeChecks ?? []) checks.push(await check(ctx, theCase))
        return closePage(theCase, checks, await referrerOf(ctx, theCase), form, aside)
      },
      save: async (ctx, { case_id }, closing) => {
        const theCase = await getCaseToChange(ctx, case_id)
        if (theCase.closure)
          return goTo(
            `/cases/${case_id}`,
            notDone(await closedAlready(ctx, theCase, theCase.closure, closing.note)),
          )
        const told = await closeCase(ctx, theCase, closing)
        return goTo(
          `/cases/${case_id}`,
          ['Case closed', told && `${told} was told`, await answersMissing(ctx, theCase, closing)]
            .filter(Boolean)
            .join('. '),
        )
      },
    }),
    screen('/cases/:case_id/return', {
      action: 'record a return',
      roles: CASEWORK_ROLES,
      form: returnForm,
      draft: true,
      start: (ctx) => ({ returned_on: ctx.today }),
      show: async (ctx, { case_id }, form) => {
        const { theCase, aside } = await openPage(ctx, case_id)
        if (!theCase.closure) return goTo(`/cases/${case_id}`, notDone('This case is open'))
        return returnPage(theCase, form, ctx.today, aside, await whoGoesOn(ctx, theCase))
      },
      save: async (ctx, { case_id }, back) => {
        const theCase = await getCaseToChange(ctx, case_id)
        if (!theCase.closure) {
          await addNote(ctx, theCase, back.because)
          return goTo(
            `/cases/${case_id}`,
            notDone('The case is open already. What brought them back, in your words, is kept as a note'),
          )
        }
        const opened = await returnCase(ctx, theCase, back)
        return goTo(
          `/cases/${opened}`,
          opened === case_id ? 'The case is open again' : 'A new case is open, linked to the earlier one',
        )
      },
    }),
  ]
}
