import { PROVIDER_STAFF } from '#access'
import { hasRole } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { thresholdsOf } from '../bulk-links/thresholds.ts'
import { changeThresholds, receivesReferrals } from './change-thresholds.ts'
import { THRESHOLD_READERS, linkChoice, linkOf, reviewChoice, reviewOf } from './choices.ts'
import { thresholdsForm } from './form.ts'
import { changeThresholdsPage, thresholdsPage } from './thresholds.page.ts'
import { listChanges, pairsExpected } from './queries.ts'

export const matchingThresholdScreens = [
  screen('/people/matching', {
    action: 'see how sure a comparison of records must be',
    roles: THRESHOLD_READERS,
    show: async (ctx) =>
      thresholdsPage({
        now: await thresholdsOf(ctx),
        expected: await pairsExpected(ctx),
        changes: await listChanges(ctx),
        may_change: hasRole(ctx.actor, ['administrator']) && (await receivesReferrals(ctx)),
        may_review: hasRole(ctx.actor, PROVIDER_STAFF),
      }),
  }),
  screen('/people/matching/change', {
    action: 'change how sure a comparison of records must be',
    roles: ['administrator'],
    form: thresholdsForm,
    start: async (ctx) => {
      const now = await thresholdsOf(ctx)
      const [link, review] = [linkChoice(now.link), reviewChoice(now.review)]
      return { ...(link ? { link } : {}), ...(review ? { review } : {}) }
    },
    show: async (ctx, _, form) => changeThresholdsPage(form, await receivesReferrals(ctx)),
    save: async (ctx, _, { link, review, because }) => {
      await changeThresholds(ctx, { link: linkOf(link), review: reviewOf(review), because })
      return goTo('/people/matching', 'Changed. It holds from the next comparison')
    },
  }),
]
