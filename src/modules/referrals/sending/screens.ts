import { NotOwnPage } from '#platform/errors.ts'
import { notDone, route, screen, type RouteTools } from '#platform/http/screen.ts'
import { receiveUpload } from '#platform/uploads/receive-upload.ts'
import { findProfile, listProfiles } from '../mapping-profiles/find-profile.ts'
import { INTAKE_ROLES } from '../words.ts'
import { takeFile, trySentFile, type SendTools, type SentFile } from './send-file.ts'
import { sendPage } from './send.page.ts'

export const sendingScreens = (tools: SendTools) => [
  screen('/transfers/send', {
    action: 'open the page to send a file',
    roles: INTAKE_ROLES,
    show: async (ctx) => sendPage({ profiles: await listProfiles(ctx), profile: ctx.query.profile }),
  }),
  route({
    method: 'POST',
    url: '/transfers/send',
    action: 'send a file',
    roles: INTAKE_ROLES,
    handle: (c, came) =>
      withFile(c.req.raw, came, async (sent) => {
        const { transfer_id, already_read } = await takeFile(tools, came.actor!, came.visit, sent)
        return came.goTo(
          `/transfers/${transfer_id}`,
          already_read
            ? notDone('This file was read before: nothing was changed')
            : 'The file is safely here',
        )
      }),
  }),
  route({
    method: 'POST',
    url: '/transfers/try',
    action: 'see how a file would be read',
    roles: INTAKE_ROLES,
    handle: (c, came) =>
      withFile(c.req.raw, came, async ({ file, profile }) => {
        const told = await trySentFile(tools, came.actor!, { file, profile })
        const profiles = await came.act(listProfiles)
        return came.render(
          sendPage({ profiles, profile: profile.profile, tried: { file_name: file.file_name, told } }),
        )
      }),
  }),
]

/** Receives the form; what is wrong with it, or with the file as a whole, is said on its own page. */
async function withFile(
  request: Request,
  came: RouteTools,
  work: (sent: SentFile) => Promise<Response>,
): Promise<Response> {
  const again = async (fault: string, field: string, profile?: string) => {
    const profiles = await came.act(listProfiles)
    return came.render(sendPage({ profiles, profile }), { status: 422, errors: { [field]: fault } })
  }
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? ''))
    return again('Choose a file and how it is written', '')
  let upload
  try {
    upload = await receiveUpload(request, (fields) => came.isOurs(fields._csrf))
  } catch (error) {
    if (error instanceof NotOwnPage) throw error
    return again((error as Error).message, 'file')
  }
  const { fields, file, discard } = upload
  if (!came.isOurs(fields._csrf)) {
    await discard()
    throw new NotOwnPage()
  }
  if (!fields.profile || !file) {
    await discard()
    return again(
      fields.profile ? 'Choose the file' : 'Choose how the file is written',
      fields.profile ? 'file' : 'profile',
      fields.profile,
    )
  }
  try {
    const profile = await came.act((ctx) => findProfile(ctx, fields.profile!))
    return await work({ file, profile })
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error
    return again(error.message, 'file', fields.profile)
  } finally {
    await discard()
  }
}
