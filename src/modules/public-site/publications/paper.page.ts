import { dataTable, html, insetText, link, page } from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import type { Document } from '#platform/documents/document.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { groundInWords, publicAddress } from '#papers'
import { differenceInWords } from './difference.ts'
import type { getPublication, Restatement, Version } from './queries.ts'

type Found = Awaited<ReturnType<typeof getPublication>>
type Area = { code: string; name: string }

/** A published version: whether it is the latest, what was taken out, what was restated since, its files, and the paper. */
export const paperPage = (area: Area, { publication, versions, restatements }: Found, one: Version) => {
  const latest = versions.find(({ withdrawn_at }) => !withdrawn_at) ?? versions[0]!
  const address = publicAddress(area.code, publication.address, one.version)
  const kept = one.document as Document
  const redactions = one.redactions as { place: string; ground: string; whole: boolean }[]
  const mine = restatements.filter(({ version }) => version === one.version)
  return page(
    {
      title: kept.title,
      caption: `${publication.meeting}, ${dayInWords(publication.met_on)}, item ${publication.item}`,
      back: { href: `/published/${area.code}`, text: 'All that is published' },
      width: 'full',
    },
    html`
    ${one.version === latest.version ? '' : insetText({ html: html`<p class="govuk-body"><strong>Superseded.</strong> This is version ${one.version}. ${link(`Version ${latest.version}`, publicAddress(area.code, publication.address))} took its place on ${momentInWords(latest.published_at)}.</p>` })}
    <p class="govuk-body">Version ${one.version}, published ${momentInWords(one.published_at)}.${one.because ? ` ${one.because}` : ''}
      Download for ${link('Word (.docx)', `${address}/paper.docx`)} or as ${link('OpenDocument (.odt)', `${address}/paper.odt`)}.</p>
    ${publication.series ? html`<p class="govuk-body">${link('Be told by e-mail of papers like this', `/published/${area.code}/follow?${new URLSearchParams({ of: `kind:${publication.series}` })}`)}</p>` : ''}
    ${mine.length === 0 ? '' : restated(mine)}
    ${redactions.length === 0 ? '' : html`<h2 class="govuk-heading-s">Taken out of this paper</h2><ul class="govuk-list govuk-list--bullet">${redactions.map(({ place, ground, whole }) => html`<li>${place}: ${whole ? 'the whole of it' : 'some words'}. ${groundInWords(ground)}</li>`)}</ul>`}
    ${versions.length > 1 ? html`<h2 class="govuk-heading-s">Versions</h2><ul class="govuk-list govuk-list--bullet">${versions.map((each) => html`<li>${each.version === one.version ? html`<strong>Version ${each.version}</strong>` : link(`Version ${each.version}`, publicAddress(area.code, publication.address, each.version))}, ${momentInWords(each.published_at)}${each.because ? `: ${each.because}` : ''}${each.withdrawn_at ? ' (withdrawn)' : ''}</li>`)}</ul>` : ''}
    ${documentHtml({ ...kept, as_at: new Date(kept.as_at) }, { withoutTitle: true })}`,
  )
}

const restated = (changes: readonly Restatement[]) =>
  html`<h2 class="govuk-heading-s">Restated since</h2>
  <p class="govuk-body">Records entered or corrected later have changed what this paper says. The paper stays as it was signed off.</p>
  ${dataTable({
    caption: 'Restated figures',
    captionHidden: true,
    rows: changes,
    columns: [
      { heading: 'Figure', cell: (one) => one.name },
      { heading: 'It was', numeric: true, cell: (one) => one.was },
      { heading: 'It is', numeric: true, cell: (one) => one.is_now },
      { heading: 'Difference', numeric: true, cell: (one) => differenceInWords(one.was, one.is_now) },
      { heading: 'Since', cell: (one) => momentInWords(one.is_as_at) },
      { heading: 'Why', cell: (one) => one.because },
    ],
  })}`

/** What stands at the address of a paper that was withdrawn. */
export const withdrawnPage = (area: Area, { publication }: Found) =>
  page(
    {
      title: 'This paper was withdrawn',
      caption: `${publication.meeting}, ${dayInWords(publication.met_on)}, item ${publication.item}`,
      back: { href: `/published/${area.code}`, text: 'All that is published' },
      status: 410,
    },
    html`<p class="govuk-body">It was withdrawn ${momentInWords(publication.withdrawn_at!)}. ${publication.withdrawn_because}</p>`,
  )

/** What stands at the address of a version that was withdrawn, while another can be read. */
export const withdrawnVersionPage = (area: Area, { publication }: Found, one: Version) =>
  page(
    {
      title: `Version ${one.version} of this paper was withdrawn`,
      caption: `${publication.meeting}, ${dayInWords(publication.met_on)}, item ${publication.item}`,
      back: { href: `/published/${area.code}`, text: 'All that is published' },
      status: 410,
    },
    html`<p class="govuk-body">It was withdrawn ${momentInWords(one.withdrawn_at!)}. ${one.withdrawn_because}</p>
    <p class="govuk-body">${link('Read the version that stands', publicAddress(area.code, publication.address))}</p>`,
  )
