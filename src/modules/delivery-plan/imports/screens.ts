import type { Context } from 'hono'
import type { Ctx } from '#platform/act.ts'
import { Invalid, NotOwnPage, refuse } from '#platform/errors.ts'
import type { Body } from '#platform/forms/index.ts'
import { goTo as to, route, type RouteTools, screen } from '#platform/http/screen.ts'
import { receiveUpload, type UploadedFile } from '#platform/uploads/receive-upload.ts'
import { plural } from '#platform/words/plurals.ts'
import { PLAN_WRITERS } from '../words.ts'
import { aboutForm, importForm, LONGEST_TEXT, rowForm } from './form.ts'
import { getImport, keepImport, reviewPaper, wordsFor } from './keep-import.ts'
import { readPaperFile } from './files/read-paper-file.ts'
import { aboutPage, importPage, rowPage } from './forms.page.ts'
import { reviewPage } from './review.page.ts'
import { leaveOut, rowAt, sayWhatARowIs } from './say-what-a-row-is.ts'
import { aboutOf, readReviewed, sayWhatItIsAbout } from './say-what-it-is-about.ts'
import { LARGEST_PAPER, TOO_LARGE } from './files/what-file-is-it.ts'

export const importScreens = [
  screen('/plan-imports/start', {
    action: 'read a paper in',
    roles: PLAN_WRITERS,
    form: importForm,
    show: (_, __, form) => importPage(form),
  }),
  route({
    method: 'POST',
    url: '/plan-imports/start',
    action: 'read a paper in',
    roles: PLAN_WRITERS,
    keeps: true,
    handle: async (c, came) => {
      const { fields, file, discard } = await received(c, came)
      try {
        const { name, text } = importForm.read(fields, '')
        // As it was pasted, its empty lines at the top too: records say which line they were read from.
        const source = file ? readPaperFile(await bytesOf(file)) : text && [fields.text].flat().join('')
        if (!source) refuse('text', 'Choose a Word file, or paste the text of the paper')
        return came.goTo(
          `/plan-imports/${await came.act((ctx) => reviewPaper(ctx, name, source, file ? 'file' : 'text'))}`,
        )
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const { messages } = error
        const page = importPage(importForm.fill({ body: fields, messages }), messages.file)
        return came.render(page, {
          status: 422,
          errors: messages,
          fields: { ...importForm.fields, file: UPLOAD },
        })
      } finally {
        await discard()
      }
    },
  }),
  screen('/plan-imports/:plan_import_id', {
    action: 'review what was read from a paper',
    roles: PLAN_WRITERS,
    show: (ctx, { plan_import_id }) => reviewOf(ctx, plan_import_id),
  }),
  screen('/plan-imports/:plan_import_id/about', {
    action: 'say what a paper is about',
    roles: PLAN_WRITERS,
    form: aboutForm,
    start: async (ctx, { plan_import_id }) => aboutOf(readReviewed(await getImport(ctx, plan_import_id))),
    show: async (ctx, { plan_import_id }, form) => {
      const review = await getImport(ctx, plan_import_id)
      return aboutPage(review, form, await wordsFor(ctx, readReviewed(review)))
    },
    save: async (ctx, { plan_import_id }, values) => {
      await sayWhatItIsAbout(ctx, plan_import_id, values)
      return to(`/plan-imports/${plan_import_id}`, 'Saved')
    },
  }),
  screen('/plan-imports/:plan_import_id/rows/:line', {
    action: 'say what a row of a paper is',
    roles: PLAN_WRITERS,
    form: rowForm,
    start: async (ctx, { plan_import_id, line }) => {
      const { read, guess, next, said } = rowAt(await getImport(ctx, plan_import_id), Number(line))
      if (said && said.what !== 'deliverable') return { what: said.what }
      return read ? { what: 'deliverable' as const, ...read } : { ...guess, number: next }
    },
    show: async (ctx, { plan_import_id, line }, form) => {
      const review = await getImport(ctx, plan_import_id)
      return rowPage(review, rowAt(review, Number(line)), form, await wordsFor(ctx, readReviewed(review)))
    },
    save: async (ctx, { plan_import_id, line }, values) => {
      await sayWhatARowIs(ctx, plan_import_id, Number(line), values)
      return to(`/plan-imports/${plan_import_id}#rows`, 'Saved')
    },
  }),
  route({
    method: 'POST',
    url: '/plan-imports/:plan_import_id/leave-out',
    action: 'leave rows of a paper out',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo, render }) => {
      const lines = [(await body()).lines ?? []].flat().map(Number)
      const plan_import_id = c.req.param('plan_import_id') ?? ''
      if (lines.length === 0) {
        const page = await act((ctx) => reviewOf(ctx, plan_import_id))
        return render(page, { status: 422, errors: { '': 'Select the rows that are to be left out' } })
      }
      await act((ctx) => leaveOut(ctx, plan_import_id, lines))
      return goTo(`/plan-imports/${plan_import_id}`, `${plural(lines.length, 'row')} left out`)
    },
  }),
  route({
    method: 'POST',
    url: '/plan-imports/:plan_import_id/keep',
    action: 'keep what was read from a paper',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo, render }) => {
      await body()
      const plan_import_id = c.req.param('plan_import_id') ?? ''
      try {
        const cycle_id = await act((ctx) => keepImport(ctx, plan_import_id))
        return goTo(`/plan-cycles/${cycle_id}`, 'Kept. Each record says where it was read from.')
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const { messages } = error
        const page = await act((ctx) => reviewOf(ctx, plan_import_id))
        return render(page, { status: 422, errors: messages })
      }
    },
  }),
]

async function reviewOf(ctx: Ctx, plan_import_id: string) {
  const review = await getImport(ctx, plan_import_id)
  const read = readReviewed(review)
  return reviewPage(review, read, await wordsFor(ctx, read))
}

// So that the message of a refused file leads to it.
const UPLOAD = importForm.fields.text

type Received = { fields: Body; file: UploadedFile | undefined; discard: () => Promise<void> }

/** The form as it was sent: with its file as a stream, which memory never holds before it is known to be small enough. */
async function received(c: Context, { isOurs, body }: RouteTools): Promise<Received> {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? ''))
    return { fields: await body(), file: undefined, discard: async () => {} }
  const upload = await receiveUpload(c.req.raw, (fields) => isOurs(fields._csrf), {
    // A sign is up to three bytes long.
    longest_field: LONGEST_TEXT * 3 + 3,
    largest: LARGEST_PAPER,
  })
  if (isOurs(upload.fields._csrf)) return upload
  await upload.discard()
  throw new NotOwnPage(upload.fields)
}

async function bytesOf(file: UploadedFile): Promise<Uint8Array> {
  if (file.bytes > LARGEST_PAPER) refuse('file', TOO_LARGE)
  const pieces: Uint8Array[] = []
  for await (const piece of file.open()) pieces.push(piece)
  return Buffer.concat(pieces)
}
