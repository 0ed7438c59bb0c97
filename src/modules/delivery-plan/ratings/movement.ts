import { type Status, STATUSES } from '../words.ts'

const ORDER: Record<Status, number> = { white: 0, red: 1, amber: 2, green: 3 }

/** Movement since the last time it was rated, in words: 'Up from Amber', 'Down from Green', 'No change', 'Started: was White'; 'Nothing yet' of what nobody has rated. */
export function movementInWords(now: Status | null, before: Status | null): string {
  if (!now) return before ? `Not rated; was ${STATUSES[before]}` : 'Nothing yet'
  if (!before) return 'First rating'
  if (now === before) return 'No change'
  if (before === 'white') return 'Started: was White'
  if (now === 'white') return `Put back: was ${STATUSES[before]}`
  return `${ORDER[now] > ORDER[before] ? 'Up' : 'Down'} from ${STATUSES[before]}`
}
