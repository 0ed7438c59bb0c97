import {
  button,
  details,
  formPage,
  html,
  page,
  postForm,
  link,
  select,
  type Content,
} from '#platform/design-system/index.ts'
import { field, textOf, type FilledField, type FilledForm } from '#platform/forms/index.ts'
import type { TemplateBlock } from '../../templates/template.ts'
import { BLOCK_KINDS, blockInWords, kindOf } from './block-kinds.ts'
import { BREAKDOWNS, FIGURES } from './figures-by-words.ts'
import type { DraftSection } from '../draft.ts'
import type { blockForm, sectionForm } from '../form.ts'
import type { Made } from '../queries.ts'
import { draftStyle, moveButtons } from '../template.page.ts'

/** A section's heading and kind. */
export const sectionFormPage = (
  made: Made,
  title: string,
  back: string,
  form: FilledForm<typeof sectionForm>,
) => formPage({ title, caption: made.name, back }, html`${field(form.heading)} ${field(form.kind)}`)

/** What a section holds, in order, and what can be added. */
export function sectionPage(made: Made, place: number, section: DraftSection) {
  const at = `/paper-templates/${made.template_id}`
  const last = section.blocks.length - 1
  return page(
    { title: section.heading, caption: made.name, back: at },
    html`${draftStyle}<p class="govuk-body">${link('Change the heading and kind', `${at}/sections/${place}/change`)}</p>
    <h2 class="govuk-heading-m">What it holds</h2>
    ${section.blocks.length === 0 ? html`<p class="govuk-body">Nothing yet: add something below.</p>` : ''}
    <ol class="app-draft">${section.blocks.map((block, index) => blockHtml(at, place, block, index, last))}</ol>
    ${postForm(
      { action: `${at}/sections/${place}/blocks` },
      html`${select({
        id: 'kind',
        name: 'kind',
        label: { text: 'Add to this section' },
        items: Object.entries(BLOCK_KINDS)
          .filter(([, { about }]) => !about || about === made.about)
          .map(([value, { label }]) => ({ value, text: label })),
      })} ${button({ text: 'Add', classes: 'govuk-button--secondary' })}`,
    )}`,
  )
}

function blockHtml(at: string, place: number, block: TemplateBlock, index: number, last: number): Content {
  const kind = BLOCK_KINDS[kindOf(block)]
  const words = blockInWords(block)
  return html`<li class="app-draft__section">
    <h3 class="govuk-heading-s">${kind?.label}</h3>
    ${words ? html`<p class="govuk-body app-draft__words">${words}</p>` : ''}
    <div class="app-draft__actions">
      ${kind?.asks ? link('Change', `${at}/sections/${place}/blocks/${index + 1}`, { hidden: `part ${index + 1}` }) : ''}
      ${moveButtons(at, { place, block: index + 1 }, `part ${index + 1}`, { up: index > 0, down: index < last })}
    </div>
  </li>`
}

const HINTS: Readonly<Record<string, string>> = {
  paragraph: 'One paragraph. Put figures in from the list: each is counted anew in every paper.',
  own_words: 'What stands here when the author has written nothing. Leave it empty for nothing.',
  bullets: 'A line for each point. Put figures in from the list.',
}

/** What one part of a section holds; only what its kind asks for. */
export function blockPage(
  made: Made,
  place: string,
  block: TemplateBlock,
  form: FilledForm<typeof blockForm>,
) {
  const code = kindOf(block)
  const kind = BLOCK_KINDS[code]
  return formPage(
    {
      title: kind?.label ?? 'A part of a section',
      caption: made.name,
      back: `/paper-templates/${made.template_id}/sections/${place}`,
    },
    kind?.asks === 'words'
      ? html`${draftStyle}<p class="govuk-body">${HINTS[code] ?? ''}</p>${field(form.words)} ${code === 'paragraph' ? namesHelp(made) : ''} ${code === 'own_words' ? '' : figureList(form.figure)}`
      : kind?.asks === 'line'
        ? html`${listed(form.line, 'Which figure?', [...BREAKDOWNS])} ${code === 'table_of' ? field(form.caption) : ''}`
        : html`${field(form.measures)}`,
  )
}

/** What the names in single braces stand for. */
const namesHelp = ({ about }: Made): Content =>
  details({
    summaryText: 'Names in braces that are filled in',
    html: html`<ul class="govuk-list govuk-list--bullet">${Object.entries({ ...NAMES.both, ...NAMES[about] }).map(([name, words]) => html`<li><code>{${name}}</code> ${words}</li>`)}</ul>`,
  })
const NAMES = {
  both: {
    organisation: 'whose paper it is',
    area: 'the police force area',
    report_to: 'the meeting',
    meeting_on: 'the date of the meeting',
  },
  service: { period: 'the period, such as April to June 2026', to: 'its last day' },
  plan: {
    theme_word: 'the plan’s word for its parts, such as Theme',
    theme_number: 'the number of the part',
    theme: 'the title of the part',
    plan: 'the title of the plan',
    delivery_plan: 'the title of the year’s delivery plan',
    cycle: 'the reporting cycle, such as Quarter 3',
    year: 'the performance year',
    graded: 'how many stand at each colour, in a sentence',
    overall: 'the overall statement',
  },
} as const

const figureList = (filled: FilledField): Content => html`
  ${listed(
    filled,
    'Put a figure in',
    [...FIGURES.keys()].map((words) => [words, words] as const),
  )}
  <div class="app-draft__insert">${button({ text: 'Put the figure in', name: 'then', value: 'insert', classes: 'govuk-button--secondary' })}</div>`

const listed = (filled: FilledField, label: string, items: readonly (readonly [string, string])[]): Content =>
  select({
    id: filled.name,
    name: filled.name,
    value: textOf(filled.typed),
    label: { text: label },
    ...(filled.message ? { errorMessage: { text: filled.message } } : {}),
    items: [{ value: '', text: 'Choose…' }, ...items.map(([value, text]) => ({ value, text }))],
  })
