import { hasRole, type Ctx } from '#platform/act.ts'
import { dataTable, statusTag, type Html } from '#platform/design-system/index.ts'
import { caseLink } from '../cases/case-link.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { CASEWORK_ROLES, OPENING_ROLES } from '../words.ts'
import { casesOfPerson } from './earlier-cases.ts'

/** The person's cases, for the person's page; null when they have none that the reader may see. */
export async function casesPanel(ctx: Ctx, person_id: string): Promise<Html | null> {
  const rows = await casesOfPerson(ctx, person_id)
  if (rows.length === 0) return null
  return dataTable({
    caption: 'Cases',
    columns: [
      {
        heading: 'Case',
        cell: (row) => (hasRole(ctx.actor, CASEWORK_ROLES) ? caseLink(row) : row.reference),
      },
      { heading: 'Opened', cell: (row) => shortDayInWords(row.opened_on) },
      { heading: 'Worker', cell: (row) => row.allocated_to_name ?? 'Nobody yet' },
      {
        heading: 'State',
        cell: (row) => (row.closed_on ? statusTag('Closed', 'closed') : statusTag('Open', 'good')),
      },
    ],
    rows,
  })
}

/** The link on the person's page that opens a case for them. */
export const openCaseAction = {
  text: 'Open a case',
  href: (person_id: string) => `/people/${person_id}/open-case`,
  roles: OPENING_ROLES,
}

/** The link on an accepted referral's page that opens a case from it. */
export const openCaseFromReferral = {
  text: 'Open a case',
  href: (referral_id: string) => `/referrals/${referral_id}/open-case`,
  roles: OPENING_ROLES,
}

/** Whether any case of the person that the reader may see is sensitive: the person page then treats every route as such (domain 4.3). */
export const anySensitiveCase = async (ctx: Ctx, person_id: string): Promise<boolean> =>
  Boolean(
    await ctx.db
      .selectFrom('support.case')
      .select('case_id')
      .where('person_id', '=', person_id)
      .where('sensitive', '=', true)
      .limit(1)
      .executeTakeFirst(),
  )
