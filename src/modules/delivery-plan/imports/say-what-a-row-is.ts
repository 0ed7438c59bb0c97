import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import type { rowForm } from './form.ts'
import { getImport } from './keep-import.ts'
import { readable, type Row, type RowSaid, type RowsSaid } from './reading/pieces.ts'
import { type ReadDeliverable, readPlanText } from './reading/read-plan-text.ts'

export type ReadRow = {
  line: number
  /** The line as the paper has it. */
  text: string
  /** What was read from it, if it was read as a deliverable. */
  read: ReadDeliverable | undefined
  /** What it may be, where only a person can tell. */
  guess: Row | undefined
  /** What a person has said of it. */
  said: RowSaid | undefined
  /** The number that it would have: its own, or the next that is free where another has that. */
  next: number
  /** What has which number beside it, in its year and part. */
  taken: ReadonlyMap<number, string>
}

/** One line of a paper under review, and what was read from it. Throws NotFound. */
export function rowAt(review: { source_text: string; rows_said: unknown }, line: number): ReadRow {
  const text = found(review.source_text.split('\n')[line - 1], 'This line')
  const said = review.rows_said as RowsSaid
  const { deliverables, unclear } = readPlanText(review.source_text, said)
  const before = deliverables.filter((one) => one.line < line).at(-1)
  const guess = unclear.find((one) => one.line === line)?.guess
  const taken = new Map(
    deliverables
      .filter(
        (one) => one.line !== line && one.year === before?.year && one.part?.number === before?.part?.number,
      )
      .map(({ number, words }) => [number, words]),
  )
  const free = (number: number) => !taken.has(number)
  const next = [guess?.number ?? 0, (before?.number ?? 0) + 1].find((one) => one > 0 && free(one))
  return {
    line,
    text: readable(text),
    read: deliverables.find((one) => one.line === line),
    guess,
    said: said[line],
    next: next ?? Math.max(...taken.keys()) + 1,
    taken,
  }
}

/** Keeps what a person says a line is: it counts before what was read. Refuses once the paper has been kept, and a deliverable without its words. */
export async function sayWhatARowIs(
  ctx: Ctx,
  plan_import_id: string,
  line: number,
  { what, number, owners, words, status }: ValuesOf<typeof rowForm>,
): Promise<void> {
  const review = await getImport(ctx, plan_import_id)
  if (review.kept_at) refuse('', 'This paper has been kept already.')
  const { taken } = rowAt(review, line)
  if (what === 'deliverable' && number === null) refuse('number', 'Enter its number')
  const other = what === 'deliverable' ? taken.get(number ?? 0) : undefined
  if (other)
    refuse('number', `Number ${number} is “${other}”. Give this one another, or put that one right first`)
  if (what === 'deliverable' && !words) refuse('words', 'Enter what is to be delivered')
  await keepSaid(ctx, plan_import_id, {
    [line]:
      what === 'deliverable'
        ? { what, number: number!, owners: owners ?? '', words: words!, status }
        : { what },
  })
}

/** Says of several lines of a paper that they are no part of the plan. Refuses once it has been kept, and a line that it does not have. */
export async function leaveOut(ctx: Ctx, plan_import_id: string, lines: readonly number[]): Promise<void> {
  const { source_text } = await getImport(ctx, plan_import_id)
  const count = source_text.split('\n').length
  for (const line of lines)
    found(Number.isInteger(line) && line > 0 && line <= count ? line : undefined, 'This line')
  await keepSaid(ctx, plan_import_id, Object.fromEntries(lines.map((line) => [line, { what: 'nothing' }])))
}

async function keepSaid(ctx: Ctx, plan_import_id: string, said: RowsSaid): Promise<void> {
  // Put to what others said meanwhile, not in its place.
  const { numUpdatedRows } = await ctx.db
    .updateTable('delivery_plan.plan_import')
    .set({
      rows_said: sql`rows_said || ${JSON.stringify(said)}::jsonb`,
    })
    .where('plan_import_id', '=', plan_import_id)
    .where('kept_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) refuse('', 'This paper has been kept already.')
}
