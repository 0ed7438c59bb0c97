import { sql } from 'kysely'
import { publicAddress } from '#papers'
import type { Ctx } from '#platform/act.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueMail, type Mail } from '#platform/mail/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { type FollowOptions, openAddress, stopAddress } from './follow.ts'
import { forgetAskings } from './may-write.ts'

type Thing = {
  thing_id: string
  held_by: string
  happened_at: Date
  address: string
  title: string
  meeting: string
  met_on: string
  series: string | null
  /** A version with this number, or a restated figure. */
  version: number | null
  because: string | null
  figure: string | null
  was: string | null
  is_now: string | null
}

/**
 * Writes to everyone who follows of what was published since the last look: each paper, version and restatement once, and only to who followed
 * when it happened, this kind of paper or its meeting. Returns how many messages were queued.
 */
export async function tellFollowers(ctx: Ctx, options: FollowOptions): Promise<number> {
  const { rows: things } = await sql<Thing>`
    select v.publication_version_id as thing_id, v.held_by, v.published_at as happened_at, p.address, p.title, p.meeting, p.met_on, p.series, v.version, v.because,
      null as figure, null as was, null as is_now
    from papers.publication_version v join papers.publication p on p.area_id = v.area_id and p.publication_id = v.publication_id
    where p.withdrawn_at is null and v.withdrawn_at is null and v.published_at > ${ctx.now}::timestamptz - interval '7 days'
      and not exists (select 1 from public_site.telling t where t.area_id = v.area_id and t.thing_id = v.publication_version_id)
    union all
    select r.restatement_id, r.held_by, r.told_at, p.address, p.title, p.meeting, p.met_on, p.series, null, r.because, r.name, r.was, r.is_now
    from papers.restatement r join papers.publication p on p.area_id = r.area_id and p.publication_id = r.publication_id
    where p.withdrawn_at is null and r.told_at > ${ctx.now}::timestamptz - interval '7 days'
      and not exists (select 1 from public_site.telling t where t.area_id = r.area_id and t.thing_id = r.restatement_id)
    order by happened_at`.execute(ctx.db)
  let queued = 0
  for (const thing of things) {
    const followers = await ctx.db
      .selectFrom('public_site.follower')
      .select(['follower_id', 'address_sealed'])
      .where('held_by', '=', thing.held_by)
      .where('confirmed_at', '<=', thing.happened_at)
      .where(followsIt(thing))
      .execute()
    await queueMail(
      ctx,
      ...followers.map(({ follower_id, address_sealed }): Mail => {
        const stop_url = stopAddress(options, ctx.actor.area_code, follower_id)
        return {
          about: thing.figure ? 'a restated figure' : 'a published paper',
          once: `told:${thing.thing_id}:${follower_id}`,
          for_id: follower_id,
          to: openAddress(options.secret, address_sealed),
          stop_url,
          subject: subjectOf(thing),
          text: `${sentenceOf(thing)}\n\n${options.origin}${publicAddress(ctx.actor.area_code, thing.address)}\n\nTo stop this e-mail, open this page and press the button. Your address is deleted:\n\n${stop_url}\n`,
        }
      }),
    )
    await ctx.db
      .insertInto('public_site.telling')
      .values({ thing_id: thing.thing_id, told: followers.length, told_at: ctx.now })
      .execute()
    queued += followers.length
  }
  return queued
}

/** Everything, or this kind of paper or this meeting among what is followed. */
const followsIt = ({ series, meeting }: Thing) =>
  sql<boolean>`(follows is null or follows && array['kind:' || ${series}::text, 'meeting:' || ${meeting}::text])`

const subjectOf = ({ version, figure, title }: Thing) =>
  figure
    ? `A figure has changed: ${title}`
    : version === 1
      ? `Published: ${title}`
      : `Version ${version}: ${title}`

function sentenceOf({ title, meeting, met_on, version, because, figure, was, is_now }: Thing): string {
  const paper = `"${title}" (${meeting}, ${dayInWords(met_on)})`
  if (figure)
    return `A figure of ${paper} has changed.\n\n${figure} was ${was} and is ${is_now}. ${because ?? ''}`.trim()
  return version === 1
    ? `${paper} has been published.`
    : `Version ${version} of ${paper} has been published.\n\n${because ?? ''}`.trim()
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
