import type { Ctx } from '#platform/act.ts'
import type { Html } from '#platform/design-system/index.ts'
import type { CaseHead } from './cases/get-case.ts'
import type { CaseTab } from './cases/case-top.ts'
import type { CloseCheck } from './closure/pages.ts'
import type { TimelineRow } from './timeline/list-timeline.ts'

/** Something that a higher module shows of a case. Nothing to show: null. */
export type CasePanel = (ctx: Ctx, theCase: CaseHead) => Promise<Html | null>

export type SupportSlots = {
  /** On the case's own page, in the order given, between what was done and the latest entries. */
  casePanels?: readonly CasePanel[]
  /** Pages of a case beside its own: `path` is what follows '/cases/:case_id'. */
  caseTabs?: readonly CaseTab[]
  /** What must be met, or knowingly not met, before a case closes. */
  closeChecks?: readonly ((ctx: Ctx, theCase: CaseHead) => Promise<CloseCheck>)[]
  /** Entries that a higher module adds to the one timeline: those not after `until`, newest first and then by record_id, at most `limit`. */
  timelines?: readonly ((
    ctx: Ctx,
    case_id: string,
    page: { until?: string | undefined; limit: number },
  ) => Promise<readonly TimelineRow[]>)[]
  /** The words for the kinds of entry that those timelines add. */
  timelineWords?: Readonly<
    Record<string, (detail: Record<string, unknown>) => { title: string; body?: Html }>
  >
}
