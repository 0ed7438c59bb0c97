import {
  assetUrl,
  formPage,
  html,
  insetText,
  link,
  page,
  postForm,
  type Content,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import type { Document } from '#platform/documents/document.ts'
import { BLOCK_KINDS, blockInWords, kindOf } from './sections/block-kinds.ts'
import type { Draft, DraftSection } from './draft.ts'
import type { frontSheetForm } from './form.ts'
import { versionInWords } from './list.page.ts'
import type { Made } from './queries.ts'

/** The style of pages where a template is made. */
export const draftStyle = html`<link rel="stylesheet" href="${assetUrl('app/paper-templates.css')}">`

const KINDS = { numbered: '', plain: 'no number', summary: 'one-page summary', appendix: 'appendix' } as const

/** A template as it is being made: its front sheet and sections in order, each with what it holds. */
export function templatePage(made: Made) {
  const at = `/paper-templates/${made.template_id}`
  const { draft } = made
  return page(
    { title: made.name, caption: 'Template of papers', width: 'full', back: '/paper-templates' },
    html`${draftStyle}<p class="govuk-body">${versionInWords(made)}</p>
    ${made.changed ? insetText({ text: 'Papers are started from the version in use. What you change here is used once you keep it as a version.' }) : ''}
    <div class="app-draft__actions app-draft__actions--top">
      ${link('See how it reads', `${at}/preview`)}
      ${made.changed ? postForm({ action: `${at}/keep`, submit: `Keep as version ${(made.version ?? 0) + 1}` }) : ''}
    </div>
    <h2 class="govuk-heading-m">Front sheet</h2>
    <p class="govuk-body"><strong>${draft.title}</strong><br>${draft.front_sheet.map(({ label }) => label).join(', ') || 'No front sheet'}<br>${link('Change the title and the front sheet', `${at}/front-sheet`)}</p>
    <h2 class="govuk-heading-m">Sections</h2>
    ${draft.sections.length === 0 ? html`<p class="govuk-body">There is no section yet.</p>` : ''}
    <ol class="app-draft">${draft.sections.map((section, index) => sectionHtml(at, draft, section, index))}</ol>
    <p class="govuk-body">${link('Add a section', `${at}/sections/add`)}</p>`,
  )
}

/** '4', or nothing for a section without a number. */
const numberOf = ({ sections }: Draft, index: number) =>
  sections[index]?.kind === 'numbered'
    ? `${sections.slice(0, index + 1).filter(({ kind }) => kind === 'numbered').length}. `
    : ''

function sectionHtml(at: string, draft: Draft, section: DraftSection, index: number): Content {
  const place = index + 1
  const kind = KINDS[section.kind]
  const last = draft.sections.length - 1
  return html`<li class="app-draft__section">
    <h3 class="govuk-heading-s">${numberOf(draft, index)}${section.heading}${kind ? html` <span class="govuk-caption-m">${kind}</span>` : ''}</h3>
    <div class="app-draft__actions">
      ${link('Change', `${at}/sections/${place}`, { hidden: section.heading })}
      ${moveButtons(at, { place }, section.heading, { up: index > 0, down: index < last })}
    </div>
    <ul class="govuk-list govuk-list--bullet">${section.blocks.map((block) => {
      const words = blockInWords(block)
      return html`<li>${BLOCK_KINDS[kindOf(block)]?.label}${words ? html`: <span class="govuk-hint app-draft__words">${words}</span>` : ''}</li>`
    })}</ul>
  </li>`
}

/** Up, down and away, each a form of its own: they work without a script. */
export const moveButtons = (
  at: string,
  { place, block }: { place: number; block?: number },
  about: string,
  may: { up: boolean; down: boolean },
): Content =>
  html`${[
    ...(may.up ? [['up', 'Move up']] : []),
    ...(may.down ? [['down', 'Move down']] : []),
    ['remove', 'Remove'],
  ].map(([to, text]) =>
    postForm(
      {
        action: `${at}/move`,
        hidden: { place: String(place), ...(block ? { block: String(block) } : {}), to: to! },
      },
      html`<button class="app-link-button">${text}<span class="govuk-visually-hidden"> ${about}</span></button>`,
    ),
  )}`

/** The draft as a paper would read now. */
export const previewPage = (made: Made, document: Document) =>
  page(
    {
      title: `How “${made.name}” reads`,
      width: 'full',
      back: `/paper-templates/${made.template_id}`,
      heading: false,
    },
    html`${insetText({ text: 'This is the draft over the latest records. Where its author’s own words go, it says what stands there without any.' })}
    ${documentHtml(document)}`,
  )

/** The title of the paper, and what stands on its front sheet. */
export const frontSheetPage = (made: Made, form: FilledForm<typeof frontSheetForm>) =>
  formPage(
    { title: 'Title and front sheet', caption: made.name, back: `/paper-templates/${made.template_id}` },
    html`${field(form.title)} ${field(form.lines)}`,
  )
