import { formPage, html, type Html } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { plural } from '#platform/words/plurals.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { pickOf } from '../pick.ts'
import type { allocateForm, conflictForm } from './form.ts'
import type { Worker } from './list-workers.ts'

export const allocatePage = (
  theCase: CaseHead,
  workers: readonly Worker[],
  form: FilledForm<typeof allocateForm>,
  manager: boolean,
  aside: Html,
) =>
  formPage(
    {
      title: theCase.allocated_to ? 'Re-allocate the case' : 'Allocate the case',
      aside,
      submit: 'Allocate',
      secondary: { text: 'Cancel', href: `/cases/${theCase.case_id}` },
      before: html`<p class="govuk-body">Now: ${theCase.allocated_to_name ?? 'nobody'}. The team is ${theCase.team_name}.${manager ? '' : ' You can take it yourself. To give it to somebody else, ask a team manager.'}</p>`,
    },
    html`<input type="hidden" name="was" value="${theCase.allocated_to ?? 'nobody'}">
    ${pickOf(
      form.allocated_to,
      workers
        .filter((worker) => !worker.knows_person)
        .map((worker) => ({
          id: worker.member_id,
          text: worker.name,
          hint: `${worker.job_title}, ${plural(worker.open_cases, 'open case')}`,
        })),
    )}
    ${field(form.knows_person)}
    ${field(form.because)}`,
  )

/** Only the name is shown: nothing else of the case before the worker has said that they do not know the person. */
export const conflictPage = (person_name: string, form: FilledForm<typeof conflictForm>) =>
  formPage(
    { title: 'Before you start', caption: person_name, submit: 'Continue', back: '/my-day' },
    html`${field(form.knows_person)}`,
  )
