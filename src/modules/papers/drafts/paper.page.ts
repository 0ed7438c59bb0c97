import { details, html, insetText, link, page, postForm } from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import type { Printed } from '../writing/print-paper.ts'
import { type Step, stageOf } from '../reviews/queries.ts'
import { stepsHtml } from '../reviews/review.page.ts'
import { markOf } from '../sign-off/what-was-read.ts'
import { statusOf } from './list.page.ts'
import type { Paper } from './queries.ts'

export type MayDo = {
  write: boolean
  submit: boolean
  sign: boolean
  correct: boolean
  publish: boolean
  /** See where the numbers of a paper about a plan come from. */
  sources: boolean
}

/** The paper as people will read it, with what its reader may do above it. */
export function paperPage(
  paper: Paper & { signed_at: Date | null },
  sections: readonly { number: string; heading: string }[],
  printed: Printed,
  may: MayDo,
  latest: Step | undefined,
) {
  return page(
    { title: paper.title, width: 'full', back: '/papers', heading: false },
    html`
    <div class="paper-tools">
      <p class="govuk-body">${statusOf(paper)}
        ${printed.signed ? `Signed off by ${printed.signed.signed_by_name}, ${momentInWords(printed.signed.signed_at)}.` : 'Every figure is counted now, each time this page is opened.'}</p>
      <p class="govuk-body">Download for ${link('Word (.docx)', `/papers/${paper.paper_id}/paper.docx`)} or as ${link('OpenDocument (.odt)', `/papers/${paper.paper_id}/paper.odt`)}</p>
      ${may.sources ? html`<p class="govuk-body">${link('Where the numbers come from', `/papers/${paper.paper_id}/sources`)}</p>` : ''}
      ${stepsHtml(paper, stageOf(paper), latest, { ...may, write: may.write && !may.submit })}
      ${paper.signed_at ? '' : html`<p class="govuk-body">${link('Check before publishing', `/papers/${paper.paper_id}/checks`)}</p>`}
      ${may.submit ? postForm({ action: `/papers/${paper.paper_id}/submit`, submit: "Submit to the Commissioner's office" }) : ''}
      ${may.sign ? postForm({ action: `/papers/${paper.paper_id}/sign-off`, submit: 'Sign off this paper', hidden: { read: markOf(printed) } }) : ''}
    </div>
    ${restatements(printed)}
      ${may.write ? details({ summaryText: 'Write in a section', html: sectionLinks(paper, sections) }) : ''}
      ${documentHtml(printed.document)}`,
  )
}

const sectionLinks = (
  paper: Paper,
  sections: readonly { number: string; heading: string }[],
) => html`<ul class="govuk-list">
  ${sections.map(({ number, heading }) => html`<li>${link(heading, `/papers/${paper.paper_id}/sections/${number}`)}</li>`)}
</ul>`

const restatements = ({ restatements: changed }: Printed) =>
  changed.length === 0
    ? ''
    : insetText({
        html: html`
    <h2 class="govuk-heading-s">Restated since sign-off</h2>
    <p class="govuk-body">Records entered or corrected later have changed ${changed.length === 1 ? 'one figure' : `${changed.length} figures`} of this paper. The paper stays as it was signed.</p>
    <ul class="govuk-list govuk-list--bullet">${changed.map((one) => html`<li>${one.title}: ${one.was} as at ${momentInWords(new Date(one.was_as_at))}; ${one.is} as at ${momentInWords(new Date(one.is_as_at))}</li>`)}</ul>`,
      })
