import type { Run, Runs } from '#platform/documents/document.ts'

/** '[the delivery plan](https://example.org/plan)', or an address by itself, without the stop that ends its sentence. */
const LINK =
  /\[([^\][\n]{1,300})\]\((https?:\/\/[^\s()<>]{1,1000})\)|https?:\/\/[^\s()<>[\]]{0,1000}[^\s()<>[\].,;:!?'"’”]/g

/** What an author typed, its addresses as links: named, where they said its words. */
export function linkedRuns(text: string): Runs {
  const runs: Run[] = []
  let from = 0
  for (const { 0: all, 1: words, 2: href, index } of text.matchAll(LINK)) {
    runs.push(text.slice(from, index), { text: words ?? all, href: href ?? all })
    from = index + all.length
  }
  return from === 0 ? text : [...runs, text.slice(from)].filter((run) => run !== '')
}

/** The same as it is read: the words of its links, without their addresses. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(LINK, (all, words?: string) => words ?? all)
