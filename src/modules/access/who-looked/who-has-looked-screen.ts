import type { Ctx } from '#platform/act.ts'
import type { Content } from '#platform/design-system/index.ts'
import { screen, type Params, type Screen } from '#platform/http/screen.ts'
import { whoHasLookedPage } from './looks.page.ts'
import { AUDIT_READERS, whoHasLooked } from './queries.ts'
import { whatChanged } from './what-changed.ts'

/** What a module says of a record that somebody asks about. */
export type LookedAt = {
  /** The record and those that belong to it, all read in this act. */
  record_ids: readonly string[]
  heading: Content
  back: string
  /** The records as they are now, by id, so that the latest change of each can be told in full. */
  now?: Record<string, Record<string, unknown>>
}

/**
 * The page "who has looked at this record" for a module's own record: `whoHasLookedScreen('/cases/:case_id/who-has-looked', read)`, where
 * `read` reads the record as any other page does, so that it throws NotFound when the asker may not see it. For team managers and data
 * protection officers.
 */
export const whoHasLookedScreen = <const U extends string>(
  url: U,
  read: (ctx: Ctx, params: Params<U>) => Promise<LookedAt>,
): Screen =>
  screen(url, {
    action: 'see who has looked at a record',
    roles: AUDIT_READERS,
    show: async (ctx, params) => {
      const record = await read(ctx, params)
      const { heading, back, now, record_ids } = record
      const looks = await whoHasLooked(ctx, record_ids)
      const changes = await whatChanged(ctx, record_ids)
      return whoHasLookedPage({ heading, back, looks, changes, ...(now ? { now } : {}) })
    },
  })
