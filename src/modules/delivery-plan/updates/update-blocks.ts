import { dayOf, momentInWords } from '#platform/words/dates.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { Block, FigureNote, Run, Runs } from '#platform/documents/document.ts'
import { cutAtFigures, type KeptFigure } from './figures-in-text.ts'

/** A figure's name in a document: two updates that say the same of the same moment share it. */
const figureId = ({ measure, name, from, to, as_at, printed }: KeptFigure): string =>
  [measure ?? name, from, to, as_at, printed].join('_').replaceAll(/\W+/g, '_')

/** The words with each figure in its place, as it stood when they were written. A name that stands for none stays in its braces. */
export function runsOfWords(text: string, figures: readonly KeptFigure[]): Runs {
  return cutAtFigures(text).map((part): Run => {
    if (part.words !== undefined) return part.words
    const kept = figures.find((one) => one.marker.toLowerCase() === part.marker!.toLowerCase())
    return kept ? { figure: figureId(kept), text: kept.printed, href: kept.href } : `{{ ${part.marker} }}`
  })
}

const BULLET = /^\s*[-•*]\s+/

/** A text as it is typed: paragraphs parted by an empty line, and lists of lines that begin with a hyphen. Points are without it. */
export type TypedPart = { bullet: boolean; lines: string[] }

/** The paragraphs and lists of a text, in order. */
export function partsOfWords(text: string): TypedPart[] {
  const parts: TypedPart[] = []
  for (const paragraph of text.split(/\n\s*\n/).map((one) => one.trim())) {
    const within: TypedPart[] = []
    for (const line of paragraph.split('\n').filter(Boolean)) {
      const bullet = BULLET.test(line)
      const last = within.at(-1)
      if (last?.bullet === bullet) last.lines.push(line.replace(BULLET, ''))
      else within.push({ bullet, lines: [line.replace(BULLET, '')] })
    }
    parts.push(...within)
  }
  return parts
}

/** An update's words as paragraphs and lists of a document. `number` numbers its paragraphs, where they are numbered. */
export const blocksOfWords = (text: string, figures: readonly KeptFigure[], number?: () => string): Block[] =>
  partsOfWords(text).map(({ bullet, lines }) =>
    bullet
      ? { kind: 'bullets', items: lines.map((line) => runsOfWords(line, figures)) }
      : {
          kind: 'paragraph',
          text: runsOfWords(lines.join('\n'), figures),
          ...(number ? { number: number() } : {}),
        },
  )

/** The same words within one cell of a table: line breaks between paragraphs, a dot before each point of a list. */
export const runsOfCell = (text: string, figures: readonly KeptFigure[]): Runs =>
  runsOfWords(text.trim().replaceAll(/^\s*[-•*]\s+/gm, '• '), figures)

/** What the list at the end of a document says of each figure, once each. */
export function notesOfFigures(figures: readonly KeptFigure[]): FigureNote[] {
  const notes = figures.map((one): FigureNote => ({
    id: figureId(one),
    name: one.name,
    value: one.printed,
    definition: one.definition,
    ...(one.period ? { period: `${one.period}.` } : {}),
    ...(one.n ? { n: one.n } : {}),
    as_at: one.measure ? momentInWords(one.as_at) : dayInWords(dayOf(one.as_at)),
    href: one.href,
  }))
  return [...new Map(notes.map((note) => [note.id, note])).values()]
}
