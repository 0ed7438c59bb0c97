import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import { matchRecords } from '#people'

type VictimRecord = {
  victim_record_id: string
  victim_id: string | null
  nominal: string | null
  surname: string | null
  forenames: string | null
  born_on: string | null
  sex: string | null
  postcode: string | null
  phone: string | null
  email: string | null
}

/**
 * Gives every victim record that has none the number of its human being. The force's own number for a person settles it; rows without one are
 * linked by the matching engine, at its one threshold, to each other and to those that have one. Returns how many individuals were new.
 */
export async function linkVictims(ctx: Ctx, held_by: string): Promise<number> {
  const { rows } =
    await sql<VictimRecord>`select victim_record_id, victim_id, nominal, surname, forenames, born_on, sex, postcode, phone, email
    from insight.victim_record where held_by = ${held_by}::uuid order by victim_record_id`.execute(ctx.db)
  if (!rows.some((row) => row.victim_id === null)) return 0
  const byNominal = new Map<string, string>()
  const given = new Map<string, string>()
  for (const row of rows) if (row.nominal && row.victim_id) byNominal.set(row.nominal, row.victim_id)
  let made = 0
  const fresh = () => {
    made++
    return newId()
  }
  const settle = (row: VictimRecord, victim_id: string) => {
    row.victim_id = victim_id
    given.set(row.victim_record_id, victim_id)
  }
  for (const row of rows)
    if (!row.victim_id && row.nominal) {
      let victim_id = byNominal.get(row.nominal)
      if (!victim_id) byNominal.set(row.nominal, (victim_id = fresh()))
      settle(row, victim_id)
    }
  if (rows.some((row) => !row.victim_id)) {
    const { same } = await matchRecords(rows.length, async (from) =>
      rows.slice(from, from + 5000).map(factsOf),
    )
    const identities = rows.map((_, place) => firstOf(place, same))
    const ofIdentity = new Map<number, string>()
    for (const [place, row] of rows.entries())
      if (row.victim_id && !ofIdentity.has(identities[place]!))
        ofIdentity.set(identities[place]!, row.victim_id)
    for (const [place, row] of rows.entries())
      if (!row.victim_id) {
        let victim_id = ofIdentity.get(identities[place]!)
        if (!victim_id) ofIdentity.set(identities[place]!, (victim_id = fresh()))
        settle(row, victim_id)
      }
  }
  await sql`update insight.victim_record v set victim_id = g.victim_id
    from unnest(${[...given.keys()]}::uuid[], ${[...given.values()]}::uuid[]) as g (victim_record_id, victim_id)
    where v.area_id = ${ctx.actor.area_id}::uuid and v.victim_record_id = g.victim_record_id`.execute(ctx.db)
  return made
}

/** The first record of the same person, by following each to one that it is the same as. */
function firstOf(place: number, same: ReadonlyMap<number, number>): number {
  let at = place
  for (let earlier = same.get(at); earlier !== undefined; earlier = same.get(at)) at = earlier
  return at
}

const factsOf = (row: VictimRecord) => ({
  forename: row.forenames ?? '',
  surname: row.surname ?? '',
  previous_surnames: [],
  date_of_birth: row.born_on,
  sex: row.sex,
  phones: row.phone ? [row.phone] : [],
  emails: row.email ? [row.email] : [],
  address: row.postcode ? { line: '', town: '', postcode: row.postcode } : null,
  source_reference: row.nominal,
})
