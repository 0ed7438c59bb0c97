import * as openid from 'openid-client'
import { unseal } from '../accounts/seal.ts'
import type { IdentityProvider } from './queries.ts'

const SECONDS = 10
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Where a provider sends people back to: what its administrator enters as the redirect address. */
export const redirectUri = (origin: string) => `${origin}/sign-in/organisation/callback`

/** Over https, or on this very machine (a provider run for a test). */
export const isSafeIssuer = (issuer: string): boolean => {
  const url = URL.parse(issuer)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

/** What has to be the same when the person comes back (RFC 7636, RFC 9700; OpenID Connect Core 3.1.2.1). */
export type Asked = {
  identity_provider_id: string
  state: string
  nonce: string
  verifier: string
  next: string
}

async function configurationOf(provider: IdentityProvider, secret: string) {
  const { issuer, client_id, client_secret_sealed } = provider
  if (!isSafeIssuer(issuer)) throw new Error('The address of the identity provider is not safe')
  return openid.discovery(
    new URL(issuer),
    client_id,
    undefined,
    openid.ClientSecretBasic(unseal(secret, 'identity provider', client_secret_sealed)),
    {
      timeout: SECONDS,
      ...(issuer.startsWith('http:') ? { execute: [openid.allowInsecureRequests] } : {}),
    },
  )
}

/** The address at the provider to send the person to, and what to remember until they come back. */
export async function askProvider(
  provider: IdentityProvider,
  settings: { secret: string; origin: string },
  next: string,
): Promise<{ url: string; asked: Asked }> {
  const configuration = await configurationOf(provider, settings.secret)
  const asked: Asked = {
    identity_provider_id: provider.identity_provider_id,
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    next,
  }
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(settings.origin),
    scope: 'openid email',
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, asked }
}

/** Who the provider says came back: its own id for them, and their address if it has verified it. Throws when anything does not fit. */
export async function hearProvider(
  provider: IdentityProvider,
  settings: { secret: string; origin: string },
  asked: Asked,
  query: string,
): Promise<{ subject: string; email: string | undefined }> {
  const configuration = await configurationOf(provider, settings.secret)
  const tokens = await openid.authorizationCodeGrant(
    configuration,
    new URL(`${redirectUri(settings.origin)}${query}`),
    {
      pkceCodeVerifier: asked.verifier,
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      idTokenExpected: true,
    },
  )
  const claims = tokens.claims()
  if (!claims) throw new Error('The identity provider sent no identity')
  const told =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims
  return {
    subject: claims.sub,
    email: told.email_verified === true && typeof told.email === 'string' ? told.email : undefined,
  }
}
