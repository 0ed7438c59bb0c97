import type { Ctx } from '#platform/act.ts'
import { formPage, html, postForm, summary } from '#platform/design-system/index.ts'
import { refuse } from '#platform/errors.ts'
import { field, form, words } from '#platform/forms/index.ts'
import { goTo, route, screen, type Route, type Screen } from '#platform/http/screen.ts'
import type { DoorOptions } from '../accounts/at-the-door.ts'
import { seal } from '../accounts/seal.ts'
import { besideMembers } from '../members/pages.ts'
import { password } from '../passwords/password-field.ts'
import { isSafeIssuer, redirectUri } from './open-id.ts'
import { findProvider } from './queries.ts'

const HERE = '/organisation/identity'
const roles = ['administrator'] as const

const SECRET = password({
  label: 'Client secret',
  name: 'the client secret',
  new: true,
  hint: 'Leave empty to keep the one that is stored. It is never shown again.',
})

const providerForm = form({
  issuer: words({
    label: 'Address of the identity provider (issuer)',
    name: 'the address of the identity provider',
    hint: 'Like https://login.example.org. Waymark reads its OpenID Connect settings from there.',
    check: (text) =>
      isSafeIssuer(text) ? undefined : 'The address of the identity provider must begin with https:',
  }),
  client_id: words({ label: 'Client ID', name: 'the client ID' }),
  client_secret: { ...SECRET, read: (typed) => ({ value: typeof typed === 'string' ? typed : '' }) },
})

/** The administrator says which identity provider the organisation's members may sign in with. */
export const organisationIdentityScreens = ({ secret, origin }: DoorOptions): (Screen | Route)[] => [
  screen(HERE, {
    action: 'set up the organisation’s own sign-in',
    roles,
    form: providerForm,
    start: async (ctx) => {
      const now = await findProvider(ctx, ctx.actor)
      return now ? { issuer: now.issuer, client_id: now.client_id } : {}
    },
    show: async (ctx, _, filled) =>
      formPage(
        {
          title: 'Your organisation’s own sign-in',
          caption: ctx.actor.organisation_name,
          aside: besideMembers(HERE),
          before: html`<p class="govuk-body">If your organisation has accounts with Microsoft, Google or another OpenID Connect provider, members can sign in here with them.
            A member is known by the e-mail address that the provider has verified; it must be the address of their account here.</p>
          ${summary([{ key: 'Redirect address to enter at the provider', value: redirectUri(origin) }])}
          ${(await findProvider(ctx, ctx.actor)) ? postForm({ action: `${HERE}/stop`, submit: 'Stop using it', quiet: true }) : null}`,
        },
        html`${field(filled.issuer)}${field(filled.client_id)}${field(filled.client_secret)}`,
      ),
    save: async (ctx, _, typed) => {
      await keepProvider(ctx, secret, typed)
      return goTo(HERE, 'Your organisation’s own sign-in is on the sign-in page')
    },
  }),
  route({
    method: 'POST',
    url: `${HERE}/stop`,
    action: 'stop the organisation’s own sign-in',
    roles,
    handle: async (_, tools) => {
      await tools.body()
      await tools.act(stopProvider)
      return tools.goTo(
        HERE,
        'Your organisation’s own sign-in is off. Members sign in with a password or a passkey',
      )
    },
  }),
]

async function keepProvider(
  ctx: Ctx,
  secret: string,
  typed: { issuer: string; client_id: string; client_secret: string },
): Promise<void> {
  const { organisation_id } = ctx.actor
  const now = await findProvider(ctx, { organisation_id })
  if (!now && typed.client_secret === '') refuse('client_secret', 'Enter the client secret')
  const client_secret_sealed =
    typed.client_secret === '' && now
      ? now.client_secret_sealed
      : seal(secret, 'identity provider', typed.client_secret)
  const kept = { issuer: typed.issuer, client_id: typed.client_id, client_secret_sealed, stopped_at: null }
  await ctx.db
    .insertInto('access.identity_provider')
    .values({ organisation_id, ...kept })
    .onConflict((conflict) => conflict.columns(['area_id', 'organisation_id']).doUpdateSet(kept))
    .execute()
}

async function stopProvider(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('access.identity_provider')
    .set({ stopped_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .execute()
}
