import { paragraphText } from '#platform/open-document/text.ts'
import { xmlAttributes } from '#platform/xml/escape.ts'
import { runsOf } from '../document.ts'
import type { Document, Run, Runs } from '../document.ts'
import { wholeAddress } from '../docx-parts/runs.ts'
import { figureAnchor } from '../list-figures.ts'

const link = (href: string, style: string, words: string): string =>
  `<text:a${xmlAttributes({
    'xlink:type': 'simple',
    'xlink:href': href,
    'text:style-name': style,
    'text:visited-style-name': style,
  })}>${words}</text:a>`

const span = (style: string, words: string): string =>
  `<text:span text:style-name="${style}">${words}</text:span>`

/** A paragraph's runs. A figure leads to its row in the list at the end, and looks like the words around it. */
export function odtRuns(document: Document, runs: Runs, site: string | undefined): string {
  return runsOf(runs)
    .map((run: Run) => {
      if (typeof run === 'string') return paragraphText(run)
      if ('tone' in run) return span(`Status${run.tone}`, paragraphText(run.text))
      if ('figure' in run)
        return link(`#${figureAnchor(document, run.figure)}`, 'Figure', paragraphText(run.text))
      const italic = run.italic ? span('Emphasis', paragraphText(run.text)) : paragraphText(run.text)
      const words = run.bold ? span('Strong', italic) : italic
      const address = run.href === undefined ? null : wholeAddress(run.href, site)
      return address === null ? words : link(address, 'Link', words)
    })
    .join('')
}
