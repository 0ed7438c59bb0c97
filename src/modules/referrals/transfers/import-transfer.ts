import { sql } from 'kysely'
import { type Act, type Actor, type Ctx, newId } from '#platform/act.ts'
import { staySmall } from '#platform/memory/stay-small.ts'
import type { IntakeResult } from '#reference'
import { makeDecide } from './decide-result.ts'
import { readFileName } from '../mapping-profiles/file-day.ts'
import { readIntakeRules } from './intake-rules.ts'
import { knowFile } from './know-file.ts'
import { landRows } from '../landing/land-rows.ts'
import { type OpenedTransfer, prepareRows } from '../landing/landing.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import { openTransfer, type TransferRow } from '../mapping-profiles/read-rows.ts'

/** A file that came. `open` starts reading it from its first byte each time it is called. */
export type ArrivedFile = {
  file_name: string
  bytes: number
  came_by: 'command-line' | 'upload' | 'program'
  open: () => AsyncIterable<Uint8Array>
  /** What it is known by, where somebody has asked `knowFile` already. */
  known_by?: string
}

export type ImportedTransfer = {
  transfer_id: string
  file: string
  /** `already-read`: the same file came before and nothing was changed. `resumed`: it had been stopped half-way. */
  state: 'read' | 'resumed' | 'already-read'
  /** A file of this name came before with other content. */
  other_content: boolean
  /** The file is not called as the profile says. */
  unusual_name: boolean
  sent_on: string
  rows: number
  blank_lines: number
  skipped_lines: number
  results: Partial<Record<IntakeResult, number>>
}

export type ImportOptions = {
  act: Act
  actor: Actor
  /** The team that referrals come to. */
  held_by: string
  profile: MappingProfile
  /** Rows in one transaction: fewer where pages are served by the same process. */
  at_once?: number
  /** Hears how many bytes have been read. */
  tell?: (bytes: number) => void
}

/** Bytes of a file whose rows wait to be kept, however few they are: memory holds twice as many, and what is made of them. */
const MOST_BYTES = 2 * 1024 * 1024

/**
 * Reads one file of a sender and keeps every row of it with its one result, some thousand rows a transaction. Stopped at any moment and
 * run again, it goes on after the last row kept; run again when it was finished, it changes nothing. Throws a sentence when the
 * file as a whole does not fit the profile: then nothing of it is kept.
 */
export async function importTransfer(file: ArrivedFile, options: ImportOptions): Promise<ImportedTransfer> {
  const { act, profile } = options
  // The policy is asked about every row that is kept, and takes the longer the more teams it must read: one is enough here.
  const actor = {
    ...options.actor,
    team_ids: options.actor.team_ids.filter((team) => team === options.held_by),
  }
  const visit = () => ({ visit_id: newId(), query: {} })
  const known_by = file.known_by ?? (await knowFile(file, profile))
  const { fits, sent_on } = readFileName(profile.file_name, file.file_name)
  let read_bytes = 0
  const counted = async function* () {
    for await (const piece of file.open()) {
      // Not for a file of one piece, which a process that serves pages may read.
      if (read_bytes > 0) staySmall()
      read_bytes += piece.length
      yield piece
    }
  }
  const table = await openTransfer(counted(), profile)
  const { begun, rules } = await act(actor, visit(), async (ctx) => {
    const begun = await beginTransfer(ctx, file, known_by, sent_on, options)
    if (begun.came_before && !begun.finished) await beginAgain(ctx, begun.transfer_id)
    return { begun, rules: await readIntakeRules(ctx, profile) }
  })
  const { transfer_id } = begun
  const transfer = { ...begun, headings: table.headings }
  let told: Told
  if (begun.finished) {
    await table.close()
    told = await act(actor, visit(), (ctx) => tellTransfer(ctx, transfer_id))
  } else {
    const decide = makeDecide(rules)
    const at_once = options.at_once ?? 1000
    const waiting: TransferRow[] = []
    let taken_bytes = 0
    let kept_bytes = 0
    const next = () => prepareRows(transfer, waiting.splice(0), decide)
    // While some rows are kept, the next are read.
    let keeping: Promise<unknown> = Promise.resolve()
    for await (const rows of table.batches)
      for (const row of rows) {
        waiting.push(row)
        if (waiting.length < at_once && read_bytes - taken_bytes < MOST_BYTES) continue
        taken_bytes = read_bytes
        const prepared = next()
        await keeping
        options.tell?.(kept_bytes)
        staySmall()
        const read = (kept_bytes = read_bytes)
        keeping = act(actor, visit(), (ctx) => landRows(ctx, transfer, prepared, decide, read))
        keeping.catch(() => {}) // told to whoever awaits it, with the rows that come next
      }
    const prepared = next()
    await keeping
    // The last rows and the end in one transaction, which is all that most files of a program have.
    told = await act(actor, visit(), async (ctx) => {
      await landRows(ctx, transfer, prepared, decide, read_bytes)
      await finishTransfer(ctx, transfer_id, table.passedOver())
      return tellTransfer(ctx, transfer_id)
    })
    options.tell?.(read_bytes)
  }
  return {
    ...told,
    file: file.file_name,
    state: begun.finished ? 'already-read' : begun.rows_read > 0 ? 'resumed' : 'read',
    unusual_name: !fits,
  }
}

