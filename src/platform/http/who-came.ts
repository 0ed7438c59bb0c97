import type { Context } from 'hono'
import { type Actor, isId, newId, type Visit } from '../act.ts'
import { NotAllowed, NotFound } from '../errors.ts'
import { includes } from './allowed-methods.ts'
import type { HttpOptions } from './app.ts'
import type { Route, Screen } from './screen.ts'
import { shownSession, type Shown } from './session-cookie.ts'

export type WhoCame = { actor: Actor | undefined; shown: Shown | undefined; visit: Visit }

/**
 * Who came, written down before anything is read. Throws NotFound when an id in the address is none, NotAllowed when the role
 * is not among those of the route. Undefined: nobody is signed in and the route asks for it.
 */
export async function whoCame(
  c: Context,
  one: Screen | Route,
  options: HttpOptions,
): Promise<WhoCame | undefined> {
  const shown = shownSession(c, options.origin)
  const visit: Visit = { visit_id: newId(), query: c.req.query() }
  const ids = Object.entries(c.req.param() as Record<string, string>)
    .filter(([name]) => name.endsWith('_id'))
    .map(([, id]) => id)
  const actor =
    shown &&
    (await options.openVisit(shown, {
      visit_id: visit.visit_id,
      action: one.action,
      method: c.req.method,
      path: pathKept(one.url, c.req.param() as Record<string, string>),
      record_id: ids.find(isId),
    }))
  c.set('whoCame', { actor, shown, visit_id: actor ? visit.visit_id : '' })
  if (!actor && one.roles !== 'anyone') return undefined
  if (actor && !includes(one.roles, actor)) throw new NotAllowed()
  if (!ids.every(isId)) throw new NotFound()
  return { actor, shown: actor ? shown : undefined, visit }
}

/** Who came to an address that is none: whoever is signed in keeps their navigation. What was typed is not kept; it may be a name. */
export async function whoCameAstray(c: Context, options: HttpOptions): Promise<Actor | undefined> {
  const shown = shownSession(c, options.origin)
  if (!shown) return undefined
  const visit = { visit_id: newId(), action: 'look for a page that is not there', method: c.req.method }
  const actor = await options.openVisit(shown, { ...visit, path: '', record_id: undefined })
  if (actor) c.set('whoCame', { actor, shown, visit_id: visit.visit_id })
  return actor
}

/** The address as it may be kept: ids stand in it, and of anything else (a token, a word somebody typed) only what the route calls it. */
const pathKept = (url: string, params: Record<string, string>): string =>
  url.replace(/:(\w+)(\{[^}]*\})?\??/g, (pattern, name: string) => {
    const value = params[name]
    return value !== undefined && isId(value) ? value : pattern
  })
