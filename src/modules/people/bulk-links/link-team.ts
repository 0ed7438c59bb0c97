import { sql } from 'kysely'
import { type Ctx, newId } from '#platform/act.ts'
import { type FoundPerson, readKeyFacts } from '../keys/key-facts.ts'
import { asRecord } from '../keys/person-keys.ts'
import { NOBODY_TOLD, type Thresholds, type Told } from '../matching/index.ts'
import { compareAll, type ComparedPair, expectedError, plainBand } from './compare-all.ts'
import { matchNewcomers } from '../newcomers/match-newcomers.ts'
import { thresholdsOf } from './thresholds.ts'

export type LinkedTeam = {
  link_batch_id: string
  records: number
  links: number
  reviews: number
  estimated_error: number
}

const AT_ONCE = 5000

/**
 * Compares everything one team holds: links what is sure, and puts in the review queue what is not, what may be twins, and what
 * concerns a sensitive record, which is never linked by itself. What was decided before, either way, is left as it is. One batch,
 * undone as one. `only_new`: compares those alone who came since the last comparison that stands, with everybody: as much work as they are.
 */
export async function linkTeam(
  ctx: Ctx,
  held_by: string,
  { only_new = false, told = NOBODY_TOLD }: { only_new?: boolean; told?: Told } = {},
): Promise<LinkedTeam> {
  const thresholds = await thresholdsOf(ctx)
  const since = only_new ? await lastCompared(ctx, held_by) : undefined
  const people = await allOf(ctx, held_by, since, told)
  const pairs = since
    ? await pairsOfNew(ctx, held_by, people, thresholds)
    : (await compareAll(people.map(asRecord), thresholds, told)).map((pair) => inOrder(pair, people))
  const settled = await settledPairs(ctx, held_by)
  const open = pairs.filter((pair) => !settled.has(`${pair.person_id} ${pair.other_person_id}`))
  const links = open.filter((pair) => pair.sure && !pair.sensitive)
  const reviews = open.filter((pair) => !pair.sure || pair.sensitive)
  const estimated_error = expectedError(links)
  const batch = {
    link_batch_id: newId(),
    records: people.length,
    links: links.length,
    reviews: reviews.length,
    estimated_error,
  }
  await ctx.db
    .insertInto('people.link_batch')
    .values({ ...batch, held_by, link_threshold: thresholds.link, review_threshold: thresholds.review })
    .execute()
  await writeLinks(ctx, held_by, batch.link_batch_id, links)
  await writeReviews(ctx, held_by, batch.link_batch_id, reviews)
  return batch
}

type Pair = Omit<ComparedPair, 'left' | 'right'> & {
  person_id: string
  other_person_id: string
  sensitive: boolean
}

function inOrder({ left, right, ...pair }: ComparedPair, people: readonly FoundPerson[]): Pair {
  const [one, other] = [people[left]!, people[right]!]
  const [person_id, other_person_id] = [one.person_id, other.person_id].toSorted() as [string, string]
  return { ...pair, person_id, other_person_id, sensitive: one.sensitive || other.sensitive }
}

/** Pairs of newcomers and everybody the team holds, each once. */
async function pairsOfNew(
  ctx: Ctx,
  held_by: string,
  people: readonly FoundPerson[],
  thresholds: Thresholds,
): Promise<Pair[]> {
  const { count } = await ctx.db
    .selectFrom('people.person')
    .select((they) => they.fn.countAll<number>().as('count'))
    .where('held_by', '=', held_by)
    .executeTakeFirstOrThrow()
  const newcomers = people.map((one) => ({ person_id: one.person_id, record: asRecord(one) }))
  const found = await matchNewcomers(ctx, held_by, newcomers, { others: count, thresholds })
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.person where sensitive and person_id = any (${found.flatMap((pair) => [pair.person_id, pair.other_person_id])}::uuid[])`.execute(
    ctx.db,
  )
  const sensitive = new Set(rows.map((row) => row.person_id))
  const pairs = new Map<string, Pair>()
  for (const { person_id: one, other_person_id: other, sure, odds, reasons } of found) {
    const [person_id, other_person_id] = [one, other].toSorted() as [string, string]
    const band = plainBand(odds, thresholds, sure)
    pairs.set(`${person_id} ${other_person_id}`, {
      person_id,
      other_person_id,
      sure,
      band,
      reasons,
      score: odds,
      sensitive: sensitive.has(one) || sensitive.has(other),
    })
  }
  return [...pairs.values()]
}

/** When everything this team held was last compared, by a comparison that was not undone. */
const lastCompared = async (ctx: Ctx, held_by: string): Promise<Date | undefined> =>
  (
    await ctx.db
      .selectFrom('people.link_batch')
      .select('made_at')
      .where('held_by', '=', held_by)
      .where('undone_at', 'is', null)
      .orderBy('made_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.made_at

async function allOf(ctx: Ctx, held_by: string, since: Date | undefined, told: Told): Promise<FoundPerson[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.person where held_by = ${held_by} and recorded_at > ${since ?? new Date(0)} order by person_id`.execute(
    ctx.db,
  )
  const people: FoundPerson[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    told.read(from, rows.length)
    people.push(
      ...(await readKeyFacts(
        ctx,
        rows.slice(from, from + AT_ONCE).map((row) => row.person_id),
      )),
    )
  }
  return people.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1))
}

/** Pairs that somebody has decided about, that are linked, or that wait in the queue already. */
async function settledPairs(ctx: Ctx, held_by: string): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    select person_id || ' ' || other_person_id as pair from people.link_decision where held_by = ${held_by}
    union select person_id || ' ' || other_person_id from people.link where held_by = ${held_by} and unlinked_at is null
    union select person_id || ' ' || other_person_id from people.link_review where held_by = ${held_by} and decided_at is null`.execute(
    ctx.db,
  )
  return new Set(rows.map((row) => row.pair))
}

async function writeLinks(
  ctx: Ctx,
  held_by: string,
  batch_id: string,
  links: readonly Pair[],
): Promise<void> {
  if (links.length === 0) return
  const rows = JSON.stringify(links.map((link) => ({ ...link, held_by, batch_id })))
  await sql`insert into people.link (held_by, person_id, other_person_id, batch_id)
    select held_by, person_id, other_person_id, batch_id
    from json_to_recordset(${rows}::json) as r (held_by uuid, person_id uuid, other_person_id uuid, batch_id uuid)`.execute(
    ctx.db,
  )
  await sql`insert into people.link_decision (held_by, person_id, other_person_id, decision, because, band, reasons, score, batch_id)
    select held_by, person_id, other_person_id, 'same', 'Compared in bulk', band, reasons, score, batch_id
    from json_to_recordset(${rows}::json) as r (held_by uuid, person_id uuid, other_person_id uuid, band text, reasons text[], score real, batch_id uuid)`.execute(
    ctx.db,
  )
}

async function writeReviews(
  ctx: Ctx,
  held_by: string,
  link_batch_id: string,
  reviews: readonly Pair[],
): Promise<void> {
  if (reviews.length === 0) return
  await sql`insert into people.link_review (held_by, link_batch_id, person_id, other_person_id, band, reasons, score)
    select * from json_to_recordset(${JSON.stringify(reviews.map((review) => ({ ...review, held_by, link_batch_id })))}::json)
      as r (held_by uuid, link_batch_id uuid, person_id uuid, other_person_id uuid, band text, reasons text[], score real)`.execute(
    ctx.db,
  )
}
