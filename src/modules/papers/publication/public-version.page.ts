import {
  button,
  dataTable,
  details,
  formPage,
  html,
  insetText,
  link,
  page,
  postForm,
  statusTag,
} from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { chooseOne } from '../choose-one.ts'
import type { Paper } from '../drafts/queries.ts'
import type { Part } from '../reviews/paragraphs.ts'
import { groundInWords } from '../words.ts'
import type { publishForm, redactionForm, tellForm, withdrawForm } from './form.ts'
import { publicAddress, type ToPublish } from './queries.ts'
import type { Untold } from './tell-restatement.ts'

/** What the public reads or would read of a paper: its redactions, versions, changed figures, and the way to publish it. */
export const publicVersionPage = (
  ready: ToPublish,
  standing: readonly string[],
  untold: readonly Untold[],
  area_code: string,
) => {
  const { paper, redactions, published, item, document } = ready
  const at = `/papers/${paper.paper_id}`
  return page(
    { title: 'Public version', caption: paper.title, back: at, width: 'full' },
    html`
    ${item ? html`<p class="govuk-body">Item ${item.number} of the ${link(item.meeting.board_name, `/meetings/${item.meeting_id}`)}.</p>` : ''}
    ${versionsHtml(ready, area_code)}
    ${standing.length > 0 ? insetText({ html: html`<ul class="govuk-list">${standing.map((one) => html`<li>${one}</li>`)}</ul>` }) : button({ text: published ? 'Publish a new version' : 'Publish', href: `${at}/publish` })}
    ${
      untold.length === 0
        ? ''
        : html`<h2 class="govuk-heading-m">Figures that have changed since</h2>
      <ul class="govuk-list govuk-list--bullet">${untold.map((one) => html`<li>${one.title}: ${one.was} when signed off, ${one.is} now. ${link('Tell the public', `${at}/restatements/${one.key}`, { hidden: `that ${one.title} has changed` })}</li>`)}</ul>`
    }
    <h2 class="govuk-heading-m">Redactions</h2>
    ${redactions.length === 0 ? html`<p class="govuk-body">Nothing is taken out.</p>` : redactionsTable(ready)}
    <p class="govuk-body">${link('Take something out', `${at}/redactions/add`)}</p>
    ${details({ summaryText: 'Read it as the public would', html: documentHtml(document, { withoutTitle: true }) })}
    ${published && !published.publication.withdrawn_at ? html`<p class="govuk-body">${link('Withdraw this publication', `${at}/withdraw`)}</p>` : ''}`,
  )
}

const versionsHtml = ({ published, chain }: ToPublish, area_code: string) => {
  if (!published) return html`<p class="govuk-body">${statusTag('Not published', 'new')}</p>`
  const { publication, versions } = published
  return html`<p class="govuk-body">${publication.withdrawn_at ? statusTag('Withdrawn', 'closed') : statusTag('Published', 'good')}
    at ${link(publicAddress(area_code, publication.address), publicAddress(area_code, publication.address))}</p>
    <ul class="govuk-list govuk-list--bullet">${versions.map(({ version, published_at, because, paper_id, withdrawn_at, withdrawn_because }) => html`<li>Version ${version}, ${momentInWords(published_at)}${because ? `: ${because}` : ''}${chain[0] === paper_id ? '' : ' (an earlier paper, corrected by this one)'}${withdrawn_at ? html`. Withdrawn ${momentInWords(withdrawn_at)}: ${withdrawn_because}` : ''}</li>`)}</ul>`
}

const redactionsTable = ({ redactions }: ToPublish) =>
  dataTable({
    caption: 'Redactions',
    captionHidden: true,
    rows: redactions,
    columns: [
      { heading: 'Where', cell: (one) => one.place },
      { heading: 'What', cell: (one) => one.words ?? 'The whole of it' },
      { heading: 'Ground', cell: (one) => html`${groundInWords(one.ground)}. ${one.because}` },
      { heading: 'By', cell: (one) => `${one.made_by_name}, ${momentInWords(one.made_at)}` },
      {
        heading: 'Change',
        cell: (one) =>
          postForm({ action: `/redactions/${one.redaction_id}/lift`, submit: 'Put it back', quiet: true }),
      },
    ],
  })

export const redactionPage = (paper: Paper, parts: readonly Part[], form: FilledForm<typeof redactionForm>) =>
  formPage(
    {
      title: 'Take something out',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/public-version`,
      submit: 'Take it out',
    },
    html`${chooseOne(
      form.block,
      parts.map(({ block, place, words }) => ({
        value: String(block),
        text: `${place}: ${words.slice(0, 80)}`,
      })),
    )}
    ${field(form.words)} ${field(form.ground)} ${field(form.because)}`,
  )

export const publishPage = (ready: ToPublish, form: FilledForm<typeof publishForm>) =>
  formPage(
    {
      title: ready.published ? 'Publish a new version' : 'Publish',
      caption: ready.paper.title,
      back: `/papers/${ready.paper.paper_id}/public-version`,
      submit: 'Publish',
      before: html`<p class="govuk-body">Anybody can read it then, and those who follow are written to. It stays at its address: a later version stands beside it.</p>
        <p class="govuk-body">${ready.redactions.length === 0 ? 'Nothing is taken out.' : `${ready.redactions.length} redacted.`}</p>`,
    },
    html`${ready.published ? field(form.because) : ''}`,
  )

export const tellPage = (paper: Paper, one: Untold, form: FilledForm<typeof tellForm>) =>
  formPage(
    {
      title: 'Tell that a figure has changed',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/public-version`,
      submit: 'Tell the public',
      before: html`<p class="govuk-body">${one.title}: ${one.was} when the paper was signed off, ${one.is} now. The published paper stays as it is, with this beside it.</p>`,
    },
    html`${field(form.because)}`,
  )

export const withdrawPage = ({ paper, published }: ToPublish, form: FilledForm<typeof withdrawForm>) =>
  formPage(
    {
      title: 'Withdraw a publication',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/public-version`,
      submit: 'Withdraw it',
      warning: true,
      before: html`<p class="govuk-body">Nobody can read what you withdraw, even when a new version is published later. Its address stays, and says when and why it was withdrawn.</p>`,
    },
    html`${chooseOne(
      form.version,
      (published?.versions ?? [])
        .filter((one) => !one.withdrawn_at)
        .map(({ version, published_at }) => ({
          value: String(version),
          text: `Only version ${version}, ${momentInWords(published_at)}`,
        })),
      'Every version',
    )}
    ${field(form.because)}`,
  )
