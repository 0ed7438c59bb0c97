import { createHash } from 'node:crypto'
import { newId } from '#platform/act.ts'
import type { IntakeResult } from '#reference'
import type { ReadVictim, TransferRow } from '../mapping-profiles/read-rows.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'
import type { Decision, Gap, makeDecide } from '../transfers/decide-result.ts'
import { transferKey } from '../transfers/person-key.ts'

/** A transfer that is being read, and what its rows are kept with. */
export type OpenedTransfer = {
  transfer_id: string
  held_by: string
  sender: string
  source: string
  sent_on: string
  file_name: string
  headings: string[] | null
  /** The sender's own team, which its receipts are given to; none when the sender is no organisation here. */
  sender_team_id: string | null
}

/** Results that a worker can do something about: the row goes to the queue. Somebody who declined is never among them. */
export const HELD_RESULTS: ReadonlySet<string> = new Set([
  'error',
  'no-consent',
  'safeguarding',
  'unsafe-contact',
  'no-contact-details',
])
export const isHeld = (result: IntakeResult, victim: TransferVictim | null) =>
  HELD_RESULTS.has(result) && victim?.consent_basis !== 'declined'

/** One victim of a row, and what is kept of them. */
export type Landing = {
  row: TransferRow
  came: ReadVictim
  key: string | null
  decision: Pick<Decision, 'result' | 'missing'> & Partial<Decision>
  referral_id: string
}

/** The key under which a row is known again: a hash, because the table keeps it for rows whose person must not be kept. */
export const arrivalKey = (sender: string, victim: TransferVictim) => {
  const hex = createHash('sha256').update(transferKey(sender, victim)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Some rows of a file in order, one landing for each victim, and the number of the last row. */
export type Prepared = { landings: Landing[]; last_row: number }

/** Rows as they would be kept if nobody had sent them before: all that can be worked out without the database. */
export function prepareRows(
  { sender }: Pick<OpenedTransfer, 'sender'>,
  rows: readonly TransferRow[],
  decide: ReturnType<typeof makeDecide>,
): Prepared {
  const unreadable = { result: 'error' as const, missing: ['readable-row' as const] satisfies Gap[] }
  const landings = rows.flatMap((row) =>
    row.victims.map((came) => {
      const readable = came.read !== null && came.problems.length === 0
      return {
        row,
        came,
        key: readable ? arrivalKey(sender, came.read!) : null,
        decision: readable ? decide(came.read!, false) : unreadable,
        referral_id: newId(),
      }
    }),
  )
  return { landings, last_row: rows.at(-1)?.row ?? 0 }
}
