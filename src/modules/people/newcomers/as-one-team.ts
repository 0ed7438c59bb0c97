import { sql } from 'kysely'
import { type Ctx, isId } from '#platform/act.ts'

/**
 * Does `work` with no more rights than one of the actor's teams gives. The policy is asked about every row that a key leads to, and takes
 * the longer the more teams it must read.
 */
export async function asOneTeam<T>(ctx: Ctx, team_id: string, work: () => Promise<T>): Promise<T> {
  const actAs = async (teams: readonly string[]) => {
    if (!teams.every(isId)) throw new Error('A team is named by its id')
    await sql`set local waymark.team_ids = ${sql.lit(`{${teams.join(',')}}`)}`.execute(ctx.db)
  }
  await actAs(ctx.actor.team_ids.filter((team) => team === team_id))
  const done = await work()
  await actAs(ctx.actor.team_ids)
  return done
}
