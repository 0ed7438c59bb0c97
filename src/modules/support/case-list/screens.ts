import { screen } from '#platform/http/screen.ts'
import { myCaseTeams } from '../opening/open-case.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { caseFilter, listCases } from './list-cases.ts'
import { casesPage } from './list.page.ts'

export const caseListScreens = [
  screen('/cases', {
    action: 'list cases',
    roles: CASEWORK_ROLES,
    show: async (ctx) => {
      const filter = caseFilter(ctx.query)
      return casesPage(await listCases(ctx, filter), filter, await myCaseTeams(ctx), ctx.today)
    },
  }),
]
