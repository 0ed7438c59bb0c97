import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import { findOffenceSubgroup, normaliseOffence, offenceSubgroups } from '#reference'
import type { ExtractKind } from './fields.ts'
import type { ExtractValues } from './open-extract.ts'

type Victim = Pick<
  ExtractValues<'asb'>,
  'nominal' | 'surname' | 'forenames' | 'born_on' | 'sex' | 'postcode' | 'phone' | 'email'
>

/** Keeps a batch of an extract's rows; rows that are there already stay as they are. Returns how many were new. */
export async function keepRows<Kind extends ExtractKind>(
  ctx: Ctx,
  kind: Kind,
  held_by: string,
  rows: readonly ExtractValues<Kind>[],
): Promise<number> {
  const number = (row: ExtractValues<Kind>) =>
    kind === 'asb'
      ? (row as ExtractValues<'asb'>).incident_number
      : (row as ExtractValues<'recorded-crime'>).crime_number
  const there = await knownRows(
    ctx,
    kind,
    held_by,
    rows.map((row) => number(row) ?? ''),
  )
  const seen = new Set<string>()
  const fresh = rows.filter((row) => {
    const key = row.named ? keyOf(number(row) ?? '', row) : JSON.stringify([number(row)])
    if (there.has(key) || seen.has(key)) return false
    return seen.add(key)
  })
  if (fresh.length === 0) return 0
  const kept = fresh.map((row) => ({
    ...row,
    row_id: newId(),
    victim_record_id: row.named ? newId() : null,
  }))
  await sql`insert into insight.victim_record (victim_record_id, held_by, nominal, surname, forenames, born_on, sex, postcode, phone, email)
    select victim_record_id, ${held_by}::uuid, nominal, surname, forenames, born_on, sex, postcode, phone, email
    from json_to_recordset(${JSON.stringify(kept.filter((row) => row.victim_record_id))}::json) as r (victim_record_id uuid, nominal text, surname text,
      forenames text, born_on text, sex text, postcode text, phone text, email text)`.execute(ctx.db)
  if (kind === 'asb')
    await sql`insert into insight.asb_incident (asb_incident_id, held_by, incident_number, occurred_on, qualifier, at_risk, district, ward, victim_record_id)
      select row_id, ${held_by}::uuid, incident_number, occurred_on, qualifier, coalesce(at_risk, false), district, ward, victim_record_id
      from json_to_recordset(${JSON.stringify(kept)}::json) as r (row_id uuid, incident_number text, occurred_on date, qualifier text, at_risk boolean,
        district text, ward text, victim_record_id uuid)`.execute(ctx.db)
  else
    await sql`insert into insight.recorded_crime (recorded_crime_id, held_by, crime_number, recorded_on, committed_on, class, offence, offence_group,
        offence_subgroup, domestic, hate_strands, district, ward, victim_type, victim_record_id)
      select row_id, ${held_by}::uuid, crime_number, recorded_on, committed_on, class, offence, offence_group, offence_subgroup, coalesce(domestic, false),
        hate_strand, district, ward, victim_type, victim_record_id
      from json_to_recordset(${JSON.stringify(kept.map((row) => ({ ...row, ...classified(row as unknown as ExtractValues<'recorded-crime'>) })))}::json) as r (
        row_id uuid, crime_number text, recorded_on date, committed_on date, class text, offence text, offence_group text, offence_subgroup text,
        domestic boolean, hate_strand text[], district text, ward text, victim_type text, victim_record_id uuid)`.execute(
      ctx.db,
    )
  return fresh.length
}

const keyOf = (number: string, { nominal, surname, forenames, born_on }: Victim) =>
  JSON.stringify([
    number,
    nominal || [(surname ?? '').toLowerCase(), (forenames ?? '').toLowerCase(), born_on],
  ])

async function knownRows(
  ctx: Ctx,
  kind: ExtractKind,
  held_by: string,
  numbers: string[],
): Promise<Set<string>> {
  const [table, column] =
    kind === 'asb' ? ['insight.asb_incident', 'incident_number'] : ['insight.recorded_crime', 'crime_number']
  const known = await sql<{ number: string; victim_record_id: string | null }>`
    select ${sql.ref(column)} as number, victim_record_id from ${sql.table(table)}
    where held_by = ${held_by}::uuid and ${sql.ref(column)} = any (${numbers}::text[])`.execute(ctx.db)
  const ids = known.rows.flatMap((row) => row.victim_record_id ?? [])
  // Two reads by key, not a join: fresh tables have no statistics, and the planner would walk one for every row of the other.
  const named =
    ids.length === 0
      ? []
      : (
          await sql<Victim & { victim_record_id: string }>`
    select victim_record_id, nominal, surname, forenames, born_on from insight.victim_record where victim_record_id = any (${ids}::uuid[])`.execute(
            ctx.db,
          )
        ).rows
  const victims = new Map(named.map((row) => [row.victim_record_id, row]))
  // A crime without a person as victim is kept once, whatever name stands beside it.
  return new Set(
    known.rows.map((row) =>
      row.victim_record_id
        ? keyOf(row.number, victims.get(row.victim_record_id)!)
        : JSON.stringify([row.number]),
    ),
  )
}

/** Names that are the same but for case, spaces, signs, and "and" or "offences" beside them. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
const GROUP_OF_CLASS = new Map(
  offenceSubgroups.flatMap((s) =>
    [s.name, s.code, s.group_name, s.group_code, ...(s.notts_2014_class ? [s.notts_2014_class] : [])].map(
      (name) => [plain(name), s.group_code] as const,
    ),
  ),
)

/** The class it is published in, and the group and subgroup of recorded crime: told, or known by its class, or by its offence. */
export function classified(
  row: Pick<ExtractValues<'recorded-crime'>, 'class' | 'offence' | 'offence_code' | 'offence_group'>,
) {
  const offence = normaliseOffence(row.offence ?? row.class ?? '', row.offence_code ?? '')
  const subgroup = offence.subgroup_code ? findOffenceSubgroup(offence.subgroup_code) : undefined
  const group = row.offence_group ?? GROUP_OF_CLASS.get(plain(row.class ?? '')) ?? offence.group_code
  return {
    class: row.class ?? subgroup?.notts_2014_class ?? subgroup?.name ?? offence.group_name,
    offence_group: group,
    offence_subgroup: subgroup?.group_code === group ? subgroup.code : null,
  }
}
