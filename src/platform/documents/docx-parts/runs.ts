import { ExternalHyperlink, InternalHyperlink, Tab, TextRun } from 'docx'
import type { ParagraphChild } from 'docx'
import { visibleText } from '#platform/words/visible-text.ts'
import { isSafeAddress } from '#platform/words/web-address.ts'
import type { Document, Run, Runs, StatusTone } from '../document.ts'
import { runsOf } from '../document.ts'
import { figureAnchor } from '../list-figures.ts'

type Look = {
  readonly bold?: boolean | undefined
  readonly italics?: boolean | undefined
  readonly style?: string
  readonly shading?: { readonly type: 'clear'; readonly color: string; readonly fill: string }
}

/** Behind the word of a status, light enough for black letters. */
export const TONES: Readonly<Record<StatusTone, string>> = {
  good: 'CCE2D8',
  attention: 'FCD6C3',
  urgent: 'F4CDC6',
  closed: 'EEEFEF',
  neutral: 'D2E2F1',
}

/** Text as Word runs: new lines are breaks and tabs are tabs. */
export function textRuns(text: string, look: Look = {}): TextRun[] {
  return visibleText(text)
    .split('\n')
    .map((line, index) => {
      const children = line.split('\t').flatMap((part, tab) => (tab > 0 ? [new Tab(), part] : [part]))
      return new TextRun({ ...look, children, ...(index > 0 ? { break: 1 } : {}) })
    })
}

/**
 * An address that leads somewhere from a file on its own: whole, or made whole with where the site is; in the letters
 * that addresses are made of, the rest encoded. Null when there is none.
 */
export function wholeAddress(href: string, site: string | undefined): string | null {
  if (!isSafeAddress(href)) return null
  if (href.startsWith('#')) return null
  if (!/^[/?]/.test(href)) return new URL(href).href
  return site === undefined ? null : new URL(href, site).href
}

/**
 * A paragraph's runs. A figure leads to its row in the list at the end, and looks like the words around it; a link
 * that a file cannot follow is its words alone.
 */
export function paragraphRuns(document: Document, runs: Runs, site: string | undefined, look: Look = {}) {
  return runsOf(runs).flatMap((run: Run): ParagraphChild[] => {
    if (typeof run === 'string') return textRuns(run, look)
    if ('tone' in run)
      return textRuns(run.text, { ...look, shading: { type: 'clear', color: 'auto', fill: TONES[run.tone] } })
    if ('figure' in run)
      return [
        new InternalHyperlink({
          anchor: figureAnchor(document, run.figure),
          children: textRuns(run.text, look),
        }),
      ]
    const own = { bold: run.bold ?? look.bold, italics: run.italic ?? look.italics }
    const address = run.href === undefined ? null : wholeAddress(run.href, site)
    return address === null
      ? textRuns(run.text, own)
      : [
          new ExternalHyperlink({
            link: address,
            children: textRuns(run.text, { ...own, style: 'Hyperlink' }),
          }),
        ]
  })
}
