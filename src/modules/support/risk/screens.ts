import { formPage, html } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { recordRisk, riskForm } from './record-risk.ts'

export const riskScreens = [
  screen('/cases/:case_id/risk/record', {
    action: 'judge the risk',
    roles: CASEWORK_ROLES,
    form: riskForm,
    draft: true,
    show: async (ctx, { case_id }, form) => {
      const { aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Judge the risk',
          aside,
          submit: 'Save the risk',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
        },
        html`${field(form.risk)}${field(form.because)}`,
      )
    },
    save: async (ctx, { case_id }, judged) => {
      await recordRisk(ctx, await getCase(ctx, case_id), judged)
      return goTo(`/cases/${case_id}`, 'Risk recorded')
    },
  }),
]
