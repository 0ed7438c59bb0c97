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

/** An update's words as paragraphs and lists of a document. `number` numbers its paragraphs, where they are numbered. */
export function blocksOfWords(text: string, figures: readonly KeptFigure[], number?: () => string): Block[] {
  const blocks: Block[] = []
  for (const part of text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    for (const run of runsOfLines(part.split('\n'))) {
      if (run.bullet)
        blocks.push({
          kind: 'bullets',
          items: run.lines.map((line) => runsOfWords(line.replace(BULLET, ''), figures)),
        })
      else
        blocks.push({
          kind: 'paragraph',
          text: runsOfWords(run.lines.join('\n'), figures),
          ...(number ? { number: number() } : {}),
        })
    }
  }
  return blocks
}

function runsOfLines(lines: readonly string[]) {
  const runs: { bullet: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const bullet = BULLET.test(line)
    const last = runs.at(-1)
    if (last && last.bullet === bullet) last.lines.push(line)
    else runs.push({ bullet, lines: [line] })
  }
  return runs
}

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
