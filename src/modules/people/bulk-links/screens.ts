import { PROVIDER_STAFF } from '#access'
import { hasRole, isId } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { plural } from '#platform/words/plurals.ts'
import { THRESHOLD_READERS } from '../matching-thresholds/choices.ts'
import { batchesPage, reviewsPage, undoForm, undoPage } from './pages.ts'
import { batches, waitingReviews } from './queries.ts'
import { undoBatch } from './undo-batch.ts'

const UNDOERS = ['team_manager'] as const

export const bulkLinkScreens = [
  screen('/people/reviews', {
    action: 'see pairs of records to decide about',
    roles: PROVIDER_STAFF,
    show: async (ctx) =>
      reviewsPage(
        await waitingReviews(ctx, isId(ctx.query.after ?? '') ? ctx.query.after : undefined),
        hasRole(ctx.actor, THRESHOLD_READERS),
      ),
  }),
  screen('/people/comparisons', {
    action: 'see what was compared and linked in bulk',
    roles: PROVIDER_STAFF,
    show: async (ctx) => batchesPage(await batches(ctx), hasRole(ctx.actor, UNDOERS)),
  }),
  screen('/people/comparisons/:link_batch_id/undo', {
    action: 'undo a bulk comparison',
    roles: UNDOERS,
    form: undoForm,
    show: async (ctx, { link_batch_id }, form) =>
      undoPage(found((await batches(ctx, link_batch_id))[0], 'This comparison'), form),
    save: async (ctx, { link_batch_id }, { because }) =>
      goTo('/people/comparisons', `Undone: ${plural(await undoBatch(ctx, link_batch_id, because), 'link')}`),
  }),
]
