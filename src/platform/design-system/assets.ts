import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that a browser may ask for. `hash` is the SHA-256 of its bytes, in hexadecimal. */
export type Asset = Readonly<{ url: string; file: string; type: string; hash: string }>

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const GOVUK = 'node_modules/govuk-frontend/dist/govuk'
const MOJ = 'node_modules/@ministryofjustice/frontend/moj'
const APP = 'src/assets'

const own = readdirSync(at(APP)).filter((name) => name.slice(name.lastIndexOf('.') + 1) in TYPES)

/** The official files as their packages ship them, but for the typeface, and our own. */
const FILES = new Map([
  ['govuk/govuk-frontend.min.css', `${GOVUK}/govuk-frontend.min.css`],
  ['govuk/govuk-frontend.min.js', `${GOVUK}/govuk-frontend.min.js`],
  ['moj/moj-frontend.min.css', `${MOJ}/moj-frontend.min.css`],
  ['moj/moj-frontend.min.js', `${MOJ}/moj-frontend.min.js`],
  ...own.sort().map((name) => [`app/${name}`, `${APP}/${name}`] as const),
])

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes that are sent. GDS Transport is licensed for GOV.UK alone: without its rules no browser has an address to ask for it. */
export const bytesOf = ({ file }: Pick<Asset, 'file'>): Buffer =>
  file.endsWith('.css')
    ? Buffer.from(readFileSync(file, 'utf8').replaceAll(/@font-face\s*\{[^{}]*\}/g, ''))
    : readFileSync(file)

function describe(path: string, url: string): Asset {
  const file = at(path)
  const hash = hashOf(bytesOf({ file }))
  return { url, file, hash, type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain' }
}

// One name for all, so that modules import each other by relative address and still may be kept for ever.
const edition = hashOf([...FILES.values()].map((path) => hashOf(bytesOf({ file: at(path) }))).join()).slice(
  0,
  12,
)

const named = new Map([...FILES].map(([name, path]) => [name, describe(path, `/assets/${edition}/${name}`)]))

/** The icons that MoJ's CSS asks for, at the addresses written in it. */
const icons = [
  ...new Set(readFileSync(at(`${MOJ}/moj-frontend.min.css`), 'utf8').match(/icon-[a-z-]+\.svg/g)),
].map((name) => describe(`${MOJ}/assets/images/${name}`, `/assets/images/${name}`))

/** Every file that a page may ask the browser to fetch. */
export const assets: readonly Asset[] = [...named.values(), ...icons]

/** The address of an asset by its name, such as 'app/app.css'. Throws when there is none. */
export function assetUrl(name: string): string {
  const asset = named.get(name)
  if (!asset) throw new Error(`There is no asset called ${name}`)
  return asset.url
}
