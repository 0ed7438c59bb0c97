import type pg from 'pg'
import { type Actor, newId } from '../act.ts'

/** Somebody of an office in an area of their own, for tests of the platform, which knows no cast. */
export const SOMEBODY: Actor = {
  area_id: newId(),
  actor_id: newId(),
  team_ids: [],
  roles: [],
  name: 'Somebody',
  organisation_id: newId(),
  organisation_name: 'An office',
  organisation_kind: 'commissioner',
  area_code: 'somewhere',
  area_name: 'Somewhere',
  demonstration: true,
}

/** Makes the area that they are in. */
export async function addSomewhere(administrator: pg.Client): Promise<void> {
  await administrator.query(`set waymark.area_id = '${SOMEBODY.area_id}'`)
  await administrator.query(
    `insert into access.area (area_id, code, name, force_code) values ($1, 'somewhere', 'Somewhere', 'E23000019')`,
    [SOMEBODY.area_id],
  )
}
