import {
  button,
  dataTable,
  formPage,
  html,
  link,
  page,
  radios,
  statusTag,
} from '#platform/design-system/index.ts'
import { field, textOf, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { TEMPLATES } from '../templates/template.ts'
import type { startTemplateForm } from './form.ts'
import type { Made } from './queries.ts'

const ABOUT = { service: 'A service’s period', plan: 'A part of a delivery plan' } as const

/** The templates this office has made, and those that come with the program. */
export const templatesPage = (made: readonly Made[]) =>
  page(
    { title: 'Templates of papers', width: 'full', back: '/papers' },
    html`<p class="govuk-body">A template says which sections a paper has, in what order, and what the records write in each. Nobody has to write a program for it.</p>
    ${button({ text: 'Make a template', href: '/paper-templates/start' })}
    ${dataTable({
      caption: 'Made here',
      rows: made,
      empty: 'No template has been made here yet.',
      columns: [
        { heading: 'Template', cell: (one) => link(one.name, `/paper-templates/${one.template_id}`) },
        { heading: 'About', cell: ({ about }) => ABOUT[about] },
        { heading: 'In use', cell: (one) => versionInWords(one) },
      ],
    })}
    ${dataTable({
      caption: 'That come with Waymark',
      rows: TEMPLATES,
      columns: [
        { heading: 'Template', cell: ({ label }) => label },
        { heading: 'About', cell: ({ about }) => ABOUT[about] },
        { heading: 'Sections', cell: ({ sections }) => String(sections.length), numeric: true },
      ],
    })}`,
  )

/** Which version papers are started from, and whether there is a newer draft. */
export const versionInWords = ({ version, kept_at, kept_by_name, changed }: Made) =>
  version === null
    ? statusTag('Not in use yet', 'new')
    : html`Version ${version}, kept by ${kept_by_name ?? ''} ${kept_at ? momentInWords(kept_at) : ''}${changed ? html` ${statusTag('Changed since', 'attention')}` : ''}`

/** Starting a template: its name, and what it is started from. */
export const startTemplatePage = (form: FilledForm<typeof startTemplateForm>, made: readonly Made[]) =>
  formPage(
    { title: 'Make a template', back: '/paper-templates', submit: 'Start the template' },
    html`${field(form.name)}
    ${radios({
      idPrefix: 'start_from',
      name: 'start_from',
      value: textOf(form.start_from.typed),
      fieldset: { legend: { text: 'What do you start from?' } },
      ...(form.start_from.message ? { errorMessage: { text: form.start_from.message } } : {}),
      items: [
        ...made.map(({ template_id, name }) => ({ value: template_id, text: `A copy of “${name}”` })),
        ...TEMPLATES.map(({ name, label }) => ({ value: name, text: `A copy of: ${label}` })),
        { value: 'empty:plan', text: 'Nothing, for papers about a delivery plan' },
        { value: 'empty:service', text: 'Nothing, for papers about a service' },
      ],
    })}`,
  )
