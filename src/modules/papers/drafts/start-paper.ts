import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { chosenTemplate } from '../templates/choose-template.ts'
import { fillPlain } from '../writing/placeholders.ts'
import type { startForm } from './form.ts'

/** Starts a paper, held by the author's first team: a provider's counts its own records, the Commissioner's office's the whole area's. */
export async function startPaper(ctx: Ctx, values: ValuesOf<typeof startForm>): Promise<string> {
  if (values.period_to < values.period_from)
    refuse('period_to', 'The last day of the period must not be before its first day')
  if (values.meeting_on < values.period_to)
    refuse('meeting_on', 'The meeting must be after the end of the period it hears about')
  const provider = ctx.actor.organisation_kind === 'provider'
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('team_id', 'in', ctx.actor.team_ids)
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .where('kind', 'in', ['all_staff', 'office'])
    .executeTakeFirst()
  if (!team) refuse('template', 'Only somebody in a team of all staff, or in an office, can start a paper')
  const organisation = provider ? ctx.actor.organisation_name : ctx.actor.area_name
  const { chosen, kept } = await chosenTemplate(ctx, 'service', values.template)
  const { paper_id } = await ctx.db
    .insertInto('papers.paper')
    .values({
      ...values,
      ...kept,
      held_by: team.team_id,
      organisation_id: provider ? ctx.actor.organisation_id : null,
      title: fillPlain(chosen.title, { organisation }),
    })
    .returning('paper_id')
    .executeTakeFirstOrThrow()
  return paper_id
}
