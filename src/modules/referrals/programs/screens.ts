import { found } from '#platform/errors.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { listProfiles } from '../mapping-profiles/find-profile.ts'
import type { Ctx } from '#platform/act.ts'
import { textOf, words, form } from '#platform/forms/index.ts'
import { keyForm, keysPage, newKeyPage, revokePage } from './pages.ts'
import { listSenderKeys, makeSenderKey, revokeSenderKey } from './sender-keys.ts'

const ROLES = ['administrator'] as const
// Which profiles there are is known to the area only, so the list is checked in `save`.
const anyForm = form({
  profile: words({ label: 'Whose files will it send?', name: 'whose files it will send', max: 100 }),
})

const ofArea = async (ctx: Ctx) =>
  keyForm(Object.fromEntries((await listProfiles(ctx)).map((one) => [one.profile, one.title])))

export const senderKeyScreens = [
  screen('/sender-keys', {
    action: 'see and make keys for programs',
    roles: ROLES,
    form: anyForm,
    show: async (ctx, _, filled) => {
      const profile = textOf(filled.profile.typed)
      const { message } = filled.profile
      return keysPage(
        await listSenderKeys(ctx),
        (await ofArea(ctx)).fill({
          body: { profile },
          ...(message ? { messages: { profile: message } } : {}),
        }),
      )
    },
    save: async (ctx, _, { profile }) => {
      ;(await ofArea(ctx)).read({ profile }, ctx.today)
      return newKeyPage(await makeSenderKey(ctx, profile))
    },
  }),
  screen('/sender-keys/:sender_key_id/revoke', {
    action: 'revoke a key for a program',
    roles: ROLES,
    show: async (ctx, { sender_key_id }) => {
      found(
        (await listSenderKeys(ctx)).find((one) => one.sender_key_id === sender_key_id && !one.revoked_at),
        'This key',
      )
      return revokePage(sender_key_id)
    },
    save: async (ctx, { sender_key_id }) => {
      await revokeSenderKey(ctx, sender_key_id)
      return goTo('/sender-keys', 'The key is revoked')
    },
  }),
]
