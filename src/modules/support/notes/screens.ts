import { html, page, textarea } from '#platform/design-system/index.ts'
import { textOf } from '#platform/forms/field.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { draftForm } from '../drafts/draft-form.ts'
import { dropDraft, restoreDraft } from '../drafts/keep-draft.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { addNote, noteForm } from './add-note.ts'

const draftOf = (case_id: string) => `/cases/${case_id}/notes/add`

export const noteScreens = [
  screen('/cases/:case_id/notes/add', {
    action: 'add a note',
    roles: CASEWORK_ROLES,
    form: noteForm,
    show: async (ctx, { case_id }, form) => {
      const { aside } = await openPage(ctx, case_id)
      const left = await restoreDraft(ctx, draftOf(case_id), noteForm, form)
      const { body } = left.form
      return page({ title: 'Add a note', aside }, (frame) =>
        draftForm(
          frame,
          {
            keep: draftOf(case_id),
            submit: 'Save the note',
            cancel: `/cases/${case_id}`,
            restored: left.restored,
          },
          html`${textarea({
            id: 'body',
            name: 'body',
            rows: 12,
            value: textOf(body.typed),
            label: { text: 'Note', classes: 'govuk-label--s' },
            hint: { text: body.field.options.hint ?? '' },
            ...(body.message ? { errorMessage: { text: body.message } } : {}),
            attributes: { accesskey: 'n' },
          })}`,
        ),
      )
    },
    save: async (ctx, { case_id }, { body }) => {
      await addNote(ctx, await getCase(ctx, case_id), body)
      await dropDraft(ctx, draftOf(case_id))
      return goTo(`/cases/${case_id}`, 'Note added')
    },
  }),
]
