import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Paper } from '../drafts/queries.ts'

/** Where a paper is on its way. A returned paper is a draft again, with a reason. */
export type Stage = 'draft' | 'review' | 'sign_off' | 'returned' | 'signed'

export type Step = { step: string; reason: string | null; taken_at: Date; taken_by_name: string }

/** Every step a paper has taken, the latest first. */
export const listSteps = (ctx: Ctx, paper_id: string): Promise<Step[]> =>
  ctx.db
    .selectFrom('papers.step as s')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 's.area_id').onRef('m.member_id', '=', 's.taken_by'),
    )
    .select(['s.step', 's.reason', 's.taken_at', 'm.name as taken_by_name'])
    .where('s.paper_id', '=', paper_id)
    .orderBy('s.taken_at', 'desc')
    .execute()

/** Where the paper is now. */
export const stageOf = ({ signed_at, step }: Pick<Paper, 'step'> & { signed_at: Date | null }): Stage =>
  signed_at ? 'signed' : ((step ?? 'draft') as Stage)

export type Comment = {
  comment_id: string
  place: string
  about: string | null
  words: string
  made_at: Date
  made_by_name: string
  answers: { words: string; made_at: Date; made_by_name: string }[]
}

/** What reviewers said, oldest first, each with its answers. */
export async function listComments(ctx: Ctx, paper_id: string): Promise<Comment[]> {
  const rows = await ctx.db
    .selectFrom('papers.comment as c')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'c.area_id').onRef('m.member_id', '=', 'c.made_by'),
    )
    .select([
      'c.comment_id',
      'c.answers',
      'c.place',
      'c.about',
      'c.words',
      'c.made_at',
      'm.name as made_by_name',
    ])
    .where('c.paper_id', '=', paper_id)
    .orderBy('c.made_at')
    .execute()
  return rows
    .filter(({ answers }) => !answers)
    .map((one) => ({
      ...one,
      place: one.place ?? '',
      answers: rows.filter(({ answers }) => answers === one.comment_id),
    }))
}

/** The team that this actor works on the paper for, and the one on the other side of it. */
export function sidesOf(ctx: Ctx, paper: Pick<Paper, 'held_by' | 'given_to'>) {
  const { team_ids } = ctx.actor
  if (team_ids.includes(paper.held_by)) return { held_by: paper.held_by, given_to: paper.given_to }
  if (paper.given_to && team_ids.includes(paper.given_to))
    return { held_by: paper.given_to, given_to: paper.held_by }
  return refuse('', 'This paper was not given to your team.')
}
