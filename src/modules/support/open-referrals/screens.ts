import { hasRole } from '#platform/act.ts'
import { PROVIDER_STAFF } from '#access'
import { screen } from '#platform/http/screen.ts'
import { OPENING_ROLES } from '../words.ts'
import { listOpenReferrals, placeIn } from './list-open-referrals.ts'
import { openReferralsPage } from './list.page.ts'

export const openReferralScreens = [
  screen('/referrals', {
    action: 'list open referrals',
    roles: PROVIDER_STAFF,
    show: async (ctx) => {
      const after = placeIn(ctx.query)
      const mayOpen = hasRole(ctx.actor, OPENING_ROLES)
      return openReferralsPage(await listOpenReferrals(ctx, after), after, mayOpen)
    },
  }),
]
