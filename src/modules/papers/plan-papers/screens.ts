import { getCycle, getYear, listThemes, PLAN_WRITERS } from '#delivery-plan'
import { formPage, html, select } from '#platform/design-system/index.ts'
import { refuse } from '#platform/errors.ts'
import { textOf } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { offeredTemplates, templateRadios } from '../templates/choose-template.ts'
import { FRONT_SHEET_START, frontSheetQuestions } from '../writing/front-sheet.ts'
import { planPaperForm } from './form.ts'
import { startPlanPaper } from './start-plan-paper.ts'

export const planPaperScreens = [
  screen('/plan-papers/start/:cycle_id', {
    action: 'start a paper about a delivery plan',
    roles: PLAN_WRITERS,
    form: planPaperForm,
    start: () => FRONT_SHEET_START,
    show: async (ctx, { cycle_id }, form) => {
      const cycle = await getCycle(ctx, cycle_id)
      const year = await getYear(ctx, cycle.year_id)
      const themes = await listThemes(ctx, year.plan_id)
      return formPage(
        {
          title: 'Start a paper',
          caption: `${year.title}, ${cycle.name}`,
          back: `/plan-cycles/${cycle_id}`,
          submit: 'Start the paper',
        },
        html`${templateRadios(form.template, await offeredTemplates(ctx, 'plan'))}
        ${select({
          id: 'theme_id',
          name: 'theme_id',
          value: textOf(form.theme_id.typed),
          label: { text: 'Which part of the plan is it about?' },
          ...(form.theme_id.message ? { errorMessage: { text: form.theme_id.message } } : {}),
          items: [
            { value: '', text: 'Choose…' },
            ...themes.map(({ theme_id, number, title }) => ({
              value: theme_id,
              text: `${number}. ${title}`,
            })),
          ],
        })}
        ${frontSheetQuestions(form)}`,
      )
    },
    save: async (ctx, { cycle_id }, values) => {
      const { plan_id } = await getYear(ctx, (await getCycle(ctx, cycle_id)).year_id)
      if (!(await listThemes(ctx, plan_id)).some(({ theme_id }) => theme_id === values.theme_id))
        refuse('theme_id', 'Select the part of the plan from the list')
      return goTo(`/papers/${await startPlanPaper(ctx, cycle_id, values)}`, 'Paper started')
    },
  }),
]
