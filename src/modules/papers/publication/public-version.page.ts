import {
  button,
  dataTable,
  details,
  emptyState,
  formPage,
  html,
  insetText,
  link,
  page,
  postForm,
  statusTag,
  warningText,
} from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { chooseOneOfFew, field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import type { Paper } from '../drafts/queries.ts'
import { groundInWords } from '../words.ts'
import type { publishForm, tellForm, withdrawForm } from './form.ts'
import { publicAddress, standingOf, type ToPublish } from './queries.ts'
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
    <p class="govuk-body">${item ? html`Item ${item.number} of the ${link(`${item.meeting.board_name}, ${dayInWords(item.meeting.meets_on)}`, `/meetings/${item.meeting_id}`)}.` : link('Meetings and their agendas', '/meetings')}</p>
    ${versionsHtml(ready, area_code)}
    ${stillPrintingHtml(ready, 'What is taken out below can still be read in what is published. Publish a new version: those that print it are withdrawn.')}
    ${standing.length > 0 ? obstaclesHtml(standing) : button({ text: published ? 'Publish a new version' : 'Publish', href: `${at}/publish` })}
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

/** What is about to be published, whole, with the button that does it; or why it cannot be. */
export const publishPage = (
  ready: ToPublish,
  standing: readonly string[],
  form: FilledForm<typeof publishForm>,
) => {
  const { paper, published, document, mark, version } = ready
  const options = {
    title: version > 1 ? 'Publish a new version' : 'Publish',
    caption: paper.title,
    back: `/papers/${paper.paper_id}/public-version`,
    width: 'full' as const,
  }
  if (standing.length > 0) return page(options, obstaclesHtml(standing))
  return formPage(
    {
      ...options,
      submit: 'Publish',
      before: html`<p class="govuk-body">Anybody can read it then, and those who follow are written to. It stays at its address: a later version stands beside it.</p>
        ${stillPrintingHtml(ready, `${inARow(ready.still_printing)} ${ready.still_printing.length === 1 ? 'prints' : 'print'} what is taken out now, and ${ready.still_printing.length === 1 ? 'is' : 'are'} withdrawn as this one is published.`)}
        ${takenHtml(ready)}`,
    },
    html`<input type="hidden" name="read" value="${mark}">
      ${published ? field(form.because) : ''}
      <h2 class="govuk-heading-l">This is what the public will read</h2>
      ${documentHtml(document, { withoutTitle: true })}`,
  )
}

const obstaclesHtml = (standing: readonly string[]) =>
  insetText({ html: html`<ul class="govuk-list">${standing.map((one) => html`<li>${one}</li>`)}</ul>` })

const stillPrintingHtml = ({ still_printing }: ToPublish, text: string) =>
  still_printing.length === 0 ? '' : warningText({ text, iconFallbackText: 'Warning' })

const takenHtml = ({ taken }: ToPublish) =>
  taken.length === 0
    ? html`<p class="govuk-body">Nothing is taken out.</p>`
    : html`<p class="govuk-body">Taken out:</p><ul class="govuk-list govuk-list--bullet">${taken.map(({ place, ground, whole }) => html`<li>${place}: ${whole ? 'the whole of it' : 'some words'}. ${groundInWords(ground)}</li>`)}</ul>`

/** 'Version 2', 'Versions 1 and 2'. */
const inARow = (versions: readonly number[]) =>
  versions.length === 1
    ? `Version ${versions[0]}`
    : `Versions ${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`

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

/** Which of the versions that stand is withdrawn, and why: only what can be chosen is offered. */
export const withdrawPage = ({ paper, published }: ToPublish, form: FilledForm<typeof withdrawForm>) => {
  const [latest, before, ...rest] = standingOf(published)
  const place = {
    title: 'Withdraw a publication',
    caption: paper.title,
    back: `/papers/${paper.paper_id}/public-version`,
  }
  if (!latest) return page(place, emptyState({ text: 'Nothing of this paper is published.' }))
  return formPage(
    {
      ...place,
      submit: 'Withdraw it',
      warning: true,
      before: html`<p class="govuk-body">Nobody can read what you withdraw, even when a new version is published later. Its address stays, and says when and why it was withdrawn. Those who follow are written to.</p>
        ${before ? '' : html`<p class="govuk-body">Version ${latest.version}, ${momentInWords(latest.published_at)}, is the only one that stands.</p>`}`,
    },
    html`${
      before
        ? chooseOneOfFew(form.version, [
            ...[latest, before, ...rest].map(({ version, published_at }) => ({
              value: String(version),
              text: `Version ${version} alone, ${momentInWords(published_at)}`,
              hint:
                version === latest.version
                  ? `The latest: version ${before.version} is then what everybody reads.`
                  : `Version ${latest.version} stays what everybody reads.`,
            })),
            { value: 'all', text: 'Every version' },
          ])
        : ''
    } ${field(form.because)}`,
  )
}
