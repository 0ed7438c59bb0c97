import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Document } from '#platform/documents/document.ts'
import { plural } from '#platform/words/plurals.ts'
import { getPaper, type Paper } from '../../drafts/queries.ts'
import { draftAsPaper } from '../drafts/draft-as-paper.ts'
import { findAll, type Finding } from '../find-all.ts'
import { isStillTold } from './still-told.ts'

export type Answer = { reason: string; taken_out: boolean; answered_by_name: string; answered_at: Date }
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
    .select(['a.finding', 'a.reason', 'a.taken_out', 'a.answered_at', 'm.name as answered_by_name'])
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

/** Whether a finding is of what only the public must not read, so that a redaction answers it. */
export const mayBeTakenOut = ({ is_public }: Pick<Paper, 'is_public'>, { tells }: Pick<Finding, 'tells'>) =>
  is_public && tells !== undefined

/**
 * What would tell the public something, of a signed paper with these parts and words taken out: a small number that nobody has answered, as where
 * the area has raised its threshold since, or what was answered with a redaction that nobody has made (domain reference, 10.1).
 */
export async function toldToThePublic(
  ctx: Ctx,
  paper_id: string,
  signed: Document,
  redactions: readonly { block: number; words: string | null }[],
): Promise<Checked['findings']> {
  const { findings } = await checkPaper(ctx, paper_id)
  return findings.filter(
    ({ rule, severity, answer, tells }) =>
      (answer ? answer.taken_out : rule === 'small-numbers' && severity === 'stops') &&
      isStillTold(signed, redactions, tells ?? []),
  )
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
