import {
  countInWords,
  type Deliverable,
  levelWords,
  movementInWords,
  type Status,
  STATUS_CODES,
} from '#delivery-plan'
import type { Block, Run, Runs } from '#platform/documents/document.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { listInWords } from '#platform/words/lists.ts'
import { countsOf, gradedInWords, marked, type PlanShown, statusOf } from './plan-shown.ts'

/** As many of a kind as a page of summary holds, and as much of each one's words: the paper has them all, in full. */
const MOST = 5
const MOST_PRIORITIES = 12
const LONGEST = 110

/** The words as far as a line or two holds them, cut between words. */
const inShort = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}\u2026`

/** One page: what stands where, what moved since last time, what needs attention, and who said nothing. Nothing in it is typed. */
export function planSummary(shown: PlanShown): Block[] {
  const { deliverables, before, cycle } = shown
  // An office that grades nothing reads what there is, and how new what is said of it.
  if (before.size === 0 && deliverables.every((one) => statusOf(shown, one) === null))
    return [...latestTable(shown), ...silence(shown)]
  const moved = deliverables.filter((one) => {
    const was = before.get(one.deliverable_id)
    return was && statusOf(shown, one) && was !== statusOf(shown, one)
  })
  const troubled = deliverables.filter((one) => ['amber', 'red'].includes(statusOf(shown, one) ?? ''))
  const movement = (one: Deliverable) =>
    movementInWords(statusOf(shown, one), before.get(one.deliverable_id) ?? null)
  const others = moved.filter((one) => !troubled.includes(one))
  return [
    { kind: 'paragraph', text: [cycle.overall ? `${cycle.overall} ` : '', gradedInWords(shown)] },
    statusTable(shown),
    { kind: 'heading', level: 2, text: 'What needs attention' },
    ...list(
      troubled,
      (one) => [
        marked(statusOf(shown, one)),
        before.size > 0 ? ` (${movement(one).replace(/^./, (first) => first.toLowerCase())})` : '',
      ],
      'Nothing is graded Amber or Red.',
    ),
    ...(before.size > 0
      ? [
          { kind: 'heading', level: 2, text: 'What else moved since last time' } as const,
          ...list(
            others,
            (one) => [movement(one)],
            moved.length > 0 ? 'Nothing else.' : 'Nothing has moved.',
          ),
        ]
      : []),
    ...silence(shown),
  ]
}

/** How many have an update in the cycle, and which have none. */
function silence(shown: PlanShown): Block[] {
  const { deliverables, updates, cycle } = shown
  const { update: word } = levelWords(shown.plan)
  const silent = deliverables.filter(
    (one) => !(updates.get(one.deliverable_id) ?? []).some(({ cycle_id }) => cycle_id === cycle.cycle_id),
  )
  const [all, when] = [deliverables.length, cycle.name.replace(/^Q/, 'q')]
  const none = listInWords(silent.map(({ number }) => String(number)))
  const text =
    silent.length === 0
      ? all === 1
        ? `It has ${word.a} in ${when}.`
        : `Each of the ${all} has ${word.a} in ${when}.`
      : silent.length === all
        ? `None of the ${all} has ${word.a} in ${when}.`
        : `${all - silent.length} of ${all} have ${word.a} in ${when}. There is none of ${silent.length === 1 ? 'number' : 'numbers'} ${none}.`
  return [
    { kind: 'heading', level: 2, text: word.titles },
    { kind: 'paragraph', text },
  ]
}

/** Each with its owner and the day of what was said last. */
function latestTable({ deliverables, updates, plan }: PlanShown): Block[] {
  if (deliverables.length === 0) return []
  const days = (one: Deliverable) =>
    (updates.get(one.deliverable_id) ?? []).flatMap(({ dated_on }) => dated_on ?? []).toSorted()
  const more = deliverables.length - MOST_PRIORITIES
  return [
    {
      kind: 'table',
      caption: `${levelWords(plan).deliverable.titles}, and when each was last reported on`,
      columns: [
        { title: 'No' },
        { title: plan.deliverable_word },
        { title: levelWords(plan).owner.title },
        { title: `Latest ${levelWords(plan).update.one}` },
      ],
      rows: deliverables.slice(0, MOST_PRIORITIES).map((one): Runs[] => {
        const last = days(one).at(-1)
        return [String(one.number), inShort(one.words), one.owners, last ? dayInWords(last) : 'None']
      }),
    },
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: `And ${more} more, in the sections below.` }] : []),
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
  those: readonly Deliverable[],
  mark: (one: Deliverable) => readonly Run[],
  none: string,
): Block[] {
  if (those.length === 0) return [{ kind: 'paragraph', text: none }]
  const items = those
    .slice(0, MOST)
    .map((one): Runs => [
      `${one.number}. ${inShort(one.words)}${one.owners ? ` (${one.owners})` : ''}: `,
      ...mark(one),
    ])
  const more = those.length - MOST
  return [{ kind: 'bullets', items: more > 0 ? [...items, `and ${more} more, each in the paper.`] : items }]
}
