import { screen } from '#platform/http/screen.ts'
import { caseTop } from '../cases/case-top.ts'
import { getCase } from '../cases/get-case.ts'
import type { SupportSlots } from '../slots.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { timelinePage } from './timeline.page.ts'
import { listTimelineOf, placeOf } from './whole-timeline.ts'

export const timelineScreens = (slots: SupportSlots) => [
  screen('/cases/:case_id/timeline', {
    action: 'read a timeline',
    roles: CASEWORK_ROLES,
    show: async (ctx, { case_id }) => {
      const theCase = await getCase(ctx, case_id)
      const { aside } = await caseTop(ctx, theCase, { here: '/timeline', tabs: slots.caseTabs ?? [] })
      const from = placeOf(ctx.query.before ?? '')
      const entries = await listTimelineOf(ctx, case_id, slots, from)
      return timelinePage(case_id, entries, from !== undefined, aside, slots.timelineWords)
    },
  }),
]
