import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { access, IDLE_MINUTES, makeOpenVisit, makeTyping, ROLES, type Role } from '#access'
import { communityPoints } from '#community-points'
import { deliveryPlan, PLAN_READERS } from '#delivery-plan'
import { earlierHarmPanel, insight } from '#insight'
import { moving } from '#moving'
import { outcomes, outcomesSlots } from '#outcomes'
import { papers } from '#papers'
import { organisations } from '#organisations'
import { people } from '#people'
import { hasRole, type Act, type Actor } from '#platform/act.ts'
import { html } from '#platform/design-system/index.ts'
import type { Pools } from '#platform/database/pools.ts'
import { makeHttp } from '#platform/http/app.ts'
import { route, type Route, type Screen } from '#platform/http/screen.ts'
import { mail, type MailOptions } from '#platform/mail/index.ts'
import type { Module } from '#platform/module.ts'
import { publicSite } from '#public-site'
import { referrals } from '#referrals'
import { restorativeJustice } from '#restorative-justice'
import {
  anySensitiveCase,
  casesPanel,
  openCaseAction,
  openCaseFromReferral,
  support,
  takenCasesPanel,
} from '#support'
import { demonstration, introduction } from './demonstration/index.ts'
import { about, FOOTER } from './about/index.ts'
import { lookedAt } from './looked-at/index.ts'
import { peopleByReference } from './people-by-reference.ts'
import { planFigures } from './plan-figures.ts'

export type AppOptions = {
  pools: Pools
  act: Act
  secret: string
  origin: string
  demonstration: boolean
  /** Proxies of ours in front (WAYMARK_PROXIES). */
  proxies?: number
  /** The way out for mail, and the folder that the demonstration keeps it in. */
  mail?: Pick<MailOptions, 'deliver' | 'outbox'>
  log: Logger
}

/** Every module, in the building order, with its slots filled: a lower page shows what a higher module adds only through these. */
export function assemble(options: AppOptions): Module[] {
  return [
    access({ ...options, signInIntroduction: introduction(options) }),
    organisations(),
    people({
      panels: [casesPanel, takenCasesPanel],
      actions: [openCaseAction],
      byReference: peopleByReference,
      sensitive: anySensitiveCase,
    }),
    communityPoints(),
    referrals({ ...options, slots: { actions: [openCaseFromReferral] } }),
    support({ ...outcomesSlots, casePanels: [earlierHarmPanel, ...outcomesSlots.casePanels] }),
    outcomes(),
    restorativeJustice(),
    deliveryPlan({ figures: planFigures, origin: options.origin }),
    moving(),
    insight(),
    papers(),
    publicSite(options),
    lookedAt(),
    about(),
    mail({ ...options, ...options.mail, keepers: PLAN_READERS }),
    demonstration(),
  ]
}

/** The whole of Waymark as one Hono app. */
export function makeApp(options: AppOptions, modules: readonly Module[] = assemble(options)): Hono {
  return makeHttp({
    ...options,
    routes: allRoutes(options, modules),
    openVisit: makeOpenVisit(options.pools),
    typing: makeTyping(options),
    signInUrl: '/sign-in',
    look: {
      service: { name: 'Waymark', url: '/' },
      navigation: (actor) => (actor ? knownPlaces(actor, modules) : []),
      signedInAs: (actor) =>
        actor && {
          name: actor.name,
          detail: detailOf(actor),
          signOutUrl: '/sign-out',
          accountUrl: '/your-sign-in',
          stay: { url: '/still-here', minutes: IDLE_MINUTES },
        },
      demonstration: (actor) =>
        (actor?.demonstration ?? options.demonstration) &&
        html`This is a demonstration: every person in it is invented.`,
      footer: FOOTER,
    },
  })
}

/** Every route there is: what the access matrix is generated from. */
export function allRoutes(options: AppOptions, modules: readonly Module[]): (Screen | Route)[] {
  return [firstPage(modules), health(options), ...modules.flatMap((m) => m.routes)]
}

/** Where this actor's day begins: the place a module claims for them, else the first that their roles open. */
const homeOf = (actor: Actor, modules: readonly Module[]): string =>
  modules.map((m) => m.home?.(actor)).find(Boolean) ?? placesOf(actor, modules)[0]?.href ?? '/your-sign-in'

const placesOf = (actor: Actor, modules: readonly Module[]) =>
  modules
    .flatMap((m) => m.navigation ?? [])
    .toSorted((a, b) => a.place - b.place)
    .filter((p) => p.roles === 'everyone' || hasRole(actor, p.roles))

// The same member comes again and again.
const known = new WeakMap<Actor, { text: string; href: string }[]>()
function knownPlaces(actor: Actor, modules: readonly Module[]) {
  const before = known.get(actor)
  if (before) return before
  const places = placesOf(actor, modules).map(({ text, href }) => ({ text, href }))
  known.set(actor, places)
  return places
}

const firstPage = (modules: readonly Module[]) =>
  route({
    method: 'GET',
    url: '/',
    action: 'open the first page',
    roles: 'anyone',
    handle: (_, { actor, goTo }) => goTo(actor ? homeOf(actor, modules) : '/sign-in'),
  })

const health = ({ pools }: AppOptions) =>
  route({
    method: 'GET',
    url: '/health',
    action: 'ask whether the service is well',
    roles: 'anyone',
    handle: async (c) => {
      const database = await pools.app.query('select 1').then(
        () => 'ok',
        () => 'out of reach',
      )
      const queue = await pools.app
        .query(
          `select count(*) filter (where state = 'failed') as failed, count(*) filter (where state in ('created', 'retry')) as waiting from jobs.job`,
        )
        .then(
          ({ rows: [row] }) => ({
            state: 'ok',
            waiting: row.waiting as number,
            failed: row.failed as number,
          }),
          () => ({ state: 'out of reach' }),
        )
      return c.json({ database, queue }, database === 'ok' && queue.state === 'ok' ? 200 : 503)
    },
  })

const detailOf = (actor: Actor) =>
  `${actor.roles.map((role) => ROLES[role as Role] ?? role).join(', ')}, ${actor.organisation_name}`
