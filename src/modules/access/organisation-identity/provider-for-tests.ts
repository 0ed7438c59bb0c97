// A real OpenID provider on this machine (oidc-provider), whose person signs in without being asked anything.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** Who is at the provider's keyboard, and what it says of them. */
// Its name apart: the package has no types of its own.
const PACKAGE: string = 'oidc-provider'

export type Person = { sub: string; email: string; email_verified: boolean }

type OpenIdProvider = {
  callback: () => (request: IncomingMessage, response: ServerResponse) => Promise<void>
  interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>
}
type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> }
type Asking = {
  oidc: {
    provider: { Grant: new (of: object) => Grant }
    client: { clientId: string }
    session: { accountId: string }
  }
}

/** Starts the provider on a free port of the loopback address, with one client called waymark. */
export async function openProvider(client_secret: string, person: () => Person) {
  const { default: Provider } = (await import(PACKAGE)) as {
    default: new (issuer: string, settings: object) => OpenIdProvider
  }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'waymark',
        client_secret,
        redirect_uris: ['http://localhost/sign-in/organisation/callback'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['only for this test'] },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/as/${interaction.uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...person(), sub }),
    }),
    loadExistingGrant: async ({ oidc }: Asking) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const done = request.url?.startsWith('/as/')
      ? provider.interactionFinished(request, response, { login: { accountId: person().sub } })
      : answer(request, response)
    done.catch(() => response.destroy())
  })
  return { issuer, close: () => void server.close() }
}
