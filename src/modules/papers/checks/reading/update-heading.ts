import { datesIn } from '../model/written-dates.ts'

const STATUS: Record<string, string> = { g: 'green', a: 'amber', r: 'red', w: 'white', ns: 'white' }

/** 'G', 'Green', 'White (NS)', 'Not started' as the colour it stands for. */
export function colourOf(cell: string): string | undefined {
  const word = cell
    .trim()
    .toLowerCase()
    .replace(/\s*\((?:ns|[garw])\)$/, '')
  if (word === 'not started') return 'white'
  return (
    STATUS[word] ?? (['green', 'amber', 'red', 'white', 'grey', 'blue'].includes(word) ? word : undefined)
  )
}

/** 'NW Update January 2020:', 'Update 9.10.20 KD: …', '7.10.20 HK: …': when an update is dated, by whom, and what follows. */
export function updateHeading(text: string) {
  const date = datesIn(text)[0]
  if (!date || date.dated_to === 'quarter') return undefined
  const before = text.slice(0, date.index).trim()
  const after = text.slice(date.index + date.text.length)
  const signed = /^,?\s*\(?((?:[A-Z]{2,3})(?:\s*[+&/]\s*[A-Z]{2,3})*)\)?(?=\s*[:–-]|\s*$)/.exec(after)
  const opens = /^(?:[A-Za-z/&]+\s+){0,3}updated?\s*:?(?:\s+(?:of|on|at|for))?$/i.test(before)
  if (!opens && !(before === '' && /^\s*:/.test(after.slice(signed?.[0].length ?? 0)))) return undefined
  return {
    dated_on: date.from,
    dated_to: date.dated_to,
    exists: date.exists,
    author: before.replace(/\s*updated?.*$/i, '').trim() || (signed?.[1] ?? ''),
    rest: after.slice(signed?.[0].length ?? 0).replace(/^\s*[:–-]?\s*/, ''),
  }
}
