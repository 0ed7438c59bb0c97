import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** Something that followers are told of once: that it was published, or that it was withdrawn. */
export type Thing = {
  thing_id: string
  what: 'published' | 'withdrawn'
  happened_at: Date
  /** The codes that it is followed by (listSeries). */
  of: string[]
  /** Its public page, within this site. */
  address: string
  /** The kind of letter, for whoever looks after the service. */
  about: string
  subject: string
  text: string
}

/** Nobody is told of what happened longer ago: the service was down, and the news is old. */
export const recently = (ctx: Ctx, moment: RawBuilder<unknown>) =>
  sql`${moment} > ${ctx.now}::timestamptz - interval '7 days'`

export const notToldOf = (thing_id: RawBuilder<unknown>, what: Thing['what']) =>
  sql`not exists (select 1 from public_site.telling t where t.area_id = access.area_id() and t.thing_id = ${thing_id} and t.what = ${what})`

/** 'Version 2', 'Versions 1 and 2', 'Versions 1, 2 and 3'. */
export const inARow = (versions: readonly number[]): string =>
  versions.length === 1
    ? `Version ${versions[0]}`
    : `Versions ${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`
