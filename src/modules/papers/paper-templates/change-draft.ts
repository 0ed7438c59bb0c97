import type { Ctx } from '#platform/act.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { type Draft, FRONT_SHEET_LINES } from './draft.ts'
import type { frontSheetForm } from './form.ts'
import { getTemplate } from './queries.ts'

/** Changes the draft of a template; the versions kept from it stay as they are. */
export async function changeDraft(
  ctx: Ctx,
  template_id: string,
  changed: (draft: Draft) => Draft,
): Promise<void> {
  const { draft } = await getTemplate(ctx, template_id)
  await ctx.db
    .updateTable('papers.template')
    .set((e) => ({ draft: JSON.stringify(changed(draft)), changed_at: e.fn('clock_timestamp') }))
    .where('template_id', '=', template_id)
    .execute()
}

/** Changes the title and what stands on the front sheet, in its usual order. */
export const changeFrontSheet = (
  ctx: Ctx,
  template_id: string,
  { title, lines }: ValuesOf<typeof frontSheetForm>,
) =>
  changeDraft(ctx, template_id, (draft) => ({
    ...draft,
    title,
    front_sheet: Object.entries(FRONT_SHEET_LINES)
      .filter(([value]) => (lines as string[]).includes(value))
      .map(([value, label]) => ({
        value,
        label: draft.front_sheet.find((line) => line.value === value)?.label ?? label,
      })),
  }))
