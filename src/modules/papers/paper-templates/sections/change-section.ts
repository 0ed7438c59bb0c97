import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import type { TemplateBlock } from '../../templates/template.ts'
import { changeDraft } from '../change-draft.ts'
import type { Draft } from '../draft.ts'
import type { blockForm, sectionForm } from '../form.ts'
import { getTemplate } from '../queries.ts'
import { BLOCK_KINDS, kindOf } from './block-kinds.ts'
import { BREAKDOWNS, breakdownOf } from './figures-by-words.ts'
import { withKeys } from './figures-by-words.ts'

/** The section at a place, counted from 1. Throws NotFound. */
export const sectionAt = ({ sections }: Draft, place: string) =>
  found(sections[Number(place) - 1], 'This section')

/** Changes a section's heading and kind, or adds one ('add') at the end. Returns its place. There is one summary at most. */
export async function keepSection(
  ctx: Ctx,
  template_id: string,
  place: string,
  values: ValuesOf<typeof sectionForm>,
): Promise<number> {
  const { draft } = await getTemplate(ctx, template_id)
  const index = place === 'add' ? draft.sections.length : Number(place) - 1
  if (place !== 'add') sectionAt(draft, place)
  if (values.kind === 'summary' && draft.sections.some((one, at) => at !== index && one.kind === 'summary'))
    refuse('kind', 'There is a one-page summary already')
  await changeDraft(ctx, template_id, ({ sections, ...rest }) => ({
    ...rest,
    sections: sections.toSpliced(index, 1, { blocks: [], ...sections[index], ...values }),
  }))
  return index + 1
}

/** Adds a block of a kind to a section. Returns its place there, and whether its page asks for anything. */
export async function addBlock(ctx: Ctx, template_id: string, place: string, kind: string) {
  const { draft } = await getTemplate(ctx, template_id)
  const made = BLOCK_KINDS[kind]
  if (!made || (made.about && made.about !== draft.about)) refuse('', 'Select what to add from the list')
  const { blocks } = sectionAt(draft, place)
  await changeBlocks(ctx, template_id, place, (all) => [...all, made.make()])
  return { block: blocks.length + 1, asks: made.asks !== undefined }
}

const changeBlocks = (
  ctx: Ctx,
  template_id: string,
  place: string,
  changed: (blocks: TemplateBlock[]) => TemplateBlock[],
) =>
  changeDraft(ctx, template_id, ({ sections, ...rest }) => ({
    ...rest,
    sections: sections.with(Number(place) - 1, {
      ...sections[Number(place) - 1]!,
      blocks: changed(sections[Number(place) - 1]!.blocks),
    }),
  }))

/** Changes what a block holds, within its kind. */
export async function changeBlock(
  ctx: Ctx,
  template_id: string,
  { place, block }: { place: string; block: string },
  values: ValuesOf<typeof blockForm>,
): Promise<void> {
  const { draft } = await getTemplate(ctx, template_id)
  const old = found(sectionAt(draft, place).blocks[Number(block) - 1], 'This part of the section')
  const { text, figures } = withKeys(values.words ?? '', draft.figures)
  const blocks = (all: TemplateBlock[]) => all.with(Number(block) - 1, changedBlock(old, values, text))
  await changeDraft(ctx, template_id, (one) => ({ ...one, figures: { ...one.figures, ...figures } }))
  await changeBlocks(ctx, template_id, place, blocks)
}

function changedBlock(
  old: TemplateBlock,
  { line, caption, measures, words }: ValuesOf<typeof blockForm>,
  text: string,
): TemplateBlock {
  switch (kindOf(old)) {
    case 'paragraph':
      if (!text) refuse('words', 'Enter the words')
      return { ...old, paragraph: text }
    case 'own_words':
      return { own_words: words ?? '' }
    case 'bullets':
      if (!text) refuse('words', 'Enter the list, a line for each')
      return { bullets: text.split('\n').filter((item) => item.trim() !== '') }
    case 'bullets_of':
      return { bullets_of: breakdownOf(line), each: '{label}: {value}' }
    case 'table_of':
      return { table_of: breakdownOf(line), caption: caption ?? BREAKDOWNS.get(line ?? '') ?? '' }
    case 'against_last_year':
      if (measures.length === 0) refuse('measures', 'Select which figures')
      return { against_last_year: measures, show: 'show' in old ? old.show : 'charts' }
    default:
      return old
  }
}

export type Move = { place: string; block?: string | undefined; to: 'up' | 'down' | 'remove' }

/** Moves a section, or a block within its section, up or down, or removes it. */
export async function moveThing(ctx: Ctx, template_id: string, { place, block, to }: Move): Promise<void> {
  const { draft } = await getTemplate(ctx, template_id)
  const section = draft.sections[Number(place) - 1]
  if (!section || (block && !section.blocks[Number(block) - 1]))
    refuse('', 'That part of the template is no longer there')
  if (!block)
    return changeDraft(ctx, template_id, ({ sections, ...rest }) => ({
      ...rest,
      sections: moved(sections, Number(place) - 1, to),
    }))
  return changeBlocks(ctx, template_id, place, (all) => moved(all, Number(block) - 1, to))
}

function moved<T>(all: readonly T[], at: number, to: Move['to']): T[] {
  const without = all.toSpliced(at, 1)
  return to === 'remove' ? without : without.toSpliced(Math.max(0, at + (to === 'up' ? -1 : 1)), 0, all[at]!)
}
