import { formPage, html, insetText } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES, ENHANCED_REASONS } from '../words.ts'
import { addEnhancedReasons, enhancedRightsForm } from './add-enhanced-reasons.ts'

export const enhancedRightsScreens = [
  screen('/cases/:case_id/enhanced-rights', {
    action: 'record why enhanced rights apply',
    roles: CASEWORK_ROLES,
    form: enhancedRightsForm,
    show: async (ctx, { case_id }, form) => {
      const { aside, theCase } = await openPage(ctx, case_id)
      const reasons = theCase.enhanced_reasons.map((reason) => ENHANCED_REASONS[reason])
      return formPage(
        {
          title: 'Enhanced rights',
          aside,
          submit: 'Save',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
          before: insetText({
            text: reasons.length ? `Recorded already: ${reasons.join('; ')}.` : 'No reason is recorded yet.',
          }),
        },
        html`${field(form.enhanced_reasons)}${field(form.because)}`,
      )
    },
    save: async (ctx, { case_id }, added) => {
      await addEnhancedReasons(ctx, await getCase(ctx, case_id), added)
      return goTo(`/cases/${case_id}`, 'Enhanced rights recorded')
    },
  }),
]
