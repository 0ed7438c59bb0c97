import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueMail, type Mail } from '#platform/mail/index.ts'
import { type FollowOptions, openAddress, stopAddress } from '../following/follow.ts'
import { forgetAskings } from '../following/may-write.ts'
import { listPaperThings } from './papers-published.ts'
import { listTablesThings } from './tables-published.ts'

/**
 * Writes to everyone who follows of what was published, restated or withdrawn since the last look: each once, and only to who followed it when it
 * happened. Returns how many messages were queued.
 */
export async function tellFollowers(ctx: Ctx, options: FollowOptions): Promise<number> {
  const things = [...(await listPaperThings(ctx)), ...(await listTablesThings(ctx))].toSorted(
    (one, other) => one.happened_at.getTime() - other.happened_at.getTime(),
  )
  let queued = 0
  for (const thing of things) {
    const followers = await ctx.db
      .selectFrom('public_site.follower')
      .select(['follower_id', 'address_sealed'])
      .where('confirmed_at', '<=', thing.happened_at)
      .where(sql<boolean>`(follows is null or follows && ${thing.of}::text[])`)
      .execute()
    await queueMail(
      ctx,
      ...followers.map(({ follower_id, address_sealed }): Mail => {
        const stop_url = stopAddress(options, ctx.actor.area_code, follower_id)
        return {
          about: thing.about,
          once: `${thing.what}:${thing.thing_id}:${follower_id}`,
          for_id: follower_id,
          to: openAddress(options.secret, address_sealed),
          stop_url,
          subject: thing.subject,
          text: `${thing.text}\n\n${options.origin}${thing.address}\n\nTo stop this e-mail, open this page and press the button. Your address is deleted:\n\n${stop_url}\n`,
        }
      }),
    )
    await ctx.db
      .insertInto('public_site.telling')
      .values({ thing_id: thing.thing_id, what: thing.what, told: followers.length, told_at: ctx.now })
      .execute()
    queued += followers.length
  }
  return queued
}

/** Deletes addresses that nobody confirmed within 7 days, and askings as old. */
export async function forgetUnconfirmed(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('public_site.follower')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', new Date(ctx.now.getTime() - 7 * 24 * 3_600_000))
    .execute()
  await forgetAskings(ctx)
}

/** As each area's own actor: it works with what the office holds. */
export const followingJobs = (options: FollowOptions): Job[] => [
  {
    name: 'public-site.tell-followers',
    timetable: '* * * * *',
    run: async (ctx) => void (await tellFollowers(ctx, options)),
  },
  { name: 'public-site.forget-unconfirmed', timetable: '40 3 * * *', run: forgetUnconfirmed },
]
