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
      const [rows, teams] = await Promise.all([listCases(ctx, filter), myCaseTeams(ctx)])
      return casesPage(rows, filter, teams, ctx.today)
    },
  }),
]
