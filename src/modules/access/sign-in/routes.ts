import type { Html } from '#platform/design-system/index.ts'
import { choice, email, type Field, form } from '#platform/forms/index.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { takeSession } from '#platform/http/session-cookie.ts'
import { atTheDoor, type DoorOptions } from '../accounts/at-the-door.ts'
import { listAreas } from '../areas/area-actors.ts'
import { listOrganisationSignIns } from '../organisation-identity/queries.ts'
import { password } from '../passwords/password-field.ts'
import { type CastMember, demonstrationSignIn, listCast } from './demonstration.ts'
import { doorForm } from './door-form.ts'
import { safeNext } from './finish-sign-in.ts'
import { endSessions } from './open-session.ts'
import { secondStepRoutes } from './second-step.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { signInPage } from './sign-in.page.ts'
import { giveStep } from './steps.ts'

export type SignInOptions = DoorOptions & {
  demonstration: boolean
  /** What stands first in the demonstration; it is handed the cast, so that it can sign in as one of them. */
  signInIntroduction?: ((cast: readonly CastMember[]) => Html | Promise<Html>) | undefined
}

const ADDRESS = email({ label: 'E-mail address', name: 'your e-mail address' })
const PASSWORD = password({ label: 'Password', name: 'your password' })

/** Signing in by password, signing out, and in the demonstration the cast. */
export const signInRoutes = (options: SignInOptions): Route[] => [
  ...doorForm({
    url: '/sign-in',
    action: 'sign in with a password',
    form: () => signInForm(options),
    show: async (c, { visit }, filled) => {
      const { pools, act, demonstration } = options
      const cast = demonstration ? await listCast(pools, act) : undefined
      return signInPage({
        next: safeNext(c.req.query('next')),
        fields: Object.values(filled),
        organisations: await listOrganisationSignIns(pools, act, visit),
        cast,
        introduction: cast && (await options.signInIntroduction?.(cast)),
      })
    },
    save: async (c, tools, typed) => {
      const door = await atTheDoor(options.pools, typed.area)
      const next = safeNext(c.req.query('next'))
      const token = await signInByPassword(c, tools, options, { ...typed, door, next })
      giveStep(c, options.origin, door.area_id, token)
      return tools.goTo('/sign-in/code')
    },
  }),
  ...secondStepRoutes(options),
  signOut(options),
  ...(options.demonstration ? demonstrationSignIn(options) : []),
]

/** The area is asked for only where there is more than one. */
async function signInForm({ pools }: DoorOptions) {
  const areas = await listAreas(pools)
  const asked: Field<string> = choice(Object.fromEntries(areas.map((area) => [area.code, area.name])), {
    label: 'Area',
    name: 'your area',
    as: areas.length > 4 ? 'select' : 'radios',
    inline: true,
  })
  return form({
    area: areas.length > 1 ? asked : only(areas[0]?.code ?? ''),
    email: ADDRESS,
    password: PASSWORD,
  })
}

const only = (value: string): Field<string> => ({
  kind: 'only',
  options: { label: '', name: '' },
  typed: () => '',
  read: () => ({ value }),
  retype: () => '',
  render: () => null,
})

const signOut = ({ origin }: DoorOptions) =>
  route({
    method: 'POST',
    url: '/sign-out',
    action: 'sign out',
    roles: 'anyone',
    handle: async (c, tools) => {
      await tools.body()
      const session_id = tools.actor?.session_id
      if (session_id) await tools.act((ctx) => endSessions(ctx, { session_id }))
      takeSession(c, origin)
      return tools.goTo('/sign-in', 'You have signed out')
    },
  })
