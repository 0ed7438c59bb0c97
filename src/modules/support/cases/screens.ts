import { screen } from '#platform/http/screen.ts'
import { conflictFirst } from '../allocation/conflict-first.ts'
import type { SupportSlots } from '../slots.ts'
import { listTimelineOf } from '../timeline/whole-timeline.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { casePage } from './case.page.ts'
import { caseRecord, RECENT } from './case-record.ts'
import { caseTop } from './case-top.ts'

export const caseScreens = (slots: SupportSlots) => [
  screen('/cases/:case_id', {
    action: 'read a case',
    roles: CASEWORK_ROLES,
    show: async (ctx, { case_id }) => {
      const theCase = await caseRecord(ctx, case_id)
      const first = conflictFirst(ctx, theCase)
      if (first) return first
      const recorded = theCase.needs.length > 0
      const top = await caseTop(ctx, theCase, {
        here: '',
        tabs: slots.caseTabs ?? [],
        needsRecorded: recorded,
      })
      const panels = []
      for (const panel of slots.casePanels ?? []) panels.push(await panel(ctx, theCase))
      const recent = await listTimelineOf(ctx, case_id, slots, { limit: RECENT, known: theCase.recent })
      return casePage(
        { ...theCase, recent },
        top,
        panels.filter((one) => one !== null),
        ctx.today,
        slots.timelineWords,
      )
    },
  }),
]
