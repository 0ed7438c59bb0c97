import type { Actor } from './act.ts'
import type { Verb } from './cli/verb.ts'
import type { Job } from './jobs/jobs.ts'
import type { Route, Screen } from './http/screen.ts'

/** What a module hands to the assembly (src/app.ts): its URLs, jobs, verbs, and its places in the navigation. */
export type Module = {
  name: string
  routes: readonly (Screen | Route)[]
  jobs?: readonly Job[]
  verbs?: readonly Verb[]
  /** Shown to the roles named, in the order of `place`. */
  navigation?: readonly { text: string; href: string; roles: readonly string[] | 'everyone'; place: number }[]
  /** Where this actor's day begins, if this module is the place for it. */
  home?: (actor: Actor) => string | undefined
}
