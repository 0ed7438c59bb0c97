/** 'a', 'a and b', 'a, b and c': no comma before the last, as GOV.UK style has it. An empty list is ''. */
export function listInWords(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`
}
