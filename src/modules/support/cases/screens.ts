import { screen } from '#platform/http/screen.ts'
import { conflictFirst } from '../allocation/conflict-first.ts'
import type { SupportSlots } from '../slots.ts'
import { addedTimeline, newest } from '../timeline/whole-timeline.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { casePage } from './case.page.ts'
import { caseRecord, RECENT } from './case-record.ts'
import { caseTop } from './case-top.ts'

export const caseScreens = (slots: SupportSlots) => [
  screen('/cases/:case_id', {
    action: 'read a case',
    roles: CASEWORK_ROLES,
    show: async (ctx, { case_id }) => {
      // What does not wait for the case is asked together with it: the database answers all in one round trip, and row security
      // has it that nothing is answered which the case's own rule would refuse.
      const [theCase, added] = await Promise.all([
        caseRecord(ctx, case_id),
        addedTimeline(ctx, case_id, slots, { limit: RECENT }),
      ])
      const first = conflictFirst(ctx, theCase)
      if (first) return first
      const [top, ...panels] = await Promise.all([
        caseTop(ctx, theCase, {
          here: '',
          tabs: slots.caseTabs ?? [],
          needsRecorded: theCase.needs.length > 0,
        }),
        ...(slots.casePanels ?? []).map((panel) => panel(ctx, theCase)),
      ])
      const recent = newest([...theCase.recent, ...added], RECENT)
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
