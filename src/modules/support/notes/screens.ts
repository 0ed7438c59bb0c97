import { formPage, textarea } from '#platform/design-system/index.ts'
import { textOf } from '#platform/forms/field.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { addNote, noteForm } from './add-note.ts'

export const noteScreens = [
  screen('/cases/:case_id/notes/add', {
    action: 'add a note',
    roles: CASEWORK_ROLES,
    form: noteForm,
    draft: true,
    show: async (ctx, { case_id }, { body }) => {
      const { aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Add a note',
          aside,
          submit: 'Save the note',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
        },
        textarea({
          id: 'body',
          name: 'body',
          rows: 12,
          value: textOf(body.typed),
          label: { text: 'Note', classes: 'govuk-label--s' },
          hint: { text: body.field.options.hint ?? '' },
          ...(body.message ? { errorMessage: { text: body.message } } : {}),
          attributes: { accesskey: 'n' },
        }),
      )
    },
    save: async (ctx, { case_id }, { body }) => {
      await addNote(ctx, await getCase(ctx, case_id), body)
      return goTo(`/cases/${case_id}`, 'Note added')
    },
  }),
]
