import type { Job } from '#platform/jobs/jobs.ts'
import { tieIdentities } from './tie-identities.ts'

/** Each night, as each area's own actor: what was recorded, linked or unlinked during the day is counted so from the morning. */
export const identityJobs: readonly Job[] = [
  {
    name: 'people.tie-identities',
    timetable: '20 2 * * *',
    run: async (ctx) => void (await tieIdentities(ctx)),
  },
]
