import {
  changedCellsHtml,
  latestOf,
  type Overlapping,
  type Published,
  publicTablesAddress,
  type TablesVersion,
} from '#insight'
import { html, insetText, link, page } from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { TABLES } from '../following/series.ts'

type Area = { code: string; name: string }

const headOf = (area: Area, { published }: Published) => ({
  caption: `${area.name}, ${periodInWords({ from: published.period_from, to: published.period_to })}`,
  back: { href: `/published/${area.code}`, text: 'All that is published' },
})

/** A version of the tables of recorded crime: whether it is the latest, what changed, its files, the tables with their charts and definitions. */
export const tablesPage = (
  area: Area,
  at: Published,
  one: TablesVersion,
  overlapping: readonly Overlapping[],
) => {
  const { published, versions } = at
  const latest = latestOf(at) ?? one
  const address = publicTablesAddress(area.code, published.address, one.version)
  const kept = one.document
  return page(
    { title: 'Recorded crime and its victims', ...headOf(area, at), width: 'full' },
    html`
    ${one.version === latest.version ? '' : insetText({ html: html`<p class="govuk-body"><strong>Superseded.</strong> This is version ${one.version}. ${link(`Version ${latest.version}`, publicTablesAddress(area.code, published.address))} took its place on ${momentInWords(latest.published_at)}.</p>` })}
    ${overlapping.length === 0 ? '' : overlapsHtml(area, one, overlapping)}
    <p class="govuk-body">Version ${one.version}, published ${momentInWords(one.published_at)} by the Commissioner's office.${one.because ? ` ${one.because}` : ''}
      ${link('Be told by e-mail of tables like these', `/published/${area.code}/follow?${new URLSearchParams({ of: TABLES })}`)}.</p>
    <p class="govuk-body">Download as ${link('a spreadsheet (.ods)', `${address}/tables.ods`)}, for ${link('Word (.docx)', `${address}/tables.docx`)} or as ${link('OpenDocument text (.odt)', `${address}/tables.odt`)}.</p>
    ${one.changes.length === 0 ? '' : html`<h2 class="govuk-heading-m">What this version changed</h2><p class="govuk-body">The percentages follow from the counts.</p>${changedCellsHtml(one.changes)}`}
    ${versions.length > 1 ? html`<h2 class="govuk-heading-m">Versions</h2><ul class="govuk-list govuk-list--bullet">${versions.map((each) => html`<li>${each.version === one.version ? html`<strong>Version ${each.version}</strong>` : link(`Version ${each.version}`, publicTablesAddress(area.code, published.address, each.version))}, ${momentInWords(each.published_at)}${each.because ? `: ${each.because}` : ''}${each.withdrawn_at ? ' (withdrawn)' : ''}</li>`)}</ul>` : ''}
    ${documentHtml({ ...kept, as_at: new Date(kept.as_at) }, { withoutTitle: true, wide: true })}`,
  )
}

/** That other pages count some of the same days, and which of them was published later: its counts of those days are the newer. */
const overlapsHtml = (area: Area, one: TablesVersion, overlapping: readonly Overlapping[]) =>
  insetText({
    html: html`<p class="govuk-body">${overlapping.length === 1 ? 'Another page covers' : 'Other pages cover'} part of the same period. What was published later was counted later, and may count the days that both cover otherwise.</p>
    <ul class="govuk-list govuk-list--bullet">${overlapping.map(
      ({ address, period_from, period_to, published_at }) =>
        html`<li>${link(periodInWords({ from: period_from, to: period_to }), publicTablesAddress(area.code, address), { hidden: 'recorded crime and its victims' })}, published ${momentInWords(published_at)}: ${published_at > one.published_at ? 'later' : 'earlier'} than the version you are reading</li>`,
    )}</ul>`,
  })

/** What stands at the address of tables, or of one version of them, that were withdrawn. */
export const withdrawnTablesPage = (area: Area, at: Published, one?: TablesVersion) => {
  const { withdrawn_at, withdrawn_because } = one ?? at.published
  return page(
    {
      title: one ? `Version ${one.version} of these tables was withdrawn` : 'These tables were withdrawn',
      ...headOf(area, at),
      status: 410,
    },
    html`<p class="govuk-body">${one ? 'It was' : 'They were'} withdrawn ${momentInWords(withdrawn_at!)}. ${withdrawn_because}</p>
    ${one ? html`<p class="govuk-body">${link('Read the version that stands', publicTablesAddress(area.code, at.published.address))}</p>` : ''}`,
  )
}
