import { z } from 'zod'
import { refuse } from '#platform/errors.ts'
import { type Template, template, type TemplateBlock } from '../templates/template.ts'

/** What a section of a template can be. */
export const SECTION_KINDS = {
  numbered: 'A numbered section: its paragraphs are numbered within it',
  plain: 'A section without a number, such as an executive summary',
  summary: 'The one-page summary: it stands before everything else',
  appendix: 'An appendix: it begins a page of its own',
} as const
export type SectionKind = keyof typeof SECTION_KINDS

/** Lines that a front sheet can have, by what stands there. */
export const FRONT_SHEET_LINES = {
  '{for_what}': 'For',
  '{public}': 'Public or non-public',
  '{report_to}': 'Report to',
  '{meeting_on}': 'Date of meeting',
  '{organisation}': 'Report of',
  '{report_author}': 'Report author',
  '{author_email}': 'E-mail',
  '{other_contacts}': 'Other contacts',
  '{agenda_item}': 'Agenda item',
  '{recommendation}': 'Recommendation',
} as const

const shape = template.shape
const draftShape = z.strictObject({
  title: z.string(),
  about: z.enum(['service', 'plan']),
  front_sheet: shape.front_sheet,
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      kind: z.enum(['numbered', 'plain', 'summary', 'appendix']),
      blocks: shape.sections.element.shape.blocks,
    }),
  ),
  figures: shape.figures,
})

/** A template as it is being made: sections in order, whatever their kind. */
export type Draft = z.infer<typeof draftShape>
export type DraftSection = Draft['sections'][number]

/** A draft from what was kept. */
export const readDraft = (kept: unknown): Draft => draftShape.parse(kept)

/** A template as a draft, to be changed. Sections that the records make follow the numbered ones without a heading of their own. */
export function draftOf({ title, about, front_sheet, summary, figures, ...parts }: Template): Draft {
  const sections: DraftSection[] = [
    ...(summary ? [{ heading: summary.title, kind: 'summary' as const, blocks: summary.blocks }] : []),
    ...parts.sections.map((section) => ({
      heading: section.title,
      kind: /^\d/.test(section.number) ? ('numbered' as const) : ('plain' as const),
      blocks: section.blocks,
    })),
    ...parts.appendices.map((appendix) => ({
      heading: appendix.title,
      kind: 'appendix' as const,
      blocks: appendix.blocks,
    })),
  ]
  const last = sections.findLast(({ kind }) => kind === 'numbered' || kind === 'plain')
  if (last) last.blocks = [...last.blocks, ...parts.after_sections]
  return { title, about, front_sheet, sections, figures }
}

/** Nothing was typed in it yet. */
const isEmpty = (block: TemplateBlock) =>
  ('paragraph' in block && block.paragraph.trim() === '') ||
  ('bullets' in block && block.bullets.length === 0)

/**
 * The template that a draft makes. Sections are numbered in their order; deliverables as sections follow them, numbered on. Refuses a draft
 * without sections, or with a section that has nothing in it.
 */
export function templateFrom(name: string, draft: Draft): Template {
  const sections = draft.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => !isEmpty(block)),
  }))
  const bare = sections.find(({ blocks }) => blocks.length === 0)
  if (sections.length === 0) refuse('', 'Add a section before you keep this template')
  if (bare)
    refuse('', `The section “${bare.heading}” has nothing in it: add something, or remove the section`)
  const makesSections = (block: TemplateBlock) => 'plan' in block && block.plan === 'sections'
  const [summary] = sections.filter(({ kind }) => kind === 'summary')
  const main = sections.filter(({ kind }) => kind === 'numbered' || kind === 'plain')
  let numbered = 0
  return template.parse({
    name,
    label: name,
    title: draft.title,
    about: draft.about,
    front_sheet: draft.front_sheet,
    ...(summary ? { summary: { title: summary.heading, blocks: summary.blocks } } : {}),
    sections: main.map(({ heading, kind, blocks }, index) => ({
      number: kind === 'numbered' ? String(++numbered) : `section-${index + 1}`,
      title: heading,
      blocks: blocks.filter((block) => !makesSections(block)),
    })),
    after_sections: main.flatMap(({ blocks }) => blocks).filter(makesSections),
    appendices: sections
      .filter(({ kind }) => kind === 'appendix')
      .map(({ heading, blocks }) => ({ title: heading, blocks })),
    figures: draft.figures,
  })
}
