import {
  blocksOfWords,
  countInWords,
  countStatuses,
  type Cycle,
  type CycleCounts,
  datedInWords,
  type Deliverable,
  movementInWords,
  type Plan,
  runsOfCell,
  type Status,
  STATUS_CODES,
  statusChart,
  STATUSES,
  type Theme,
  type Update,
  type Year,
} from '#delivery-plan'
import type { Block, Run, Runs } from '#platform/documents/document.ts'
import { runsOf } from '#platform/documents/document.ts'
import { listInWords } from '#platform/words/lists.ts'

export type PlanBlock = 'themes' | 'status_key' | 'table' | 'sections' | 'chart'

export type PlanShown = {
  plan: Plan
  year: Year
  cycle: Cycle
  theme: Theme
  themes: readonly Theme[]
  deliverables: readonly Deliverable[]
  ratings: ReadonlyMap<string, { status: Status }>
  before: ReadonlyMap<string, Status>
  updates: ReadonlyMap<string, readonly Update[]>
  counts: readonly CycleCounts[]
}

const TONES = { green: 'good', amber: 'attention', red: 'urgent', white: 'closed' } as const

/** Always word and colour. */
const marked = (status: Status | null): Runs => [
  status ? { text: STATUSES[status], tone: TONES[status] } : { text: 'Not rated', tone: 'neutral' },
]

const statusOf = ({ ratings }: PlanShown, { deliverable_id }: Deliverable) =>
  ratings.get(deliverable_id)?.status ?? null
const countsOf = (shown: PlanShown) => countStatuses(shown.deliverables.map((one) => statusOf(shown, one)))

/** 'All 15 are graded Green.', or 'Of 15, 14 are graded Green and 1 White.': from the rows, never typed. */
export function gradedInWords(shown: PlanShown): string {
  const counts = countsOf(shown)
  const parts = STATUS_CODES.filter((code) => counts[code] > 0)
  const [only] = parts
  if (counts.all === 0 || !only) return 'None has been graded yet.'
  if (counts[only] === counts.all) return `All ${counts.all} are graded ${STATUSES[only]}.`
  const graded = parts.map(
    (code, index) => `${counts[code]}${index === 0 ? ' are graded' : ''} ${STATUSES[code]}`,
  )
  return `Of ${counts.all}, ${listInWords([...graded, ...(counts.unrated > 0 ? [`${counts.unrated} not graded`] : [])])}.`
}

/** One part of a plan, as blocks of a document. */
export function planBlocks(shown: PlanShown, block: PlanBlock): Block[] {
  switch (block) {
    case 'themes':
      return [
        {
          kind: 'bullets',
          items: shown.themes.map(({ number, title }) => `${shown.plan.theme_word} ${number}: ${title}`),
        },
      ]
    case 'status_key':
      return statusKey(shown)
    case 'table':
      return [deliverableTable(shown)]
    case 'sections':
      return deliverableSections(shown)
    case 'chart':
      return shown.counts.length === 0
        ? []
        : [{ kind: 'chart', chart: statusChart(shown.counts, shown.theme.title) }]
  }
}

function statusKey(shown: PlanShown): Block[] {
  const counts = countsOf(shown)
  return [
    ...(shown.cycle.overall ? [{ kind: 'paragraph', text: shown.cycle.overall } as const] : []),
    {
      kind: 'table',
      caption: 'Status key and results',
      columns: [
        { title: 'Status' },
        { title: 'What it means' },
        { title: 'Number and percentage', numeric: true },
      ],
      rows: [
        ...STATUS_CODES.map((code) => [
          marked(code),
          shown.plan[`${code}_means`],
          countInWords(counts[code], counts.all),
        ]),
        ...(counts.unrated > 0
          ? [[marked(null), 'Nobody has decided its status yet', countInWords(counts.unrated, counts.all)]]
          : []),
      ],
    },
  ]
}

/** The table of the appendix: number, owner, what is to be delivered with its updates, the newest first, and its status in words. */
function deliverableTable(shown: PlanShown): Block {
  const moved = shown.before.size > 0
  return {
    kind: 'table',
    caption: `${shown.plan.theme_word} ${shown.theme.number}: ${shown.theme.title}`,
    narrow: 'stack',
    columns: [
      { title: 'No' },
      { title: 'Organisation' },
      {
        title: `${shown.plan.deliverable_word}s of Commissioner, Chief Constable and partners, with updates`,
      },
      { title: 'RAG status' },
      ...(moved ? [{ title: 'Since last time' }] : []),
    ],
    rows: shown.deliverables.map((one): Runs[] => {
      const status = statusOf(shown, one)
      return [
        String(one.number),
        one.owners,
        wordsAndUpdates(one, shown.updates.get(one.deliverable_id) ?? []),
        marked(status),
        ...(moved ? [movementInWords(status, shown.before.get(one.deliverable_id) ?? null)] : []),
      ]
    }),
  }
}

const wordsAndUpdates = (one: Deliverable, updates: readonly Update[]): Runs => [
  { text: one.words, bold: true },
  ...(updates.length === 0
    ? ['\n\nNo update has been given.']
    : updates.flatMap((update): Run[] => [
        '\n\n',
        {
          text: update.dated_on
            ? `Update ${datedInWords(update)}, ${update.author}`
            : `Update, ${update.author} (no date given)`,
          bold: true,
        },
        '\n',
        ...runsOf(runsOfCell(update.words, update.figures)),
      ])),
]

/** A numbered section for each deliverable, its updates as numbered paragraphs, as an office that writes in prose has them. */
const deliverableSections = ({ deliverables, updates }: PlanShown): Block[] =>
  deliverables.flatMap((one): Block[] => {
    let paragraph = 0
    const said = updates.get(one.deliverable_id) ?? []
    const number = () => `${one.number}.${++paragraph}`
    return [
      { kind: 'heading', level: 1, number: `${one.number}.`, text: one.words },
      ...(said.length === 0
        ? [{ kind: 'paragraph', number: number(), text: 'No update has been given.' } as const]
        : said.flatMap((update) => blocksOfWords(update.words, update.figures, number))),
    ]
  })
