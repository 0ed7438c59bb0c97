import type { Ctx } from '#platform/act.ts'
import { form, words } from '#platform/forms/index.ts'
import type { CaseHead } from '../cases/get-case.ts'

export const noteForm = form({
  body: words({
    label: 'Note',
    name: 'the note',
    hint: 'Facts first, in their words where you can. They may read it one day.',
    max: 20_000,
    rows: 12,
  }),
})

/** Adds a note. Notes are never changed: what was wrong is put right by a further note. A closed case takes notes, too. */
export async function addNote(ctx: Ctx, { case_id, held_by }: CaseHead, body: string): Promise<void> {
  await ctx.db.insertInto('support.note').values({ case_id, held_by, body }).execute()
}
