import { dataTable, html, link, page } from '#platform/design-system/index.ts'

type Service = { organisation_id: string; name: string; about: string | null; phone: string | null }

/** What to do when somebody tells of a crime, and whom to ring: a Community Point holds no records, and sees none. */
export const yourPointPage = (organisation_name: string, services: readonly Service[]) =>
  page(
    { title: 'Your Community Point', caption: organisation_name, width: 'full' },
    html`<p class="govuk-body-l">Somebody has told you about a crime, or that they are afraid of one. This is what you can do.</p>
    <ol class="govuk-list govuk-list--number">
      <li>If they are in danger now, call 999.</li>
      <li>Ask whether they would like support. It costs nothing, and they need not have told the police.</li>
      <li>Ask how it is safe to reach them: which number, at what time, and whether a message may be left.</li>
      <li>If they agree, ring one of the services below, or let them ring from your telephone.</li>
    </ol>
    ${dataTable({
      caption: 'Services that support people here',
      columns: [
        { heading: 'Service', cell: (one) => link(one.name, `/organisations/${one.organisation_id}`) },
        { heading: 'What it does', cell: (one) => one.about ?? 'It has not described itself yet' },
        {
          heading: 'Telephone',
          cell: (one) => (one.phone ? html`<span class="app-whole">${one.phone}</span>` : 'None given yet'),
        },
      ],
      rows: services,
      empty: 'No service works in this area yet.',
    })}
    <h2 class="govuk-heading-m">What you see in Waymark</h2>
    <p class="govuk-body">You see which organisations work in the area, and no record of a person: those are seen only by the service that holds them.</p>`,
  )
