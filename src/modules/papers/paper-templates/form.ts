import { MEASURES } from '#insight'
import { choice, form, severalOf, words } from '#platform/forms/index.ts'
import { FRONT_SHEET_LINES, SECTION_KINDS } from './draft.ts'

export const startTemplateForm = form({
  name: words({
    label: 'What do you call this template?',
    name: 'what you call the template',
    hint: 'It is chosen by this name when a paper is started. For example, Quarterly paper for the Panel',
    max: 80,
  }),
  start_from: words({ label: 'What do you start from?', name: 'what you start from', max: 60 }),
})

export const frontSheetForm = form({
  title: words({
    label: 'Title of the paper',
    name: 'the title of the paper',
    hint: 'Names in braces are filled in: {organisation}, {period} (“April to June 2026”), {during} (“from April to June 2026”); for a paper about a plan also {theme_word}, {theme_number}, {theme}, {delivery_plan}, {cycle}.',
    max: 200,
  }),
  lines: severalOf(FRONT_SHEET_LINES, {
    label: 'What stands on its front sheet?',
    name: 'what stands on its front sheet',
    optional: true,
  }),
})

export const sectionForm = form({
  heading: words({ label: 'Heading', name: 'the heading', max: 150 }),
  kind: choice(SECTION_KINDS, { label: 'What is it?', name: 'what it is' }),
})

/** Every kind of block asks for some of these; its page shows those. */
export const blockForm = form({
  words: words({ label: 'Words', name: 'the words', optional: true, max: 5000, rows: 8 }),
  figure: words({ label: 'Put a figure in', name: 'the figure', optional: true, max: 200 }),
  then: words({ label: 'Then', name: 'what to do', optional: true, max: 20 }),
  line: words({ label: 'Which figure?', name: 'the figure', optional: true, max: 100 }),
  caption: words({ label: 'Caption of the table', name: 'the caption', optional: true, max: 150 }),
  measures: severalOf(Object.fromEntries(MEASURES.map(({ name, title }) => [name, title])), {
    label: 'Which figures?',
    name: 'which figures',
    optional: true,
  }),
})
