import type { Context } from 'hono'
import type { Actor, Ctx, Visit } from '../act.ts'
import type { Page } from '../design-system/index.ts'
import type { AnyForm, Body, Filled, Form, ValuesOf } from '../forms/index.ts'

/** Who may come: the roles named, everyone who is signed in, or anyone at all. */
export type Roles = readonly string[] | 'everyone' | 'anyone'

/** Where to go after something was done, with a sentence that says so (never a name: it travels in a cookie). */
export type GoTo = { kind: 'go-to'; url: string; said?: string }
export const goTo = (url: string, said?: string): GoTo => ({ kind: 'go-to', url, ...(said ? { said } : {}) })

export type Answer = Page | GoTo | Response

const NOT_DONE = '!'
/** A sentence for the next page that tells of no success: 'You were signed out'. */
export const notDone = (said: string): string => `${NOT_DONE}${said}`
/** What is said as a page shows it: green and called a success only where it was one. */
export const asFlash = (said: string): { text: string; type: 'success' | 'important' } =>
  said.startsWith(NOT_DONE)
    ? { text: said.slice(NOT_DONE.length), type: 'important' }
    : { text: said, type: 'success' }

/** The ids in an address: '/cases/:case_id' gives { case_id }. */
export type Params<U extends string> = U extends `${string}:${infer P}/${infer Rest}`
  ? { [K in P | keyof Params<`/${Rest}`>]: string }
  : U extends `${string}:${infer P}`
    ? { [K in P]: string }
    : { [K in never]: string }

type Common = {
  /** What is done here, in words, kept with every visit: 'record a contact attempt'. */
  action: string
  roles: Roles
}

export type ScreenSpec<U extends string, F extends AnyForm> = Common & {
  form?: F
  /** What the form starts with, such as stored values. */
  start?: (ctx: Ctx, params: Params<U>) => Promise<Partial<ValuesOf<F>>> | Partial<ValuesOf<F>>
  show: (
    ctx: Ctx,
    params: Params<U>,
    form: F extends Form<infer X> ? Filled<X> : never,
  ) => Promise<Answer> | Answer
  save?: (ctx: Ctx, params: Params<U>, values: ValuesOf<F>) => Promise<Answer> | Answer
  /** What is sent only asks (a search by name, which stands in no address): nothing can be changed by it. */
  asks?: true
  /** What is typed is kept while it is typed, and comes back to its writer until it is saved. For forms that add something. */
  draft?: true
  /** `start` is what is stored, and `save` writes over it: what somebody else saved meanwhile is not written over. */
  stored?: true
}

export type Screen = Common & {
  kind: 'screen'
  url: string
  form?: AnyForm
  start?: (ctx: Ctx, params: Record<string, string>) => Promise<object> | object
  show: (ctx: Ctx, params: Record<string, string>, form: never) => Promise<Answer> | Answer
  save?: (ctx: Ctx, params: Record<string, string>, values: never) => Promise<Answer> | Answer
  asks?: true
  draft?: true
  stored?: true
}

/** One URL: `show`, and for a form also `save`. Names its action and its roles. */
export function screen<const U extends string, F extends AnyForm = Form<{}>>(
  url: U,
  spec: ScreenSpec<U, F>,
): Screen {
  return { kind: 'screen', url, ...spec } as unknown as Screen
}

/** What a plain route may use: who came, and the way to act as them. */
export type RouteTools = {
  /** Undefined only where `roles` is 'anyone'. */
  actor: Actor | undefined
  visit: Visit
  /** Acts as whoever came. Throws NotAllowed when nobody is signed in. */
  act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** The page in the layout of this request. */
  render: (
    page: Page,
    options?: { status?: number; errors?: Record<string, string>; fields?: AnyForm['fields'] },
  ) => Response
  goTo: (url: string, said?: string) => Response
  /** The form that was sent, its token checked. */
  body: () => Promise<Record<string, string | string[]>>
  /**
   * What this member sent to this address when their session was over or another one, by field, for the page to show again.
   * It is forgotten once it is sent.
   */
  unsent: () => Promise<Body | undefined>
  /** Whether a form token that was read from a stream is ours: for uploads, which `body` would hold in memory. */
  isOurs: (token: unknown) => boolean
}

export type Route = Common & {
  kind: 'route'
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  /** 'session' (a person; CSRF checked by `body()`), or 'key' (a program with a key of its own: the route checks it). */
  signIn?: 'session' | 'key'
  /** Of a form: what is sent when the session was over meanwhile is kept for `unsent` of the same address. Never for a form with a secret in it. */
  keeps?: true
  handle: (c: Context, tools: RouteTools) => Promise<Response> | Response
}

/** A download, an upload or JSON: a plain Hono handler that still names its action and roles. */
export const route = (spec: Omit<Route, 'kind'>): Route => ({ kind: 'route', ...spec })
