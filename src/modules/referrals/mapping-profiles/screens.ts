import { sql } from 'kysely'
import { type Actor, hasRole, type Ctx } from '#platform/act.ts'
import { found, NotAllowed, refuse } from '#platform/errors.ts'
import { form, words } from '#platform/forms/index.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { readJson } from '#platform/reading/index.ts'
import { receiveUpload } from '#platform/uploads/receive-upload.ts'
import { keepProfile, listProfiles } from './find-profile.ts'
import { readProfile } from './mapping-profile.ts'
import { guessProfile } from './guess-profile.ts'
import { makeProfilePage, profilePage, profilesPage, type ProfileLine } from './pages.ts'
import { INTAKE_ROLES } from '../words.ts'
import { profileFromForm, typedFromGuess, type Typed } from './profile-from-form.ts'

const ROLES = ['team_manager', 'administrator'] as const
// Trying a profile shows whose rows a file holds, which an administrator alone does not see.
const mayDo = (actor: Actor) => ({
  keys: hasRole(actor, ['administrator']),
  change: hasRole(actor, ROLES),
  files: hasRole(actor, INTAKE_ROLES),
})
const writtenForm = form({
  written: words({ label: 'The profile', name: 'the profile', max: 100_000, rows: 30 }),
})

export const profileScreens = [
  screen('/mapping-profiles', {
    action: 'see the mapping profiles',
    roles: ['intake_worker', ...ROLES],
    show: async (ctx) => profilesPage(await profileLines(ctx), mayDo(ctx.actor)),
  }),
  route({
    method: 'POST',
    url: '/mapping-profiles/sample',
    action: 'read a sample for a mapping profile',
    roles: ROLES,
    handle: async (c, came) => {
      const again = async (fault: string) =>
        came.render(profilesPage(await came.act(profileLines), { ...mayDo(came.actor!), fault }), {
          status: 422,
          errors: { file: fault },
        })
      if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? ''))
        return again('Choose a sample file')
      const upload = await receiveUpload(c.req.raw, (fields) => came.isOurs(fields._csrf)).catch(
        (error: Error) => error,
      )
      if (upload instanceof NotAllowed) throw upload
      if (upload instanceof Error) return again(upload.message)
      try {
        if (!upload.file) return await again('Choose a sample file')
        const guess = await guessProfile(upload.file.open)
        return came.render(makeProfilePage(typedFromGuess(guess), guess.headings))
      } finally {
        await upload.discard()
      }
    },
  }),
  route({
    method: 'POST',
    url: '/mapping-profiles/make',
    action: 'make a mapping profile',
    roles: ROLES,
    handle: async (_, came) => {
      const typed: Typed = Object.fromEntries(
        Object.entries(await came.body()).map(([name, value]) => [name, [value].flat()[0] ?? '']),
      )
      try {
        const profile = readProfile(profileFromForm(typed))
        await came.act((ctx) => keepProfile(ctx, profile))
        return came.goTo(
          hasRole(came.actor!, INTAKE_ROLES)
            ? `/transfers/send?profile=${profile.profile}`
            : '/mapping-profiles',
          'The profile is saved. Try it with a file before you rely on it',
        )
      } catch (error) {
        const headings = (typed.headings ?? '')
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean)
        return came.render(makeProfilePage(typed, headings), {
          status: 422,
          errors: faultsOf(error as Error),
        })
      }
    },
  }),
  screen('/mapping-profiles/:mapping_profile_id', {
    action: 'change a mapping profile',
    roles: ROLES,
    form: writtenForm,
    show: async (ctx, { mapping_profile_id }, filled) => {
      const { line, written } = await getProfile(ctx, mapping_profile_id)
      return profilePage(
        line,
        hasRole(ctx.actor, INTAKE_ROLES),
        typeof filled.written.typed === 'string' ? filled.written.typed : JSON.stringify(written, null, 2),
      )
    },
    save: async (ctx, { mapping_profile_id }, { written }) => {
      const { line } = await getProfile(ctx, mapping_profile_id)
      let profile
      try {
        profile = readProfile(readJson(written, 'The profile'))
      } catch (error) {
        return refuse('written', (error as Error).message)
      }
      if (profile.profile !== line.profile) refuse('written', `The name must stay ${line.profile}`)
      await keepProfile(ctx, profile)
      return goTo('/mapping-profiles', 'The profile is saved')
    },
  }),
]

async function profileLines(ctx: Ctx): Promise<ProfileLine[]> {
  const { rows } = await sql<{
    code: string
    mapping_profile_id: string
  }>`select code, mapping_profile_id from referrals.mapping_profile`.execute(ctx.db)
  const own = new Map(rows.map((row) => [row.code, row.mapping_profile_id]))
  return (await listProfiles(ctx)).map(({ profile, title, sender }) => ({
    profile,
    title,
    sender: sender ?? profile,
    mapping_profile_id: own.get(profile) ?? null,
  }))
}

async function getProfile(ctx: Ctx, mapping_profile_id: string) {
  const line = found(
    (await profileLines(ctx)).find((one) => one.mapping_profile_id === mapping_profile_id),
    'This mapping profile',
  )
  const { rows } = await sql<{
    written: unknown
  }>`select written from referrals.mapping_profile where mapping_profile_id = ${mapping_profile_id}`.execute(
    ctx.db,
  )
  return { line, written: rows[0]!.written }
}

/** One message a fault, each under the field of the form that it is about. */
function faultsOf(error: Error): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const line of error.message.split('\n').slice(1)) {
    const [, place = '', message = line] = /^\s*([^:]+): (.*)$/.exec(line) ?? []
    const [part, field] = place.split('.')
    const name = part === 'columns' && field ? `column_${field}` : part === 'file' ? (field ?? part) : part!
    faults[name] = `${(part === 'columns' && field ? field : (part ?? '')).replaceAll('_', ' ')}: ${message}`
  }
  return Object.keys(faults).length > 0 ? faults : { '': error.message }
}
