import type { MovedFile } from '../profile/fields.ts'

export type Refused = { row: number; reason: string }

/** What became of one file: rows_read = loaded + already_there + refused + left_out, or the move fails. */
export type FileProof = {
  name: MovedFile
  file: string
  /** 'referrals': what its rows are called. */
  rows: string
  rows_read: number
  loaded: number
  already_there: number
  refused: number
  /** Rows that the profile says are none of this kind ("only"). */
  left_out: number
  /** Rows in Waymark of this kind, of all that the area's teams hold. */
  waymark_before: number
  waymark_after: number
}

/** One count in the export beside the same count read back from Waymark, of the same rows. */
export type SideBySide = { what: string; in_export: number; in_waymark: number; agrees: boolean }

export type Proof = {
  files: FileProof[]
  counts: SideBySide[]
  /** Every row loaded or there already, and every count the same on both sides. */
  whole: boolean
  seconds: number
}

/** The proof as lines of text for a terminal: numbers in columns, refused rows with their reasons (the first `most` of them). */
export function proofLines(
  proof: Proof,
  refusals: readonly (Refused & { file: string })[],
  most = 20,
): string[] {
  const number = (n: number) => n.toLocaleString('en-GB').padStart(10)
  const width =
    Math.max(
      24,
      ...proof.files.map(({ file }) => file.length),
      ...proof.counts.map(({ what }) => what.length),
    ) + 2
  const leaves = proof.files.some(({ left_out }) => left_out > 0)
  const headings = ['read', 'loaded', 'there', 'refused', ...(leaves ? ['left out'] : []), 'before', 'after']
  return [
    'Proof of move',
    '',
    `${''.padEnd(width)}${headings.map((h) => h.padStart(10)).join('')}`,
    ...proof.files.map(
      (f) =>
        `${f.file.padEnd(width)}${[f.rows_read, f.loaded, f.already_there, f.refused, ...(leaves ? [f.left_out] : []), f.waymark_before, f.waymark_after].map(number).join('')}`,
    ),
    '',
    `${''.padEnd(width)}${['in export', 'in Waymark'].map((h) => h.padStart(12)).join('')}`,
    ...proof.counts.map(
      (c) =>
        `${c.what.padEnd(width)}  ${number(c.in_export)}  ${number(c.in_waymark)}${c.agrees ? '' : '  differs'}`,
    ),
    ...(refusals.length > 0 ? ['', 'Refused:'] : []),
    ...refusals.slice(0, most).map(({ file, row, reason }) => `  ${file} row ${row}: ${reason}`),
    ...(refusals.length > most
      ? [`  and ${refusals.length - most} more: --json gives them all, and so does its page`]
      : []),
    '',
    `${proof.whole ? 'Everything in the export is in Waymark.' : 'Not everything agrees: see above.'} ${proof.seconds.toFixed(1)} seconds.`,
  ]
}
