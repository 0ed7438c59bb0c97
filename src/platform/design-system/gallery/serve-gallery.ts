import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { assets, bytesOf } from '../assets.ts'
import { layout } from '../page/layout.ts'
import type { Frame } from '../page/frame.ts'
import { toAscii } from '../page/to-ascii.ts'
import { GALLERY } from './pages.ts'

const FRAME: Frame = {
  nonce: 'gallery',
  csrf: 'token',
  currentUrl: '/patterns',
  service: { name: 'Waymark', url: '/' },
  signedInAs: { name: 'Sam Okoro', detail: 'Caseworker, North', signOutUrl: '/sign-out' },
  navigation: [
    { text: 'My day', href: '/patterns' },
    { text: 'Referrals', href: '/components' },
    { text: 'Figures', href: '/moj' },
  ],
  demonstration: true,
  footer: [
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'Privacy', href: '/privacy' },
  ],
}

const ERRORS = [
  { text: 'Enter the reference', href: '#reference' },
  { text: 'The date must include a year', href: '#contacted_on-year' },
]

const POLICY =
  "default-src 'none'; script-src 'nonce-gallery'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'"

function frameFor(path: string): Frame {
  if (path === '/fields') return { ...FRAME, currentUrl: path, errors: ERRORS }
  if (path === '/public') return { ...FRAME, currentUrl: path, signedInAs: undefined, navigation: [] }
  return {
    ...FRAME,
    currentUrl: path,
    flash: path === '/components' ? 'Contact attempt recorded' : undefined,
  }
}

/** The gallery on a port of its own, as the application would send it: compressed, with its content policy. */
export function serveGallery(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const page = GALLERY[path]
    const asset = assets.find(({ url }) => url === path)
    const body = page ? toAscii(layout(page, frameFor(path))) : asset ? bytesOf(asset) : undefined
    if (body === undefined) {
      response.writeHead(404).end()
      return
    }
    const bytes = brotliCompressSync(body)
    response.writeHead(200, {
      'content-type': asset?.type ?? 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': bytes.length,
      'content-security-policy': POLICY,
    })
    response.end(bytes)
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

/** The address of a path on a server that is listening. */
export function addressOf(server: Server, path: string): string {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return `http://127.0.0.1:${address.port}${path}`
}
