import { type Content, html, type Html, link, statusTag } from '#platform/design-system/index.ts'
import { type ChangedFigures, figureKey } from './changed-since.ts'
import { cutAtFigures, type KeptFigure } from './figures-in-text.ts'
import { partsOfWords } from './update-blocks.ts'

export type FiguresShown = {
  /** Figures that read otherwise today: each says so beside itself. */
  changed?: ChangedFigures
  /** Whoever may not open a measure reads its figure without the link to it. */
  plain?: boolean
}

/** An update's words on a page, each figure a link to how it is counted and when it was so, with what it is now where it has changed. */
export const wordsWithFigures = (
  { words, figures }: { words: string; figures: readonly KeptFigure[] },
  shown: FiguresShown = {},
): Html =>
  html`${partsOfWords(words).map(({ bullet, lines }) =>
    bullet
      ? html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${inLine(line, figures, shown)}</li>`)}</ul>`
      : html`<p class="govuk-body app-lines">${inLine(lines.join('\n'), figures, shown)}</p>`,
  )}`

const inLine = (words: string, figures: readonly KeptFigure[], { changed, plain }: FiguresShown): Content =>
  html`${cutAtFigures(words).map((part) => {
    if (part.words !== undefined) return part.words
    const kept = figures.find((one) => one.marker.toLowerCase() === part.marker!.toLowerCase())
    if (!kept) return `{{ ${part.marker} }}`
    const now = changed?.get(figureKey(kept))
    const hidden = `${kept.name}, ${kept.period ?? 'from elsewhere'}`
    return [
      plain ? kept.printed : link(kept.printed, kept.href, { hidden }),
      now ? [' ', statusTag(`Now ${inFull(now)}`, 'attention')] : '',
    ]
  })}`

/** '35', or '74% of 210' where what it is out of may be all that changed. */
const inFull = ({ printed, n }: { printed: string; n: string | null }) =>
  printed.endsWith('%') && n ? `${printed} of ${n}` : printed
