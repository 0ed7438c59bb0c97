import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { plural } from '#platform/words/plurals.ts'
import { getPaper } from '../../drafts/queries.ts'
import { draftAsPaper } from '../drafts/draft-as-paper.ts'
import { findAll, type Finding } from '../find-all.ts'

export type Answer = { reason: string; answered_by_name: string; answered_at: Date }
export type Checked = {
  findings: (Finding & { answer?: Answer })[]
  /** How many stop publishing and have no answer. */
  stopping: number
}

/** What the checks find in a paper now, with the answers that editors gave. An answer stands while its sentence is as it was. Throws NotFound. */
export async function checkPaper(ctx: Ctx, paper_id: string): Promise<Checked> {
  const findings = findAll(await draftAsPaper(ctx, await getPaper(ctx, paper_id)))
  const answers = await ctx.db
    .selectFrom('papers.finding_answer as a')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'a.area_id').onRef('m.member_id', '=', 'a.answered_by'),
    )
    .select(['a.finding', 'a.reason', 'a.answered_at', 'm.name as answered_by_name'])
    .where('a.paper_id', '=', paper_id)
    .execute()
  const byFinding = new Map(answers.map(({ finding, ...answer }) => [finding, answer]))
  const answered = findings.map((finding) => {
    const answer = byFinding.get(finding.key)
    return { ...finding, ...(answer ? { answer } : {}) }
  })
  return {
    findings: answered,
    stopping: answered.filter(({ severity, answer }) => severity === 'stops' && !answer).length,
  }
}

/** Refuses to publish or sign a paper while something that stops publishing has neither been mended nor answered. */
export async function insistChecked(ctx: Ctx, paper_id: string): Promise<void> {
  const { stopping } = await checkPaper(ctx, paper_id)
  if (stopping > 0)
    refuse(
      '',
      `The checks found ${plural(stopping, 'thing')} that must be mended or answered first: see “Check before publishing”.`,
    )
}
