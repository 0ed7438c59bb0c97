import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { PossibleBand } from '../duplicates/possible-duplicate.ts'

export type WaitingReview = {
  link_review_id: string
  person_id: string
  other_person_id: string
  name: string
  other_name: string
  born: string | null
  other_born: string | null
  band: PossibleBand
  reasons: string[]
  sensitive: boolean
  score: number
}

const PAGE = 25

/** Pairs that wait for somebody to decide, surest first, a page at a time from after a pair. */
export async function waitingReviews(
  ctx: Ctx,
  after?: string,
): Promise<{ rows: WaitingReview[]; next: string | undefined }> {
  const { rows } = await sql<WaitingReview>`
    select r.link_review_id, r.person_id, r.other_person_id, r.band, r.reasons, r.score,
      coalesce(a.pseudonym, trim(a.forename || ' ' || a.surname)) as name, coalesce(b.pseudonym, trim(b.forename || ' ' || b.surname)) as other_name,
      a.date_of_birth as born, b.date_of_birth as other_born, a.sensitive or b.sensitive as sensitive
    from (select * from people.link_review where decided_at is null
      ${after ? sql`and (score, link_review_id) < (select score, link_review_id from people.link_review where link_review_id = ${after})` : sql``}
      order by score desc, link_review_id desc limit ${PAGE + 1}) r
    join people.person a on a.area_id = r.area_id and a.person_id = r.person_id
    join people.person b on b.area_id = r.area_id and b.person_id = r.other_person_id
    order by r.score desc, r.link_review_id desc`.execute(ctx.db)
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.link_review_id : undefined }
}

export type Batch = {
  link_batch_id: string
  team: string
  records: number
  links: number
  reviews: number
  link_threshold: number
  estimated_error: number
  made_at: Date
  made_by: string | null
  undone_at: Date | null
  undone_because: string | null
}

/** Bulk comparisons of the actor's teams, newest first. */
export async function batches(ctx: Ctx, link_batch_id?: string): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select b.link_batch_id, t.name as team, b.records, b.links, b.reviews, b.link_threshold, b.estimated_error, b.made_at, m.name as made_by,
      b.undone_at, b.undone_because
    from people.link_batch b
    join access.team t on t.area_id = b.area_id and t.team_id = b.held_by
    left join access.member m on m.area_id = b.area_id and m.member_id = b.made_by
    ${link_batch_id ? sql`where b.link_batch_id = ${link_batch_id}` : sql``}
    order by b.made_at desc limit 50`.execute(ctx.db)
  return rows
}
