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
  statusTag,
  warningText,
  type Html,
} from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { chooseOneOfFew, field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { CONFIDENTIAL } from '../disclosure/small-numbers.ts'
import type { Period } from '../measures/index.ts'
import { addressOf, periodOf, publicTablesAddress } from './address.ts'
import type { ChangedCell } from './changed-cells.ts'
import type { publishTablesForm, withdrawTablesForm } from './form.ts'
import {
  type HeldAgainst,
  latestOf,
  type Published,
  type PublishedTables,
  standingOf,
  type ToPublishTables,
} from './queries.ts'

const at = (address: string) => `/recorded-crime/published/${address}`
const backTo = ({ from, to }: Period) => ({
  href: `/recorded-crime?from=${from}&to=${to}`,
  text: 'Recorded crime',
})

/** What the public reads of a period: whether it is published, its versions, what the records say otherwise now, and the way to publish or withdraw. */
export const publishedTablesPage = (ready: ToPublishTables, area_code: string, may_publish: boolean) => {
  const { period, address, before, changes, obstacle, tell_what_is_hidden, held_against } = ready
  const latest = latestOf(before)
  return page(
    {
      title: 'What the public reads of recorded crime',
      caption: periodInWords(period),
      back: backTo(period),
      width: 'full',
    },
    html`
    ${tell_what_is_hidden.length > 0 ? tellingHtml(tell_what_is_hidden) : ''}
    ${before ? versionsHtml(before, area_code, held_against) : html`<p class="govuk-body">${statusTag('Not published', 'new')}</p>`}
    ${latest && changes.length > 0 ? html`<h2 class="govuk-heading-m">Changed since version ${latest.version}</h2><p class="govuk-body">The public reads what was published until a new version is.</p>${changedCellsHtml(changes)}` : ''}
    ${obstacle ? insetText({ text: obstacle }) : may_publish ? button({ text: latest ? 'Publish a new version' : 'Publish', href: `${at(address)}/publish` }) : insetText({ text: 'A signatory of the office publishes the tables.' })}
    ${latest ? html`<p class="govuk-body">${link('Withdraw what is published', `${at(address)}/withdraw`)}</p>` : ''}
    ${obstacle === undefined ? details({ summaryText: 'Read it as the public would', html: documentHtml(ready.document, { withoutTitle: true, wide: true }) }) : ''}`,
  )
}

/** That a new version hides nothing as long as an old one stands. */
const tellingHtml = (versions: readonly number[]): Html =>
  warningText({
    text: `${versions.length === 1 ? `Version ${versions[0]} prints` : `Versions ${versions.join(', ')} print`} a count that is hidden now. The public can read it as long as that version stands: it must be withdrawn, by its number.`,
    iconFallbackText: 'Warning',
  })

const overlapsHtml = (overlapping: readonly PublishedTables[]): Html =>
  html`${warningText({ text: 'Other published periods share days with this one. Whoever holds both can take one from the other, and read a count that each of them hides.', iconFallbackText: 'Warning' })}
    <ul class="govuk-list govuk-list--bullet">${overlapping.map(
      ({ address, period_from, period_to }) =>
        html`<li>${link(periodInWords({ from: period_from, to: period_to }), at(address))}</li>`,
    )}</ul>`

const versionsHtml = (
  { published, versions }: Published,
  area_code: string,
  held_against: readonly HeldAgainst[],
): Html => {
  const place = publicTablesAddress(area_code, published.address)
  return html`<p class="govuk-body">${published.withdrawn_at ? statusTag('Withdrawn', 'closed') : statusTag('Published', 'good')} at ${link(place, place)}</p>
    <ul class="govuk-list govuk-list--bullet">${versions.map(
      ({ version, published_at, because, withdrawn_at, withdrawn_because }) =>
        html`<li>Version ${version}, ${momentInWords(published_at)}${because ? `: ${because}` : ''}${withdrawn_at ? html`. Withdrawn ${momentInWords(withdrawn_at)}: ${withdrawn_because}` : ''}${heldAgainstHtml(held_against.find((one) => one.version === version))}</li>`,
    )}</ul>`
}

const heldAgainstHtml = (one: HeldAgainst | undefined) =>
  one
    ? html`<br>Held against ${one.held_against.map((each) => periodInWords(periodOf(each))).join(', ')}: ${one.overlaps_because}`
    : ''

/** Cells that two versions print otherwise, for the office and for the public. */
export const changedCellsHtml = (changes: readonly ChangedCell[]): Html =>
  dataTable({
    caption: 'What is printed otherwise',
    captionHidden: true,
    narrow: 'stack',
    rows: changes,
    columns: [
      { heading: 'Table', cell: (one) => one.table },
      { heading: 'Line', cell: (one) => one.row },
      { heading: 'Column', cell: (one) => one.column },
      { heading: 'It was', numeric: true, cell: (one) => one.was || 'not there' },
      { heading: 'It is', numeric: true, cell: (one) => one.is || 'not there' },
    ],
  })

/** What is about to be published, whole, with the button that does it. */
export const publishTablesPage = (ready: ToPublishTables, form: FilledForm<typeof publishTablesForm>) => {
  const { changes, before, period, address, document, mark, overlapping, tell_what_is_hidden } = ready
  const uncovered = changes.some(({ was, is }) => was === CONFIDENTIAL && is !== '' && is !== CONFIDENTIAL)
  return formPage(
    {
      title: before ? 'Publish a new version' : 'Publish these tables',
      caption: `Recorded crime, ${periodInWords(period)}`,
      back: at(address),
      submit: 'Publish',
      width: 'full',
      before: html`
        <p class="govuk-body">Anybody can read it then, signed in or not. It stays at its address and never changes: a later version stands beside it.</p>
        ${uncovered ? warningText({ text: 'A count that was hidden in the version before would be shown. Whoever holds both may work out others that are hidden.', iconFallbackText: 'Warning' }) : ''}
        ${tell_what_is_hidden.length > 0 ? tellingHtml(tell_what_is_hidden) : ''}
        ${overlapping.length > 0 ? overlapsHtml(overlapping) : ''}
        ${changes.length > 0 ? changedCellsHtml(changes) : ''}`,
    },
    html`<input type="hidden" name="read" value="${mark}">
      ${before ? field(form.because) : ''}
      ${overlapping.length > 0 ? field(form.overlaps_because) : ''}
      <h2 class="govuk-heading-l">This is what the public will read</h2>
      ${documentHtml(document, { withoutTitle: true, wide: true })}`,
  )
}

/** Which of the versions that stand is withdrawn, and why: only what can be chosen is offered. */
export const withdrawTablesPage = (
  period: Period,
  published: Published | undefined,
  form: FilledForm<typeof withdrawTablesForm>,
) => {
  const standing = standingOf(published)
  const place = { title: 'Withdraw what is published', back: at(addressOf(period)) }
  if (standing.length === 0) return page(place, emptyState({ text: 'Nothing of this period is published.' }))
  const [latest, before] = standing
  return formPage(
    {
      ...place,
      caption: `Recorded crime, ${periodInWords(period)}`,
      submit: 'Withdraw it',
      warning: true,
      before: html`<p class="govuk-body">Nobody can read what you withdraw, even when a new version is published later. Its address stays, and says when and why it was withdrawn. Those who follow are written to.</p>
        ${before ? '' : html`<p class="govuk-body">Version ${latest!.version}, ${momentInWords(latest!.published_at)}, is the only one that stands.</p>`}`,
    },
    html`${
      before
        ? chooseOneOfFew(form.version, [
            ...standing.map(({ version, published_at }) => ({
              value: String(version),
              text: `Version ${version} alone, ${momentInWords(published_at)}`,
              hint:
                version === latest!.version
                  ? `The latest: version ${before.version} is then what everybody reads.`
                  : `Version ${latest!.version} stays what everybody reads.`,
            })),
            { value: 'all', text: 'Every version' },
          ])
        : ''
    } ${field(form.because)}`,
  )
}