type Begun = OpenedTransfer & { finished: boolean; rows_read: number; came_before: boolean }

/** The transfer of this file: made now, or the one that it was when it came before. */
export async function beginTransfer(
  ctx: Ctx,
  file: ArrivedFile,
  known_by: string,
  day: string | null,
  { held_by, profile }: Pick<ImportOptions, 'held_by' | 'profile'>,
): Promise<Begun> {
  const sender = profile.sender ?? profile.profile
  const sent_on = day !== null && day < ctx.today ? day : ctx.today
  const { numAffectedRows } = await sql`
    insert into referrals.transfer (held_by, profile, sender, came_by, file_name, content_hash, bytes, sent_on, other_content)
    select ${held_by}::uuid, ${profile.profile}, ${sender}, ${file.came_by}, ${file.file_name}, ${known_by}, ${file.bytes}::bigint, ${sent_on}::date,
      exists (select from referrals.transfer where held_by = ${held_by}::uuid and sender = ${sender} and file_name = ${file.file_name}
        and content_hash <> ${known_by})
    on conflict (area_id, held_by, sender, content_hash) do nothing`.execute(ctx.db)
  const { rows } = await sql<Omit<Begun, 'headings' | 'sender' | 'source' | 'held_by' | 'came_before'>>`
    select transfer_id, file_name, sent_on, rows_read, finished_at is not null as finished,
      (select t.team_id from access.organisation o join access.team t on t.area_id = o.area_id and t.organisation_id = o.organisation_id
        where o.kind = 'force' and (lower(o.name) = lower(${sender}) or o.code = ${profile.profile}) order by t.team_id limit 1) as sender_team_id
    from referrals.transfer where held_by = ${held_by}::uuid and sender = ${sender} and content_hash = ${known_by}`.execute(
    ctx.db,
  )
  const came_before = numAffectedRows === 0n
  return { ...rows[0]!, came_before, held_by, sender, source: profile.source, headings: null }
}

/** From here on its rate is counted, and the time that is left. */
async function beginAgain(ctx: Ctx, transfer_id: string) {
  await sql`update referrals.transfer set reading_since = now(), rows_before = rows_read, stopped_because = null
    where transfer_id = ${transfer_id} and finished_at is null`.execute(ctx.db)
}

/** The end of a file, and whether every row of it has a result: counted from the rows themselves, this once. */
async function finishTransfer(
  ctx: Ctx,
  transfer_id: string,
  passed: { blank_lines: number; skipped_lines: number },
) {
  const rows = sql`referrals.referral r where r.area_id = ${ctx.actor.area_id} and r.transfer_id = ${transfer_id}`
  await sql`update referrals.transfer t set finished_at = now(), blank_lines = ${passed.blank_lines}, skipped_lines = ${passed.skipped_lines},
      rows_kept = (select count(distinct r.row_number) from ${rows}),
      missing_rows = array(select n from generate_series(1, t.rows_read) n where not exists (select from ${rows} and r.row_number = n) order by n limit 20)
    where transfer_id = ${transfer_id} and finished_at is null`.execute(ctx.db)
}

type Told = Omit<ImportedTransfer, 'file' | 'state' | 'unusual_name'>

async function tellTransfer(ctx: Ctx, transfer_id: string): Promise<Told> {
  const { rows } = await sql<Told>`
    select t.transfer_id, t.other_content, t.sent_on, t.rows_read as rows, t.blank_lines, t.skipped_lines,
      coalesce((select json_object_agg(result, n) from (select c.result, sum(c.n)::int as n from referrals.transfer_count c
        where c.area_id = t.area_id and c.transfer_id = t.transfer_id group by c.result having sum(c.n) > 0) by_result), '{}') as results
    from referrals.transfer t where t.transfer_id = ${transfer_id}`.execute(ctx.db)
  return rows[0]!
}
