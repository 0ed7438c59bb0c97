import { CLOSE_REASONS, isCodeOf } from '#reference'
import { goTo, notDone, screen } from '#platform/http/screen.ts'
import { getCaseToChange } from '../cases/get-case-to-change.ts'
import { openPage } from '../cases/open-page.ts'
import { referrerOf } from '../hand-over/given-referrer.ts'
import { addNote } from '../notes/add-note.ts'
import type { SupportSlots } from '../slots.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { closeCase } from './close-case.ts'
import { closeForm, returnForm } from './form.ts'
import { closePage, returnPage } from './pages.ts'
import { returnCase, whoGoesOn } from './return-case.ts'

export const closureScreens = (slots: SupportSlots) => [
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
      if (theCase.closure) {
        if (closing.note) await addNote(ctx, theCase, closing.note)
        const { reason } = theCase.closure
        return goTo(
          `/cases/${case_id}`,
          notDone(
            `The case was closed already, as “${CLOSE_REASONS[reason] ?? reason}”. ${closing.note ? 'How it ended, in your words, is kept as a note' : 'Nothing was changed'}`,
          ),
        )
      }
      const told = await closeCase(ctx, theCase, closing)
      return goTo(`/cases/${case_id}`, told ? `Case closed. ${told} was told` : 'Case closed')
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
