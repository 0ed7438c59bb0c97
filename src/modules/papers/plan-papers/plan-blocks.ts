import {
  blocksOfWords,
  countInWords,
  datedInWords,
  type Deliverable,
  levelWords,
  movementInWords,
  runsOfCell,
  STATUS_CODES,
  statusChart,
} from '#delivery-plan'
import type { Block, Run, Runs } from '#platform/documents/document.ts'
import { runsOf } from '#platform/documents/document.ts'
import { figureMarker, markBlocks } from '../sources/print-sources.ts'
import type { PlanBlock } from '../templates/template.ts'
import { countsOf, marked, type PlanShown, statusOf } from './plan-shown.ts'
import { planSummary } from './plan-summary.ts'

/** One part of a plan, as blocks of a document; `section` is the number of the first section, where the block makes sections. */
export function planBlocks(
  shown: PlanShown,
  block: Exclude<PlanBlock, 'measures'>,
  section: number,
): Block[] {
  switch (block) {
    case 'summary':
      return planSummary(shown)
    case 'themes':
      return [
        {
          kind: 'bullets',
          items: shown.themes.map(
            ({ number, title }) => `${levelWords(shown.plan).theme.title} ${number}: ${title}`,
          ),
        },
      ]
    case 'status_key':
      return statusKey(shown)
    case 'table':
      return [deliverableTable(shown)]
    case 'sections':
      return deliverableSections(shown, section)
    case 'chart':
      return shown.counts.some((counts) => STATUS_CODES.some((code) => counts[code] > 0))
        ? [{ kind: 'chart', chart: statusChart(shown.counts, levelWords(shown.plan), shown.theme.title) }]
        : []
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
          [marked(code)],
          shown.plan[`${code}_means`],
          countInWords(counts[code], counts.all),
        ]),
        ...(counts.unrated > 0
          ? [[[marked(null)], 'Nobody has decided its status yet', countInWords(counts.unrated, counts.all)]]
          : []),
      ],
    },
  ]
}

/** The table of the appendix: number, owner, what is to be delivered with its updates, the newest first, and its status in words. */
function deliverableTable(shown: PlanShown): Block {
  const moved = shown.before.size > 0
  const say = levelWords(shown.plan)
  return {
    kind: 'table',
    caption: `${say.theme.title} ${shown.theme.number}: ${shown.theme.title}`,
    narrow: 'stack',
    columns: [
      { title: 'No' },
      { title: 'Organisation' },
      {
        title: `${say.deliverable.titles} of Commissioner, Chief Constable and partners, with ${say.update.many}`,
      },
      { title: 'RAG status' },
      ...(moved ? [{ title: 'Since last time' }] : []),
    ],
    rows: shown.deliverables.map((one): Runs[] => {
      const status = statusOf(shown, one)
      return [
        String(one.number),
        one.owners || one.organisation,
        wordsAndUpdates(one, shown),
        [marked(status)],
        ...(moved ? [movementInWords(status, shown.before.get(one.deliverable_id) ?? null)] : []),
      ]
    }),
  }
}

const wordsAndUpdates = (one: Deliverable, { plan, updates, sources }: PlanShown): Runs => {
  const { update: word } = levelWords(plan)
  const said = updates.get(one.deliverable_id) ?? []
  return [
    { text: one.words, bold: true },
    ...(said.length === 0
      ? [`\n\nNo ${word.one} has been given.`]
      : said.flatMap((update): Run[] => [
          '\n\n',
          {
            text: update.dated_on
              ? `${word.title} ${datedInWords(update)}, ${update.author}`
              : `${word.title}, ${update.author} (no date given)`,
            bold: true,
          },
          '\n',
          ...runsOf(figureMarker(update, sources)(runsOfCell(update.words, update.figures))),
        ])),
  ]
}

/** A numbered section for each deliverable, its updates as numbered paragraphs, as an office that writes in prose has them. */
const deliverableSections = ({ plan, deliverables, updates, sources }: PlanShown, first: number): Block[] =>
  deliverables.flatMap((one, index): Block[] => {
    let paragraph = 0
    const said = updates.get(one.deliverable_id) ?? []
    const section = first + index
    const number = () => `${section}.${++paragraph}`
    return [
      { kind: 'heading', level: 1, number: `${section}.`, text: one.words },
      ...(said.length === 0
        ? [
            {
              kind: 'paragraph',
              number: number(),
              text: `No ${levelWords(plan).update.one} has been given.`,
            } as const,
          ]
        : said.flatMap((update) =>
            markBlocks(blocksOfWords(update.words, update.figures, number), figureMarker(update, sources)),
          )),
    ]
  })
