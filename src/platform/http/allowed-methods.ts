import { TrieRouter } from 'hono/router/trie-router'
import { hasRole, type Actor, isId } from '../act.ts'
import type { Roles, Route, Screen } from './screen.ts'

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** The methods that an address takes from whoever came, for the header Allow; none for an address that is not there for them. */
export type AllowedMethods = (path: string, actor: Actor | undefined) => string[]

/**
 * Makes the function that tells them. It knows addresses and roles and no record, so it is the same for a record that is held by others
 * and for one that is not there; who may not come by any method learns no more of an address than of one that does not exist.
 */
export function makeAllowedMethods(routes: readonly (Screen | Route)[]): AllowedMethods {
  const known = new TrieRouter<Screen | Route>()
  for (const one of routes) for (const method of methodsOf(one)) known.add(method, one.url, one)
  return (path, actor) => {
    const at = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
    return METHODS.flatMap((method) => {
      const [[match] = []] = known.match(method, at)
      if (!match || !includes(match[0].roles, actor) || !areIds(match[1])) return []
      return method === 'GET' ? ['GET', 'HEAD'] : [method]
    })
  }
}

const methodsOf = (one: Screen | Route): string[] =>
  one.kind === 'route' ? [one.method] : one.save ? ['GET', 'POST'] : ['GET']

/** Whether somebody may come at all: signed out, only where anyone may. */
export const includes = (roles: Roles, actor: Actor | undefined): boolean =>
  roles === 'anyone' || (actor !== undefined && (roles === 'everyone' || hasRole(actor, roles)))

const areIds = (params: object) =>
  Object.entries(params).every(([name, value]) => !name.endsWith('_id') || isId(String(value)))
