import { countInWords, type Deliverable, movementInWords, type Status, STATUS_CODES } from '#delivery-plan'
import type { Block, Run, Runs } from '#platform/documents/document.ts'
import { countsOf, gradedInWords, marked, type PlanShown, statusOf } from './plan-shown.ts'

/** As many of a kind as a page of summary holds: the table in the appendix has them all. */
const MOST = 6

/** One page: what stands where, what moved since last time, what needs attention, and who said nothing. Nothing in it is typed. */
export function planSummary(shown: PlanShown): Block[] {
  const { deliverables, before, updates, cycle } = shown
  const moved = deliverables.filter((one) => {
    const was = before.get(one.deliverable_id)
    return was && statusOf(shown, one) && was !== statusOf(shown, one)
  })
  const troubled = deliverables.filter((one) => ['amber', 'red'].includes(statusOf(shown, one) ?? ''))
  const silent = deliverables.filter(
    (one) => !(updates.get(one.deliverable_id) ?? []).some(({ cycle_id }) => cycle_id === cycle.cycle_id),
  )
  return [
    { kind: 'paragraph', text: [cycle.overall ? `${cycle.overall} ` : '', gradedInWords(shown)] },
    statusTable(shown),
    { kind: 'heading', level: 2, text: 'What needs attention' },
    ...list(shown, troubled, (one) => [marked(statusOf(shown, one))], 'Nothing is graded Amber or Red.'),
    ...(before.size > 0
      ? [
          { kind: 'heading', level: 2, text: 'What moved since last time' } as const,
          ...list(
            shown,
            moved,
            (one) => [movementInWords(statusOf(shown, one), before.get(one.deliverable_id) ?? null)],
            'Nothing has moved.',
          ),
        ]
      : []),
    { kind: 'heading', level: 2, text: 'Updates' },
    {
      kind: 'paragraph',
      text:
        silent.length === 0
          ? `Each of the ${deliverables.length} has an update in ${cycle.name.replace(/^Q/, 'q')}.`
          : `${deliverables.length - silent.length} of ${deliverables.length} have an update in ${cycle.name.replace(/^Q/, 'q')}. These have none:`,
    },
    ...(silent.length === 0 ? [] : list(shown, silent, (one) => [one.owners], '')),
  ]
}

function statusTable(shown: PlanShown): Block {
  const counts = countsOf(shown)
  const was = shown.counts.filter(({ period_to }) => period_to < shown.cycle.period_to).at(-1)
  const codes: readonly (Status | 'unrated')[] = [
    ...STATUS_CODES,
    ...(counts.unrated > 0 ? (['unrated'] as const) : []),
  ]
  const allOf = (all: Record<Status | 'unrated', number>) =>
    all.green + all.amber + all.red + all.white + all.unrated
  return {
    kind: 'table',
    caption: 'How many stand where',
    columns: [
      { title: 'Status' },
      { title: shown.cycle.name, numeric: true },
      ...(was ? [{ title: was.name, numeric: true }] : []),
    ],
    rows: codes.map((code): Runs[] => [
      [marked(code === 'unrated' ? null : code)],
      countInWords(counts[code], counts.all),
      ...(was ? [countInWords(was[code], allOf(was))] : []),
    ]),
  }
}

function list(
  { deliverables }: PlanShown,
  those: readonly Deliverable[],
  mark: (one: Deliverable) => readonly Run[],
  none: string,
): Block[] {
  if (those.length === 0) return [{ kind: 'paragraph', text: none }]
  const items = those
    .slice(0, MOST)
    .map((one): Runs => [`${one.number}. ${one.words} (${one.owners}): `, ...mark(one)])
  const more = those.length - MOST
  return [
    {
      kind: 'bullets',
      items: more > 0 ? [...items, `and ${more} more of ${deliverables.length}: see the full table.`] : items,
    },
  ]
}
