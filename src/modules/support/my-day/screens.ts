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
      const opens = OPENING_ROLES.some((role) => ctx.actor.roles.includes(role))
      return myDayPage(
        {
          mine: await listMyCases(ctx),
          offers: await offersToMyTeams(ctx),
          waiting: await listWaitingCases(ctx),
          referrals: opens ? await listWaitingReferrals(ctx) : [],
          manager: ctx.actor.roles.includes('team_manager'),
        },
        ctx.today,
      )
    },
  }),
]
