import { Invalid } from '#platform/errors.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { changeFrontSheet } from './change-draft.ts'
import { frontSheetForm, startTemplateForm } from './form.ts'
import { keepVersion } from './keep-version.ts'
import { startTemplatePage, templatesPage } from './list.page.ts'
import { previewTemplate } from './preview-template.ts'
import { getTemplate, listTemplates } from './queries.ts'
import { MAKERS, orSay } from './sections/say.ts'
import { sectionScreens } from './sections/screens.ts'
import { startTemplate } from './start-template.ts'
import { frontSheetPage, previewPage, templatePage } from './template.page.ts'

export const paperTemplateScreens = [
  screen('/paper-templates', {
    action: 'see the templates of papers',
    roles: MAKERS,
    show: async (ctx) => templatesPage(await listTemplates(ctx)),
  }),
  screen('/paper-templates/start', {
    action: 'make a template of papers',
    roles: MAKERS,
    form: startTemplateForm,
    show: async (ctx, _, form) => startTemplatePage(form, await listTemplates(ctx)),
    save: async (ctx, _, values) =>
      goTo(`/paper-templates/${await startTemplate(ctx, values)}`, 'Template started'),
  }),
  screen('/paper-templates/:template_id', {
    action: 'see a template of papers',
    roles: MAKERS,
    show: async (ctx, { template_id }) => templatePage(await getTemplate(ctx, template_id)),
  }),
  screen('/paper-templates/:template_id/front-sheet', {
    action: 'change the front sheet of a template',
    roles: MAKERS,
    form: frontSheetForm,
    start: async (ctx, { template_id }) => {
      const { title, front_sheet } = (await getTemplate(ctx, template_id)).draft
      return { title, lines: front_sheet.map(({ value }) => value as '{public}') }
    },
    show: async (ctx, { template_id }, form) => frontSheetPage(await getTemplate(ctx, template_id), form),
    save: async (ctx, { template_id }, values) => {
      await changeFrontSheet(ctx, template_id, values)
      return goTo(`/paper-templates/${template_id}`, 'Front sheet changed')
    },
  }),
  screen('/paper-templates/:template_id/preview', {
    action: 'see how a template reads',
    roles: MAKERS,
    show: async (ctx, { template_id }) => {
      const made = await getTemplate(ctx, template_id)
      try {
        return previewPage(made, (await previewTemplate(ctx, made)).document)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return goTo(`/paper-templates/${template_id}`, Object.values(error.messages).join(' '))
      }
    },
  }),
  route({
    method: 'POST',
    url: '/paper-templates/:template_id/keep',
    action: 'keep a version of a template',
    roles: MAKERS,
    handle: async (c, { act, body, goTo: go }) => {
      await body()
      const template_id = c.req.param('template_id') ?? ''
      const back = `/paper-templates/${template_id}`
      return orSay(go, back, async () => {
        const version = await act((ctx) => keepVersion(ctx, template_id))
        return go(back, `Version ${version} is in use now`)
      })
    },
  }),
  ...sectionScreens,
]
