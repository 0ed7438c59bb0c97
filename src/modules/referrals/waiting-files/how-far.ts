import { plural } from '#platform/words/plurals.ts'

/** A transfer whose rows are not all kept yet. */
export type Reading = {
  bytes: number
  bytes_read: number
  rows_read: number
  /** Rows that were kept when the present reading began, and for how many seconds it has kept rows since. */
  rows_before: number
  reading_seconds: number
  /** Seconds since something was last kept of it. */
  quiet_seconds: number
}

/** A reading that keeps nothing for so long has lost its worker; another takes it up by itself. */
const PAUSED = 15

/** How far the reading is: the share from 0 to 1 (never 1 before the end), undefined before the first rows are kept, and the same in words. */
export function howFar(reading: Reading): { label: string; share: number | undefined; words: string } {
  const { bytes, bytes_read, rows_read, rows_before, reading_seconds } = reading
  if (rows_read === 0 || bytes_read === 0 || bytes === 0)
    return {
      label: 'The file waits for its turn',
      share: undefined,
      words: 'Reading begins in a few seconds, or when the file before it is read. You can leave this page.',
    }
  const label = 'The file is being read'
  const share = Math.min(0.99, bytes_read / bytes)
  const kept = `${plural(rows_read, 'row')} kept, ${Math.floor(share * 100)}% of the file.`
  if (reading.quiet_seconds > PAUSED)
    return { label: 'The reading has paused', share, words: `${kept} It goes on by itself in a moment.` }
  const rate = reading_seconds > 0 ? (rows_read - rows_before) / reading_seconds : 0
  if (rate < 1) return { label, share, words: kept }
  const seconds = (rows_read / share - rows_read) / rate
  return {
    label,
    share,
    words: `${kept} ${plural(Math.round(rate), 'row')} a second, ${leftInWords(seconds)} left. You can leave this page.`,
  }
}

const leftInWords = (seconds: number) =>
  seconds < 90
    ? `about ${plural(Math.max(1, Math.ceil(seconds)), 'second')}`
    : `about ${plural(Math.ceil(seconds / 60), 'minute')}`
