import type { Route, Screen } from '#platform/http/screen.ts'

/** The address of a route with these ids in it. Throws naming the id that no record was made for. */
export function addressOf(url: string, ids: Readonly<Record<string, string>>): string {
  return url.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => {
    const id = ids[name]
    if (!id) throw new Error(`${url}: src/testing/matrix-records.ts makes no ${name}`)
    return id
  })
}

/** What can be asked for without changing anything. */
export const readable = (one: Screen | Route): boolean => one.kind === 'screen' || one.method === 'GET'
