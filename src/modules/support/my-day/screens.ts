import { hasRole } from '#platform/act.ts'
import { countBreakGlassToReview } from '#access'
import { screen } from '#platform/http/screen.ts'
import { offersToMyTeams } from '../hand-over/answer-hand-over.ts'
import { CASEWORK_ROLES, OPENING_ROLES } from '../words.ts'
import { listMyCases } from './list-my-day.ts'
import { listWaitingCases, listWaitingReferrals } from './list-waiting.ts'
import { myDayPage } from './my-day.page.ts'

export const myDayScreens = [
  screen('/my-day', {
    action: 'see my day',
    roles: CASEWORK_ROLES,
    show: async (ctx) => {
      const opens = hasRole(ctx.actor, OPENING_ROLES)
      const [mine, offers, waiting, referrals, to_review] = await Promise.all([
        listMyCases(ctx),
        offersToMyTeams(ctx),
        listWaitingCases(ctx),
        opens ? listWaitingReferrals(ctx) : [],
        countBreakGlassToReview(ctx),
      ])
      const manager = ctx.actor.roles.includes('team_manager')
      return myDayPage({ mine, offers, waiting, referrals, manager, to_review }, ctx.today)
    },
  }),
]
