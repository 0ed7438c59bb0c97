import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'

/** A figure that a template's sentences use: a question, a line of its answer, and how it is printed. */
const boundFigure = z.strictObject({
  measure: z.string(),
  by: z.array(z.string()).default([]),
  only: z.record(z.string(), z.string()).default({}),
  /** The line of the breakdown that is meant. */
  pick: z.record(z.string(), z.string()).optional(),
  /** What of it is printed: the count, the denominator, a share in whole per cent (never 100 unless all), or a part. */
  show: z.string().default('value'),
  /** Asked of the paper's period, or of the same days a year before. */
  over: z.enum(['period', 'year_before']).default('period'),
})
export type BoundFigure = z.infer<typeof boundFigure>

/** Parts of a delivery plan that can stand in a paper about one. */
export const PLAN_BLOCKS = [
  'summary',
  'themes',
  'status_key',
  'table',
  'sections',
  'chart',
  'measures',
] as const
export type PlanBlock = (typeof PLAN_BLOCKS)[number]

const block = z.union([
  /**
   * A numbered paragraph; left out when the figure named in `unless_none` is nought, or that in `if_none` is not. A sentence with a share of
   * nobody is left out of it.
   */
  z.strictObject({
    paragraph: z.string(),
    unless_none: z.string().optional(),
    if_none: z.string().optional(),
  }),
  /** Where the author's own words stand; what is said where there are none ('' for nothing). */
  z.strictObject({ own_words: z.string() }),
  /** Bullets under the paragraph before. */
  z.strictObject({ bullets: z.array(z.string()) }),
  /** A bullet for each line of a breakdown: '{count} from {label}'. */
  z.strictObject({ bullets_of: boundFigure, each: z.string() }),
  /** A breakdown as a table; a line that says so where nothing was counted. */
  z.strictObject({ table_of: boundFigure, caption: z.string() }),
  /** Measures beside the same days a year before: charts with their tables, counts and shares apart, each share with its n. */
  z.strictObject({
    against_last_year: z.array(z.string()).min(1),
    show: z.enum(['charts', 'tables']).default('charts'),
  }),
  /** The registered Community Points, by district. */
  z.strictObject({ community_points: z.literal('registered') }),
  /** Part of a delivery plan: a page of summary, its parts, the key with its counts, the table, the deliverables as sections, a chart. */
  z.strictObject({ plan: z.enum(PLAN_BLOCKS) }),
])
export type TemplateBlock = z.infer<typeof block>

export const template = z.strictObject({
  name: z.string(),
  /** What people choose it by. */
  label: z.string(),
  /** What the public calls papers of this kind, to follow them: 'Reports of a service'; the label where nothing is said. */
  series: z.string().optional(),
  title: z.string(),
  /** What it is about: a service's period, or one part of a delivery plan in one cycle. */
  about: z.enum(['service', 'plan']).default('service'),
  /** Labels of the front sheet, in order, each with what stands there: placeholders in braces. */
  front_sheet: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** One page before everything else; none: the paper begins with its sections. */
  summary: z.strictObject({ title: z.string(), blocks: z.array(block) }).optional(),
  sections: z.array(
    z.strictObject({
      /** '4'; a word ('recommendation') for a section whose heading and paragraphs have no number. */
      number: z.string(),
      title: z.string(),
      blocks: z.array(block),
    }),
  ),
  /** What follows the sections before the appendices: sections that the records make. */
  after_sections: z.array(block).default([]),
  appendices: z.array(z.strictObject({ title: z.string(), blocks: z.array(block) })).default([]),
  figures: z.record(z.string(), boundFigure),
})
export type Template = z.infer<typeof template>

const STANDARD = join(import.meta.dirname, 'standard')

/** The templates that come with the program, as data: the .json files of `standard`. */
export const TEMPLATES: readonly Template[] = readdirSync(STANDARD)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => template.parse(JSON.parse(readFileSync(join(STANDARD, file), 'utf8'))))

/** The template of this name. Throws NotFound, naming those there are. */
export function templateNamed(name: string): Template {
  const found = TEMPLATES.find((t) => t.name === name)
  if (!found)
    throw new NotFound(`The template "${name}" (there are ${TEMPLATES.map((t) => t.name).join(', ')})`)
  return found
}

/** The number that the words of an author are kept under in the one-page summary. */
const SUMMARY = 'summary'

/** Where an author can write: the one-page summary, then the sections. */
export const sectionsOf = ({ summary, sections }: Template): Template['sections'] => [
  ...(summary ? [{ number: SUMMARY, ...summary }] : []),
  ...sections,
]

/** A section by what its heading says: '4. Summary of key points', or its title alone where it has no number. */
export const headingOf = ({ number, title }: Pick<Template['sections'][number], 'number' | 'title'>) =>
  /^\d/.test(number) ? `${number}. ${title}` : title

/** A paper's template: for one made on a page, as it was when the paper began, whatever has become of it since. */
export const templateOf = (paper: { template: string; template_definition: unknown }): Template =>
  paper.template_definition === null
    ? templateNamed(paper.template)
    : template.parse(paper.template_definition)
