import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { TEMPLATES } from '../templates/template.ts'
import { type Draft, draftOf, FRONT_SHEET_LINES } from './draft.ts'
import type { startTemplateForm } from './form.ts'
import { listTemplates, writingTeam } from './queries.ts'

const EMPTY: Omit<Draft, 'about'> = {
  title: '{organisation}: report',
  front_sheet: Object.entries(FRONT_SHEET_LINES).map(([value, label]) => ({ label, value })),
  sections: [],
  figures: {},
}

/** Starts a template of this office's own, from another or from nothing ('empty:plan', 'empty:service'). Returns its id. */
export async function startTemplate(
  ctx: Ctx,
  { name, start_from }: ValuesOf<typeof startTemplateForm>,
): Promise<string> {
  const held_by = await writingTeam(ctx)
  if (!held_by) refuse('name', 'Only somebody in a team of all staff, or in an office, can make a template')
  if ((await listTemplates(ctx)).some((one) => one.name.toLowerCase() === name.toLowerCase()))
    refuse('name', 'There is a template of this name already')
  const standard = TEMPLATES.find((one) => one.name === start_from)
  const made = (await listTemplates(ctx)).find(({ template_id }) => template_id === start_from)
  const about = start_from === 'empty:plan' ? 'plan' : start_from === 'empty:service' ? 'service' : undefined
  const draft = standard ? draftOf(standard) : (made?.draft ?? (about && { ...EMPTY, about }))
  if (!draft) refuse('start_from', 'Select what you start from')
  const { template_id } = await ctx.db
    .insertInto('papers.template')
    .values({ held_by, name, about: draft.about, draft: JSON.stringify(draft) })
    .returning('template_id')
    .executeTakeFirstOrThrow()
  return template_id
}
