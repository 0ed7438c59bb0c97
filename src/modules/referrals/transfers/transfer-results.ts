import { sql } from 'kysely'
import { codesOf, INTAKE_RESULTS, type IntakeResult } from '#reference'
import { defineTable } from '#platform/tables/table.ts'
import { type Act, type Actor, newId } from '#platform/act.ts'

/** What became of one row of a file. */
export type RowResult = { File: string; Row: number; Occurrence: string; Result: IntakeResult }

/** The same as a table for download. */
export const resultsTable = defineTable<RowResult>({
  name: 'results',
  title: 'The result of every row',
  primaryKey: ['row'],
  columns: [
    { name: 'file', title: 'File', type: 'text', value: (row) => row.File },
    { name: 'row', title: 'Row', type: 'integer', required: true, value: (row) => row.Row },
    { name: 'occurrence', title: 'Occurrence', type: 'text', value: (row) => row.Occurrence },
    { name: 'result', title: 'Result', type: 'text', required: true, value: (row) => row.Result },
  ],
})

const ORDER = codesOf(INTAKE_RESULTS)
const AT_ONCE = 5000

/**
 * Every row of a transfer in order with its one result, read some thousand at a time. A row with several victims is `accepted` when
 * one of them is, else it has the first result of theirs in the order in which results are decided.
 */
export async function* resultsOf(
  act: Act,
  actor: Actor,
  transfer_id: string,
  file: string,
): AsyncGenerator<RowResult> {
  let after = 0
  for (;;) {
    const rows = await act(actor, { visit_id: newId(), query: {} }, async (ctx) => {
      const found = await sql<{
        row_number: number
        occurrence_number: string | null
        results: IntakeResult[]
      }>`
        select row_number, min(occurrence_number) as occurrence_number, array_agg(coalesce(h.result, r.result)) as results
        from referrals.referral r left join referrals.held_row h on h.area_id = r.area_id and h.referral_id = r.referral_id
        where r.area_id = ${actor.area_id} and r.transfer_id = ${transfer_id} and r.row_number > ${after}
        group by row_number order by row_number limit ${AT_ONCE}`.execute(ctx.db)
      return found.rows
    })
    for (const { row_number, occurrence_number, results } of rows)
      yield {
        File: file,
        Row: row_number,
        Occurrence: occurrence_number ?? '',
        Result: theOneResult(results),
      }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.row_number
  }
}

/** The one result of a row from those of its victims. */
export const theOneResult = (results: readonly IntakeResult[]): IntakeResult =>
  results.includes('accepted') ? 'accepted' : ORDER.find((result) => results.includes(result))!
