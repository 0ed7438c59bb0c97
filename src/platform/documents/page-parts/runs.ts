import { html, statusTag } from '#platform/design-system/index.ts'
import type { Content, Html } from '#platform/design-system/index.ts'
import { visibleText } from '#platform/words/visible-text.ts'
import { isSafeAddress } from '#platform/words/web-address.ts'
import { runsOf } from '../document.ts'
import type { Run, Runs } from '../document.ts'

const lines = (text: string): Html =>
  html`${visibleText(text)
    .split('\n')
    .map((line, index) => (index > 0 ? html`<br>${line}` : line))}`

const linked = (href: string, words: Content, classes: string): Content =>
  isSafeAddress(href) ? html`<a class="${classes}" href="${href}">${words}</a>` : words

function runHtml(run: Run): Content {
  if (typeof run === 'string') return lines(run)
  if ('tone' in run) return statusTag(visibleText(run.text), run.tone)
  if ('figure' in run) return linked(run.href, lines(run.text), 'govuk-link app-document__figure')
  const italic = run.italic ? html`<em>${lines(run.text)}</em>` : lines(run.text)
  const words = run.bold ? html`<strong>${italic}</strong>` : italic
  return run.href === undefined ? words : linked(run.href, words, 'govuk-link')
}

/** The words of a paragraph: escaped, their line breaks kept, links only where they do no harm. */
export const runsHtml = (runs: Runs): Html => html`${runsOf(runs).map(runHtml)}`
