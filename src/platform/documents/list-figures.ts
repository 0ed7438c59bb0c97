import type { Block, Document, FigureNote } from './document.ts'

/** The name that a figure's row in the list at the end goes by. */
export const figureAnchor = (document: Document, figure: string): string =>
  `figure_${(document.figures ?? []).findIndex(({ id }) => id === figure) + 1}`

const counted = ({ definition, period }: FigureNote): string => [definition, period].filter(Boolean).join(' ')

/** The list at the end: every figure with its value, how it is counted, the number it is of, and when it was so. */
export function listFigures({ figures = [], figures_title = 'Figures in this document' }: Document): Block[] {
  if (figures.length === 0) return []
  return [
    { kind: 'page_break' },
    { kind: 'heading', level: 1, text: figures_title },
    {
      kind: 'table',
      caption: 'Where each figure comes from',
      narrow: 'stack',
      columns: [
        { title: 'Figure' },
        { title: 'Value', numeric: true },
        { title: 'How it is counted' },
        { title: 'Out of', numeric: true },
        { title: 'As at' },
      ],
      rows: figures.map((note) => [
        [{ text: note.name, href: note.href }],
        note.value,
        counted(note),
        note.n ?? 'not a share',
        note.as_at,
      ]),
      anchors: figures.map((_, index) => `figure_${index + 1}`),
    },
  ]
}
