import type { Ctx } from '#platform/act.ts'
import type { Meeting } from '../meetings/queries.ts'

/** The front sheet of an own paper that is still open names the meeting and the item that it is on, so that the two cannot differ. */
export async function nameMeeting(
  ctx: Ctx,
  { board_name, meets_on }: Pick<Meeting, 'board_name' | 'meets_on'>,
  { paper_id, number }: { paper_id: string | null; number: number },
): Promise<void> {
  if (!paper_id) return
  await ctx.db
    .updateTable('papers.paper as p')
    .set({ report_to: board_name, meeting_on: meets_on, agenda_item: String(number) })
    .where('p.paper_id', '=', paper_id)
    .where('p.held_by', 'in', ctx.actor.team_ids)
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('papers.sign_off as s')
            .select('s.sign_off_id')
            .whereRef('s.area_id', '=', 'p.area_id')
            .whereRef('s.paper_id', '=', 'p.paper_id'),
        ),
      ),
    )
    .execute()
}

/** Beside a published paper the public reads the meeting and the item where it is now; its address and its versions stay as they are. */
export async function namePublications(
  ctx: Ctx,
  paper_id: string | null,
  now: { item?: number; met_on?: string },
): Promise<void> {
  if (!paper_id) return
  await ctx.db
    .updateTable('papers.publication')
    .set(now)
    .where('publication_id', 'in', (at) =>
      at.selectFrom('papers.publication_version').select('publication_id').where('paper_id', '=', paper_id),
    )
    .execute()
}
