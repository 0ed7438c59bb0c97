import { goTo, screen } from '#platform/http/screen.ts'
import { caseRecord } from '../cases/case-record.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { needsForm } from './form.ts'
import { recordNeedsPage } from './record-needs.page.ts'
import { recordNeeds } from './record-needs.ts'

export const needsScreens = [
  screen('/cases/:case_id/needs/record', {
    action: 'record needs',
    roles: CASEWORK_ROLES,
    form: needsForm,
    draft: true,
    start: async (ctx, { case_id }) => {
      const { needs } = await caseRecord(ctx, case_id)
      return { assessed_on: ctx.today, stage: needs.length ? 'review' : 'start' } as const
    },
    show: async (ctx, { case_id }, form) =>
      recordNeedsPage(case_id, form, (await openPage(ctx, case_id)).aside),
    save: async (ctx, { case_id }, assessed) => {
      await recordNeeds(ctx, await getCase(ctx, case_id), assessed)
      return goTo(`/cases/${case_id}/plan`, 'Needs recorded')
    },
  }),
]
