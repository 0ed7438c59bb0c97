import { html, insetText, lines, link, page, subNavigation } from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { type PublishedTables, publicTablesAddress } from '#insight'
import { publicAddress } from '#papers'
import type { MeetingOfYear, PublishedMeeting } from './queries.ts'

/** The areas there are, where there are several. */
export const areasPage = (areas: readonly { code: string; name: string }[]) =>
  page(
    { title: 'Published papers' },
    html`<ul class="govuk-list">${areas.map(({ code, name }) => html`<li>${link(name, `/published/${code}`)}</li>`)}</ul>`,
  )

/** What an office published: on the first page its tables of recorded crime too, and on each the papers of one year by meeting, the latest first. */
export const yearPage = (
  area: { code: string; name: string },
  years: readonly number[],
  year: number | undefined,
  meetings: readonly MeetingOfYear[],
  tables?: readonly PublishedTables[],
) =>
  page(
    {
      title: tables ? 'What is published' : `Published papers, ${year}`,
      caption: area.name,
      ...(tables ? {} : { back: { href: `/published/${area.code}`, text: 'All that is published' } }),
    },
    html`
    <p class="govuk-body">${link('Be told by e-mail when something is published', `/published/${area.code}/follow`)}</p>
    ${tables?.length ? html`<h2 class="govuk-heading-m">Recorded crime and its victims</h2><ul class="govuk-list govuk-list--bullet">${tables.map((one) => html`<li>${link(periodInWords({ from: one.period_from, to: one.period_to }), publicTablesAddress(area.code, one.address), { hidden: 'recorded crime and its victims' })}</li>`)}</ul>` : ''}
    ${tables && year ? html`<h2 class="govuk-heading-m">Published papers, ${year}</h2>` : ''}
    ${
      years.length > 1
        ? subNavigation(
            years.map((one) => ({
              text: String(one),
              href: `/published/${area.code}/years/${one}`,
              active: one === year,
            })),
            'Years',
          )
        : ''
    }
    ${meetings.length === 0 && !tables?.length ? html`<p class="govuk-body">Nothing has been published yet.</p>` : ''}
    ${meetings.map((one) => meetingHtml(area.code, one, tables !== undefined))}`,
  )

const meetingHtml = (
  area_code: string,
  { meeting, met_on, address, papers }: MeetingOfYear,
  within: boolean,
) => {
  const heading = `${meeting}, ${dayInWords(met_on)}`
  return html`
      ${within ? html`<h3 class="govuk-heading-s">${heading}</h3>` : html`<h2 class="govuk-heading-m">${heading}</h2>`}
      ${address ? html`<p class="govuk-body">${link('Agenda and decisions', `/published/${area_code}/meetings/${address}`, { hidden: `of ${dayInWords(met_on)}` })}</p>` : ''}
      ${papers.length === 0 ? '' : html`<ul class="govuk-list govuk-list--bullet">${papers.map((one) => html`<li>Item ${one.item}: ${link(one.title, publicAddress(area_code, one.address))}${one.version > 1 ? ` (version ${one.version})` : ''}</li>`)}</ul>`}`
}

/** An agenda with its papers and the decisions taken. */
export const agendaPage = (area: { code: string; name: string }, one: PublishedMeeting) =>
  page(
    {
      title: `${one.meeting}, ${dayInWords(one.met_on)}`,
      caption: area.name,
      back: {
        href: `/published/${area.code}/years/${one.met_on.slice(0, 4)}`,
        text: 'All that is published',
      },
    },
    html`
    ${one.starts_at || one.place ? html`<p class="govuk-body">${[one.starts_at, one.place].filter(Boolean).join(', ')}</p>` : ''}
    ${one.moved_from ? insetText({ text: `This meeting was moved from ${dayInWords(one.moved_from)}.` }) : ''}
    <h2 class="govuk-heading-m">Agenda</h2>
    <ul class="govuk-list">${one.items.map(
      (item) => html`<li class="govuk-!-margin-bottom-5">
        <h3 class="govuk-heading-s govuk-!-margin-bottom-1">${item.number}. ${item.title}</h3>
        ${item.ground ? html`<p class="govuk-body">Not for publication. ${item.ground}.</p>` : ''}
        ${item.address ? html`<p class="govuk-body">${link('Read the paper', publicAddress(area.code, item.address), { hidden: `of item ${item.number}` })}</p>` : ''}
        ${item.decisions.map((decision) => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Decided by ${decision.decided_by}, ${dayInWords(decision.decided_on)}:</strong></p>${lines(decision.words)}`)}
      </li>`,
    )}</ul>`,
  )
