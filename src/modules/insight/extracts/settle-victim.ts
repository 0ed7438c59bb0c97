import { type NameOrder, splitName } from '#people'
import type { ExtractKind } from './fields.ts'
import type { ExtractValues } from './open-extract.ts'

export type VictimType = 'person' | 'organisation' | 'state'

/**
 * Whom a row is about, settled in place: what its sender says, else a person when it has what only a person has (a first name in a column
 * of its own, a date of birth, a number). A person's whole name is cut into family name and first names. A person counts as a victim only
 * when named: by the force's number or by a name.
 */
export function settleVictim<Kind extends ExtractKind>(
  kind: Kind,
  row: ExtractValues<Kind>,
  order: NameOrder,
): ExtractValues<Kind> {
  if (kind === 'asb') row.victim_type = 'person'
  else row.victim_type ??= row.forenames || row.born_on || row.nominal ? 'person' : 'organisation'
  if (row.full_name && !row.surname)
    Object.assign(
      row,
      row.victim_type === 'person' ? splitName(row.full_name, order) : { surname: row.full_name },
    )
  row.named = row.victim_type === 'person' && Boolean(row.nominal || row.surname || row.forenames)
  return row
}
