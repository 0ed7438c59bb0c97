import type pg from 'pg'
import type { Pools } from '#platform/database/pools.ts'
import { type Actor, isId } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'

export type Area = {
  area_id: string
  code: string
  name: string
  force_code: string
  demonstration: boolean
  settings: { receiving_team: string } & Record<string, unknown>
}

/** Every area of the deployment: which there are is public. */
export async function listAreas(pools: Pick<Pools, 'app'>): Promise<Area[]> {
  return (await pools.app.query('select * from access.area order by name')).rows as Area[]
}

/** The area with this code or name (capitals do not matter), or undefined. */
export async function findArea(pools: Pick<Pools, 'app'>, code: string): Promise<Area | undefined> {
  return (await listAreas(pools)).find((area) =>
    [area.code, area.name.toLowerCase()].includes(code.trim().toLowerCase()),
  )
}

/**
 * The area's own actor, for the command line and for timetables: it works with what the providers' teams hold (all staff and casework), never
 * with what a restricted team holds. Throws NotFound, naming the areas there are, when there is no such area.
 */
export async function areaActor(
  pools: Pick<Pools, 'app'>,
  code: string,
): Promise<Actor & { receiving_team_id: string }> {
  const area = await findArea(pools, code)
  if (!area) {
    const known = (await listAreas(pools)).map((a) => a.code)
    throw new NotFound(
      `The area "${code}" (there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none yet'})`,
    )
  }
  return inArea(pools.app, area.area_id, async (client) => {
    const [{ rows: found }, { rows: teams }] = await Promise.all([
      client.query(
        `select m.member_id, m.name, o.organisation_id, o.name as organisation_name from access.member m
         join access.organisation o on o.area_id = m.area_id and o.organisation_id = m.organisation_id where o.kind = 'platform'`,
      ),
      client.query(
        `select t.team_id, o.code || '/' || t.code as path from access.team t
         join access.organisation o on o.area_id = t.area_id and o.organisation_id = t.organisation_id where t.kind <> 'restricted'`,
      ),
    ])
    const [platform] = found
    const receiving_team_id = teams.find((team) => team.path === area.settings.receiving_team)!.team_id
    return {
      area_id: area.area_id,
      actor_id: platform.member_id,
      name: platform.name,
      roles: [],
      team_ids: teams.map((team) => team.team_id),
      organisation_id: platform.organisation_id,
      organisation_name: platform.organisation_name,
      organisation_kind: 'platform',
      area_code: area.code,
      area_name: area.name,
      demonstration: area.demonstration,
      receiving_team_id,
    }
  })
}

async function inArea<T>(
  pool: pg.Pool,
  area_id: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  if (!isId(area_id)) throw new Error('An area has an id')
  const client = await pool.connect()
  try {
    await client.query(`begin read only; set local waymark.area_id = '${area_id}'`)
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}
