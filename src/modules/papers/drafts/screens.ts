import { FIGURE_READERS } from '#access'
import { PLAN_READERS } from '#delivery-plan'
import { goTo, screen } from '#platform/http/screen.ts'
import { found } from '#platform/errors.ts'
import { hasRole, type Ctx } from '#platform/act.ts'
import { offeredTemplates } from '../templates/choose-template.ts'
import { listSteps } from '../reviews/queries.ts'
import { FRONT_SHEET_START } from '../writing/front-sheet.ts'
import { headingsOf, printPaper } from '../writing/print-paper.ts'
import { sectionForm, startForm } from './form.ts'
import { sectionPage, startPage } from './forms.page.ts'
import { papersPage } from './list.page.ts'
import { type MayDo, paperPage } from './paper.page.ts'
import { getPaper, getWords, listPapers, type Paper } from './queries.ts'
import { startPaper } from './start-paper.ts'
import { OFFICE } from '../words.ts'
import { writeSection } from './write-section.ts'

const WRITERS = ['team_manager', 'commissioner_analyst'] as const

const mayDo = (ctx: Ctx, paper: Paper & { signed_at: Date | null }): MayDo => {
  const open = !paper.signed_at
  const ours = ctx.actor.team_ids.includes(paper.held_by)
  const writer = hasRole(ctx.actor, WRITERS)
  return {
    write: open && ours && writer && paper.step !== 'sign_off',
    submit:
      open &&
      ours &&
      writer &&
      paper.step !== 'sign_off' &&
      (!paper.given_to || paper.step === 'returned') &&
      ctx.actor.organisation_kind === 'provider',
    sign:
      paper.step === 'sign_off' &&
      open &&
      paper.written_by !== ctx.actor.actor_id &&
      hasRole(ctx.actor, ['commissioner_signatory']),
    correct: !open && ours && writer,
    publish: !open && hasRole(ctx.actor, OFFICE),
    sources: paper.plan_subject && hasRole(ctx.actor, PLAN_READERS),
  }
}

export const draftScreens = [
  screen('/papers', {
    action: 'see the papers',
    roles: FIGURE_READERS,
    show: async (ctx) => papersPage(await listPapers(ctx), hasRole(ctx.actor, WRITERS)),
  }),
  screen('/papers/start', {
    action: 'start a paper',
    roles: WRITERS,
    form: startForm,
    start: () => ({ ...FRONT_SHEET_START, template: 'service-report', for_what: 'information' as const }),
    show: async (ctx, _, form) => startPage(form, await offeredTemplates(ctx, 'service')),
    save: async (ctx, _, values) => goTo(`/papers/${await startPaper(ctx, values)}`, 'Paper started'),
  }),
  screen('/papers/:paper_id', {
    action: 'read a paper',
    roles: FIGURE_READERS,
    show: async (ctx, { paper_id }) => {
      const paper = await getPaper(ctx, paper_id)
      const [latest] = await listSteps(ctx, paper_id)
      const may = mayDo(ctx, paper)
      const sections = may.write ? await headingsOf(ctx, paper) : []
      return paperPage(paper, sections, await printPaper(ctx, paper), may, latest)
    },
  }),
  screen('/papers/:paper_id/sections/:section', {
    action: 'write in a section of a paper',
    roles: WRITERS,
    form: sectionForm,
    start: async (ctx, { paper_id, section }) => ({
      words: (await getWords(ctx, paper_id))[section] ?? null,
    }),
    show: async (ctx, { paper_id, section }, form) => {
      const paper = await getPaper(ctx, paper_id)
      const { heading } = found(
        (await headingsOf(ctx, paper)).find(({ number }) => number === section),
        'This section',
      )
      return sectionPage(paper, heading, form)
    },
    save: async (ctx, { paper_id, section }, { words }) => {
      await writeSection(ctx, paper_id, section, words ?? '')
      return goTo(`/papers/${paper_id}`, 'Section saved')
    },
  }),
]
