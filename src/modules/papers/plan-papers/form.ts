import { form, words } from '#platform/forms/index.ts'
import { frontSheetFields } from '../writing/front-sheet.ts'

export const planPaperForm = form({
  template: words({ label: 'What kind of paper is it?', name: 'the kind of paper', max: 100 }),
  theme_id: words({ label: 'Which part of the plan is it about?', name: 'the part of the plan', max: 60 }),
  ...frontSheetFields,
})
