import { visibleLine } from '#platform/words/visible-text.ts'

const cut = (text: string, length: number): string => {
  const start = text.slice(0, length)
  return (/[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start).trim()
}

/** A name that spreadsheet programs accept (31 characters, none of []*?:/\) and that no other sheet in `taken` has. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = visibleLine(wanted)
    .replace(/[[\]*?:/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  let name = cut(plain || 'Table', 31)
  for (let number = 2; taken.has(name.toLowerCase()); number++)
    name = `${cut(plain || 'Table', 26)} ${number}`
  taken.add(name.toLowerCase())
  return name
}
