import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { sha256 } from '#access'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import type { Document } from '#platform/documents/document.ts'
import { found, refuse } from '#platform/errors.ts'
import { getPaper, type Paper } from '../drafts/queries.ts'
import { type Item, itemsOfPapers, getMeeting, type Meeting, publishedAgenda } from '../meetings/queries.ts'
import { leaksOfEarlier, redactedWordsIn } from '../redactions/find-leaks.ts'
import { redactDocument, type Taken, takenOut } from '../redactions/redact-document.ts'

export type KeptRedaction = Selectable<DB['papers.redaction']> & { made_by_name: string }
export type Publication = Selectable<DB['papers.publication']>
export type Version = Selectable<DB['papers.publication_version']>

/** Where a publication is read by the public. */
export const publicAddress = (area_code: string, address: string, version?: number): string =>
  `/published/${area_code}/papers/${address}${version === undefined ? '' : `/versions/${version}`}`

/** What is taken out of a paper's public version, in the order of the paper. */
export const listRedactions = (ctx: Ctx, paper_id: string): Promise<KeptRedaction[]> =>
  ctx.db
    .selectFrom('papers.redaction as r')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'r.area_id').onRef('m.member_id', '=', 'r.made_by'),
    )
    .selectAll('r')
    .select('m.name as made_by_name')
    .where('r.paper_id', '=', paper_id)
    .where('r.lifted_at', 'is', null)
    .orderBy('r.block')
    .orderBy('r.redaction_id')
    .execute()

/** The paper and those it corrects, this one first: what is published at one address. */
export async function chainOf(ctx: Ctx, paper_id: string): Promise<string[]> {
  const { rows } = await sql<{ paper_id: string }>`
    with recursive chain as (
      select ${paper_id}::uuid as paper_id, 0 as depth
      union all select c.corrects, chain.depth + 1 from papers.correction c join chain on chain.paper_id = c.paper_id where chain.depth < 100)
    select paper_id from chain order by depth`.execute(ctx.db)
  return rows.map((row) => row.paper_id)
}

/** Where these papers are published, with the versions, the latest first. */
export async function publicationOf(
  ctx: Ctx,
  paper_ids: readonly string[],
): Promise<{ publication: Publication; versions: Version[] } | undefined> {
  const one = await ctx.db
    .selectFrom('papers.publication_version')
    .select('publication_id')
    .where('paper_id', 'in', paper_ids)
    .executeTakeFirst()
  if (!one) return undefined
  const publication = await ctx.db
    .selectFrom('papers.publication')
    .selectAll()
    .where('publication_id', '=', one.publication_id)
    .executeTakeFirstOrThrow()
  const versions = await ctx.db
    .selectFrom('papers.publication_version')
    .selectAll()
    .where('publication_id', '=', one.publication_id)
    .orderBy('version', 'desc')
    .execute()
  return { publication, versions }
}

export type ToPublish = {
  paper: Paper & { signed_at: Date | null }
  signed: Document
  redactions: KeptRedaction[]
  chain: string[]
  published: { publication: Publication; versions: Version[] } | undefined
  /** The item it stands on, or stood on when the first of its chain was published. */
  item: (Item & { meeting: Meeting }) | undefined
  address: string | undefined
  document: Document
  /** What the public reads of the redactions. */
  taken: Taken[]
  /** The papers that this one corrects, as they were signed off, with what is taken out of each. */
  earlier: { signed: Document; redactions: KeptRedaction[] }[]
  /** The number that it would be published by. */
  version: number
  /** Versions that stand and print what is taken out now. */
  still_printing: number[]
  /** What the public reads of its meeting, as text. */
  agenda: string
  /** A mark of what would be published: another as soon as anything of it is. */
  mark: string
}

/** The document of a paper as it was signed off; undefined while it is not. */
async function signedDocument(ctx: Ctx, paper_id: string): Promise<Document | undefined> {
  const signed = await ctx.db
    .selectFrom('papers.sign_off')
    .select('document')
    .where('paper_id', '=', paper_id)
    .executeTakeFirst()
  const document = signed?.document as Document | undefined
  return document && { ...document, as_at: new Date(document.as_at) }
}

/** The versions that stand, the latest first. */
export const standingOf = (published: ToPublish['published']): Version[] =>
  published?.versions.filter(({ withdrawn_at }) => !withdrawn_at) ?? []

/** Where words stand that say what is taken out of a signed paper, by how its place is cited; undefined where they say nothing of it. */
export async function redactedIn(ctx: Ctx, paper_id: string, words: string): Promise<string | undefined> {
  const signed = await signedDocument(ctx, paper_id)
  const [told] = signed ? redactedWordsIn(signed, await listRedactions(ctx, paper_id), words) : []
  return told?.redaction.place
}

/** Refuses words that the public reads beside a paper, such as a reason, where they say what is taken out of it. */
export function insistUntold(
  { signed, redactions, earlier }: Pick<ToPublish, 'signed' | 'redactions' | 'earlier'>,
  field: string,
  words: string,
): void {
  const [told] = [{ signed, redactions }, ...earlier].flatMap((one) =>
    redactedWordsIn(one.signed, one.redactions, words),
  )
  if (told)
    refuse(
      field,
      `The public reads this, and it says what is redacted at ${told.redaction.place}: say it otherwise`,
    )
}

/** As text, whatever order PostgreSQL keeps the keys of JSON in. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(JSON.parse(JSON.stringify(value)), (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** All that publishing a paper needs, with its public version as it would be now. Refuses one that is not signed off. */
export async function toPublish(ctx: Ctx, paper_id: string): Promise<ToPublish> {
  const paper = await getPaper(ctx, paper_id)
  if (!paper.signed_at) refuse('', 'This paper is not signed off yet.')
  const signed = found(await signedDocument(ctx, paper_id))
  const chain = await chainOf(ctx, paper_id)
  const published = await publicationOf(ctx, chain)
  const [on] = await itemsOfPapers(ctx, chain)
  const item = on && { ...on, meeting: await getMeeting(ctx, on.meeting_id) }
  const address =
    published?.publication.address ??
    (item && (await freeAddress(ctx, `${item.meeting.meets_on}-${item.meeting.code}-${item.number}`)))
  const redactions = await listRedactions(ctx, paper_id)
  const earlier: ToPublish['earlier'] = []
  for (const one of chain.slice(1))
    earlier.push({
      signed: found(await signedDocument(ctx, one)),
      redactions: await listRedactions(ctx, one),
    })
  const document = redactDocument(signed, redactions, publicAddress(ctx.actor.area_code, address ?? 'paper'))
  const taken = takenOut(document, redactions)
  const still_printing = standingOf(published)
    .filter(
      (one) =>
        leaksOfEarlier(signed, one.document as Document, redactions, one.redactions as Taken[]).length > 0,
    )
    .map(({ version }) => version)
  const version = (published?.versions[0]?.version ?? 0) + 1
  return {
    paper,
    signed,
    redactions,
    chain,
    published,
    item,
    address,
    document,
    taken,
    earlier,
    version,
    still_printing,
    agenda: item ? await publishedAgenda(ctx, item.meeting_id) : '',
    mark: sha256(inOrder([document, taken, version, still_printing])).toString('base64url'),
  }
}

/** An address stays with what was published there first: what comes to the same item later has a number behind it. */
async function freeAddress(ctx: Ctx, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const address = n === 1 ? wanted : `${wanted}-${n}`
    const there = await ctx.db
      .selectFrom('papers.publication')
      .select('publication_id')
      .where('address', '=', address)
      .executeTakeFirst()
    if (!there) return address
  }
}
