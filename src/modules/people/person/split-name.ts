/** How a whole name in one column is written. */
export const NAME_ORDERS = ['surname, forenames', 'forenames surname', 'surname forenames'] as const
export type NameOrder = (typeof NAME_ORDERS)[number]

/** A whole name as surname and forenames; a name of one word is a surname. */
export function splitName(name: string, order: NameOrder): { surname: string; forenames: string | null } {
  const comma = name.indexOf(',')
  const space = order === 'surname forenames' ? name.indexOf(' ') : name.lastIndexOf(' ')
  const at = order === 'surname, forenames' && comma !== -1 ? comma : space
  if (at === -1) return { surname: name, forenames: null }
  const [first, second] = [name.slice(0, at).trim(), name.slice(at + 1).trim()]
  const surnameFirst = order === 'surname forenames' || at === comma
  return surnameFirst
    ? { surname: first, forenames: second || null }
    : { surname: second, forenames: first || null }
}
