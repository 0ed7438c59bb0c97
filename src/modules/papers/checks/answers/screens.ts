import { FIGURE_READERS } from '#access'
import { PLAN_READERS } from '#delivery-plan'
import { hasRole, type Ctx } from '#platform/act.ts'
import { found, NotOwnPage } from '#platform/errors.ts'
import type { Body } from '#platform/forms/index.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { receiveUpload, type UploadedFile } from '#platform/uploads/receive-upload.ts'
import { getPaper, type Paper } from '../../drafts/queries.ts'
import { findAll } from '../find-all.ts'
import type { CheckedPaper } from '../model/paper.ts'
import { faultOf, NotAPaper, readPaper } from '../reading/read-file.ts'
import { answerFinding } from './answer-finding.ts'
import { checkPaper, type Checked } from './check-paper.ts'
import { answerPage, checkPage, fileFindingsPage } from './findings.page.ts'
import { answerForm } from './form.ts'
import { LARGEST_PAPER, uploadForm, uploadPage } from './upload.page.ts'

const WRITERS = ['team_manager', 'commissioner_analyst'] as const
const mayAnswer = (ctx: Ctx, paper: Paper & { signed_at: Date | null }) =>
  !paper.signed_at && ctx.actor.team_ids.includes(paper.held_by) && hasRole(ctx.actor, WRITERS)

// A finding leads to where it is written: for whoever may write there, or read the plan.
const onlyOpened = (ctx: Ctx, { findings, stopping }: Checked): Checked => ({
  stopping,
  findings: findings.map(({ href, ...finding }) =>
    href && hasRole(ctx.actor, readersOf(href)) ? { ...finding, href } : finding,
  ),
})

const readersOf = (href: string) =>
  href.includes('/sections/') ? WRITERS : href.startsWith('/papers/') ? FIGURE_READERS : PLAN_READERS

export const checkScreens = [
  screen('/papers/:paper_id/checks', {
    action: 'check a paper before publishing',
    roles: FIGURE_READERS,
    show: async (ctx, { paper_id }) => {
      const paper = await getPaper(ctx, paper_id)
      return checkPage(paper, onlyOpened(ctx, await checkPaper(ctx, paper_id)), mayAnswer(ctx, paper))
    },
  }),
  screen('/papers/:paper_id/checks/:finding', {
    action: 'answer a finding',
    roles: WRITERS,
    form: answerForm,
    start: async (ctx, { paper_id, finding }) => {
      const { answer } = await findingOf(ctx, paper_id, finding)
      return { how: answer?.taken_out ? 'taken_out' : 'stands', reason: answer?.reason ?? '' } as const
    },
    show: async (ctx, { paper_id, finding }, form) =>
      answerPage(await getPaper(ctx, paper_id), await findingOf(ctx, paper_id, finding), form),
    save: async (ctx, { paper_id, finding }, answer) => {
      await answerFinding(ctx, paper_id, finding, answer)
      return goTo(`/papers/${paper_id}/checks`, 'Answer kept')
    },
  }),
  screen('/paper-checks/start', {
    action: 'check a paper from a file',
    roles: FIGURE_READERS,
    form: uploadForm,
    show: (_, __, form) => uploadPage(form),
  }),
  route({
    method: 'POST',
    url: '/paper-checks/start',
    action: 'check a paper from a file',
    roles: FIGURE_READERS,
    keeps: true,
    handle: async (c, { body, isOurs, render, act }) => {
      // Asked as whoever came, so that the visit is on record and nobody without a role gets this far.
      await act(async () => {})
      const { fields, bytes, earlier } = await received(c.req.raw, body, isOurs)
      try {
        const paper = readPaper(bytes, earlierPaper(earlier))
        const words = paper.sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
        return render(fileFindingsPage(paper, findAll(paper), words))
      } catch (error) {
        const fault = faultOf(error)
        return render(uploadPage(uploadForm.fill({ body: fields, messages: {} }), fault), {
          status: 422,
          errors: { file: fault },
          fields: { ...uploadForm.fields, file: uploadForm.fields.text },
        })
      }
    },
  }),
]

const findingOf = async (ctx: Ctx, paper_id: string, key: string) =>
  found(
    (await checkPaper(ctx, paper_id)).findings.find((one) => one.key === key),
    'This finding',
  )

/** The file that was sent, or the text typed instead; the file is taken away before anything is answered. */
async function received(
  request: Request,
  body: () => Promise<Body>,
  isOurs: (token: unknown) => boolean,
): Promise<{ fields: Body; bytes: Uint8Array; earlier: Uint8Array }> {
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) {
    const fields = await body()
    return { fields, bytes: inBytes(fields.text), earlier: inBytes(fields.earlier_text) }
  }
  const upload = await receiveUpload(request, (fields) => isOurs(fields._csrf), {
    longest_field: 1_500_000,
    largest: LARGEST_PAPER,
    files: 2,
  })
  try {
    if (!isOurs(upload.fields._csrf)) throw new NotOwnPage(upload.fields)
    const { fields, files } = upload
    return {
      fields,
      bytes: await wholeOf(files['file'], fields['text']),
      earlier: await wholeOf(files['earlier'], fields['earlier_text']),
    }
  } finally {
    await upload.discard()
  }
}

const inBytes = (text: Body[string] | undefined): Uint8Array =>
  new TextEncoder().encode([text ?? ''].flat().join('\n'))

/** All of a file; of the text where no file was chosen. */
async function wholeOf(file: UploadedFile | undefined, text: string | undefined): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  if (file && file.bytes > 0) for await (const piece of file.open()) pieces.push(piece)
  return pieces.length > 0 ? Buffer.concat(pieces) : inBytes(text)
}

/** The paper to hold it against, if one was given. Throws NotAPaper, which says which of the two cannot be read. */
function earlierPaper(bytes: Uint8Array): CheckedPaper[] {
  if (new TextDecoder().decode(bytes.subarray(0, 200)).trim() === '') return []
  try {
    return [readPaper(bytes)]
  } catch (error) {
    throw new NotAPaper(`The earlier paper: ${faultOf(error)}`, { cause: error })
  }
}
