import { listDeliverables, getCycle, PLAN_READERS, PLAN_WRITERS, updatesUpTo } from '#delivery-plan'
import { hasRole, type Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import { planSubject } from '../plan-papers/plan-in-paper.ts'
import { sourceForm } from './form.ts'
import { giveSource, giveUpdatesAsSources } from './give-source.ts'
import { sourcesOf, updateAsOrigin } from './queries.ts'
import { sourcePage, sourcesPage } from './sources.page.ts'

/** A paper about a plan, the updates it prints, and the sources of the numbers in them. Throws NotFound for a paper about anything else. */
async function readUpdates(ctx: Ctx, paper_id: string) {
  const paper = await getPaper(ctx, paper_id)
  const { theme_id, cycle_id } = found(await planSubject(ctx, paper_id), 'A paper about a delivery plan')
  const { year_id } = await getCycle(ctx, cycle_id)
  const updates = await updatesUpTo(ctx, cycle_id, theme_id)
  const all = [...updates.values()].flat()
  const sources = await sourcesOf(
    ctx,
    all.map(({ update_id }) => update_id),
  )
  const said = (await listDeliverables(ctx, year_id, theme_id)).flatMap((deliverable) =>
    (updates.get(deliverable.deliverable_id) ?? []).map((update) => ({
      deliverable,
      update,
      sources: sources.get(update.update_id) ?? [],
    })),
  )
  return { paper, said, all }
}

async function readUpdate(ctx: Ctx, paper_id: string, update_id: string) {
  const { paper, said } = await readUpdates(ctx, paper_id)
  const one = found(
    said.find(({ update }) => update.update_id === update_id),
    'This update',
  )
  return { paper, ...one }
}

const whileOpen = ({ signed_at }: { signed_at: Date | null }) => {
  if (signed_at) refuse('', 'This paper is signed off. Nothing in it can be changed.')
}

export const sourceScreens = [
  screen('/papers/:paper_id/sources', {
    action: 'see where the numbers of a paper come from',
    roles: PLAN_READERS,
    show: async (ctx, { paper_id }) => {
      const { paper, said } = await readUpdates(ctx, paper_id)
      const writes = hasRole(ctx.actor, PLAN_WRITERS) && !paper.signed_at
      return sourcesPage(paper, said, writes)
    },
  }),
  route({
    method: 'POST',
    url: '/papers/:paper_id/sources/updates',
    action: 'give updates as the source of their numbers',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo: go }) => {
      await body()
      const paper_id = c.req.param('paper_id') ?? ''
      const given = await act(async (ctx) => {
        const { paper, all } = await readUpdates(ctx, paper_id)
        whileOpen(paper)
        return giveUpdatesAsSources(ctx, paper.held_by, all)
      })
      return go(
        `/papers/${paper_id}/sources`,
        `${given} ${given === 1 ? 'number has' : 'numbers have'} a source now`,
      )
    },
  }),
  screen('/papers/:paper_id/sources/:update_id', {
    action: 'say where a number of an update comes from',
    roles: PLAN_WRITERS,
    form: sourceForm,
    start: async (ctx, { paper_id, update_id }) => {
      const { update } = await readUpdate(ctx, paper_id, update_id)
      return { number: 'rest', origin: updateAsOrigin(update), as_at_on: update.dated_on }
    },
    show: async (ctx, { paper_id, update_id }, form) => {
      const { paper, update, sources } = await readUpdate(ctx, paper_id, update_id)
      return sourcePage(paper, update, sources, form)
    },
    save: async (ctx, { paper_id, update_id }, values) => {
      const { paper, update } = await readUpdate(ctx, paper_id, update_id)
      whileOpen(paper)
      await giveSource(ctx, paper.held_by, update, values)
      return goTo(`/papers/${paper_id}/sources`, 'Source kept')
    },
  }),
]
