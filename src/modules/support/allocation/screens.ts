import { personHead } from '#people'
import { refuse } from '#platform/errors.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getCase, getCaseToChange } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { allocateCase } from './allocate-case.ts'
import { answerConflictCheck } from './answer-conflict-check.ts'
import { allocateForm, conflictForm } from './form.ts'
import { caseloadPage } from './caseload.page.ts'
import { listCaseload } from './list-caseload.ts'
import { listWorkers } from './list-workers.ts'
import { allocatePage, conflictPage } from './pages.ts'

export const allocationScreens = [
  screen('/cases/:case_id/allocate', {
    action: 'allocate a case',
    roles: CASEWORK_ROLES,
    form: allocateForm,
    start: (ctx) => (ctx.actor.roles.includes('team_manager') ? {} : { allocated_to: ctx.actor.actor_id }),
    show: async (ctx, { case_id }, form) => {
      const { theCase, aside } = await openPage(ctx, case_id)
      const workers = await listWorkers(ctx, theCase)
      const manager = ctx.actor.roles.includes('team_manager')
      return allocatePage(
        theCase,
        manager ? workers : workers.filter((worker) => worker.member_id === ctx.actor.actor_id),
        form,
        manager,
        aside,
      )
    },
    save: async (ctx, { case_id }, { was, ...wanted }) => {
      const theCase = await getCaseToChange(ctx, case_id)
      const now = theCase.allocated_to ?? 'nobody'
      if (was && was !== now && now !== wanted.allocated_to)
        refuse(
          'allocated_to',
          `After you opened this page the case went to ${theCase.allocated_to_name ?? 'nobody'}. Press “Allocate” again only if that is to change`,
        )
      await allocateCase(ctx, theCase, wanted)
      return goTo(`/cases/${case_id}`, 'Case allocated')
    },
  }),
  screen('/cases/:case_id/conflict-check', {
    action: 'say whether you know the person',
    roles: CASEWORK_ROLES,
    form: conflictForm,
    show: async (ctx, { case_id }, form) => {
      const theCase = await getCase(ctx, case_id)
      if (theCase.allocated_to !== ctx.actor.actor_id || theCase.knows_person !== 'not-asked')
        return goTo(`/cases/${case_id}`)
      return conflictPage((await personHead(ctx, theCase.person_id)).name, form)
    },
    save: async (ctx, { case_id }, { knows_person }) => {
      const theCase = await getCase(ctx, case_id)
      if (theCase.allocated_to !== ctx.actor.actor_id) return goTo(`/cases/${case_id}`)
      await answerConflictCheck(ctx, theCase, knows_person)
      return knows_person === 'no'
        ? goTo(`/cases/${case_id}`, 'Thank you. The case is yours')
        : goTo('/my-day', 'Thank you. The case waits for somebody else')
    },
  }),
  screen('/caseload', {
    action: 'see the caseload',
    roles: ['team_manager'],
    show: async (ctx) => caseloadPage(await listCaseload(ctx)),
  }),
]
