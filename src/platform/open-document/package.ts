import { strToU8 } from 'fflate'
import { visibleLine } from '#platform/words/visible-text.ts'
import { escapeXml } from '#platform/xml/escape.ts'
import { zipFiles } from './zip.ts'

/** Text, bytes, or pieces of either in order: large parts are made in pieces. */
export type Content = string | Uint8Array | readonly (string | Uint8Array)[]

/** A part of the package: its path, its media type and what is in it. */
export type Part = { readonly path: string; readonly type: string; readonly content: Content }

export type PackageOptions = {
  readonly mediaType: string
  readonly title: string
  /** Language of the text, such as 'en-GB'. */
  readonly language: string
  /** When what the document says was so; the file says it was made then. */
  readonly asAt: Date
  readonly parts: readonly Part[]
}

export const NAMESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"',
  'xlink="http://www.w3.org/1999/xlink"',
  'dc="http://purl.org/dc/elements/1.1/"',
]
  .map((namespace) => `xmlns:${namespace}`)
  .join(' ')

/** An XML part with its declaration, all namespaces of the format and its version. */
export const xmlPart = (path: string, root: string, content: Content): Part => ({
  path,
  type: 'text/xml',
  content: [
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACES} office:version="1.3">`,
    ...(typeof content === 'string' || content instanceof Uint8Array ? [content] : content),
    `</${root}>`,
  ],
})

function metaPart({ title, language, asAt }: PackageOptions): Part {
  const moment = asAt.toISOString().slice(0, 19)
  return xmlPart(
    'meta.xml',
    'office:document-meta',
    `<office:meta><meta:generator>Waymark</meta:generator><dc:title>${escapeXml(visibleLine(title))}</dc:title>` +
      `<dc:language>${escapeXml(language)}</dc:language><meta:creation-date>${moment}</meta:creation-date>` +
      `<dc:date>${moment}</dc:date></office:meta>`,
  )
}

const entry = (path: string, type: string): string =>
  `<manifest:file-entry manifest:full-path="${escapeXml(path)}" manifest:media-type="${escapeXml(type)}"/>`

function manifestPart(mediaType: string, parts: readonly Part[]): Part {
  return {
    path: 'META-INF/manifest.xml',
    type: 'text/xml',
    content:
      `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest ` +
      `xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
      `${entry('/', mediaType)}${parts.map(({ path, type }) => entry(path, type)).join('')}</manifest:manifest>`,
  }
}

const pieceOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? strToU8(piece) : piece

const bytesOf = (content: Content): Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array
    ? pieceOf(content)
    : Buffer.concat(content.map(pieceOf))

/**
 * An OpenDocument file (OASIS ODF 1.3 part 2): the media type first and stored plain, then the parts, the document's
 * title, language and date, and the manifest. The same options give the same bytes.
 */
export function openDocumentPackage(options: PackageOptions): Promise<Uint8Array> {
  const { mediaType } = options
  const parts = [...options.parts, metaPart(options)]
  const files = [...parts, manifestPart(mediaType, parts)].map(
    ({ path, content }) => [path, bytesOf(content)] as const,
  )
  return zipFiles([['mimetype', strToU8(mediaType)], ...files], ['mimetype'])
}
