import { readFileSync } from 'node:fs'

/** nicknames.csv: compiled for Waymark; each line a forename and the forms one person may also be met in. */
const lines = readFileSync(new URL('./nicknames.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.replace(',', ' ').trim().split(' '))

const roots = new Map<string, number[]>()
lines.forEach(([name], index) => roots.set(name!, [index + 1]))
lines.forEach((forms, index) => {
  for (const form of forms.slice(1)) {
    const known = roots.get(form)
    if (!known) roots.set(form, [index + 1])
    else if (known.length < 3 && !known.includes(index + 1)) known.push(index + 1)
  }
})

/**
 * The lines of the nickname table that a folded forename stands on, as up to three numbers of ten bits packed in
 * one; 0 when the table does not know it. Two forenames may be one person's when they share a line.
 */
export function nicknameRoots(forename: string): number {
  const found = roots.get(forename)
  if (!found) return 0
  return found[0]! | ((found[1] ?? 0) << 10) | ((found[2] ?? 0) << 20)
}

/** given-names.csv: further forenames in common use, so that the twins Jayden and Hayden are two names and not a slip. */
const known = new Set(
  readFileSync(new URL('./given-names.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1),
)

/** Whether a folded forename is a name in common use here, whatever the records at hand say. */
export function isKnownForename(forename: string): boolean {
  return known.has(forename) || roots.has(forename)
}

/** Whether two packed root sets share a line. */
export function shareRoot(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false
  for (let i = a; i !== 0; i >>>= 10) {
    const root = i & 1023
    if (root === (b & 1023) || root === ((b >>> 10) & 1023) || root === ((b >>> 20) & 1023)) return true
  }
  return false
}
