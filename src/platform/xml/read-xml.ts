/** An element of an XML document: its name with its prefix as written, its attributes, and what is in it in order. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** The text is not well-formed XML, or uses what this reader refuses. Says where, never what. */
export class XmlError extends Error {
  override name = 'XmlError'
}

const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const NAME = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}._:\-]*`
const TAG = new RegExp(
  String.raw`<(\/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>`,
  'uy',
)
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'gu')
const SKIPPED = /<!--(?:(?!--)[^])*-->|<\?(?:(?!\?>)[^])*\?>/y
const CDATA = /<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>/y
const REFERENCE = /&(?:#(\d+)|#x([\da-fA-F]+)|([a-z]+));|&/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const DEEPEST = 500

function resolveReferences(text: string, at: number): string {
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, named?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const character = named ? NAMED[named] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (character === undefined || ILLEGAL.test(character))
      throw new XmlError(`A reference that is not allowed, after character ${at}`)
    return character
  })
}

function readAttributes(text: string, at: number): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new XmlError(`An attribute is there twice, at character ${at}`)
    attributes[name] = resolveReferences(double ?? single ?? '', at)
  }
  return attributes
}

type Open = { name: string; attributes: Record<string, string>; children: XmlNode[] }

/**
 * Reads a small XML document (an office file's part) into a tree and throws an XmlError unless it is well-formed.
 * A document type is refused, so that no entity can be defined and nothing is fetched; nesting is limited to 500.
 */
export function readXml(text: string): XmlElement {
  const illegal = text.search(ILLEGAL)
  if (illegal >= 0) throw new XmlError(`A character that XML does not allow, at character ${illegal}`)
  const top: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [top]
  let at = text.startsWith('\uFEFF') ? 1 : 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  while (at < text.length) {
    const parent = open.at(-1) ?? top
    if (text[at] !== '<') {
      const end = text.indexOf('<', at)
      const content = text.slice(at, end < 0 ? undefined : end)
      if (open.length > 1) parent.children.push(resolveReferences(content, at))
      else if (content.trim() !== '') throw new XmlError(`Text outside the document, at character ${at}`)
      at += content.length
      continue
    }
    const skipped = match(SKIPPED)
    const data = skipped ? null : match(CDATA)
    const tag = skipped || data ? null : match(TAG)
    const found = skipped ?? data ?? tag
    if (!found) throw new XmlError(`Not well-formed, at character ${at}`)
    if (data) {
      if (open.length === 1) throw new XmlError(`Text outside the document, at character ${at}`)
      parent.children.push(data[1] ?? '')
    }
    if (tag) readTag(tag, open, at)
    at += found[0].length
  }
  const [root, ...others] = top.children
  if (open.length > 1 || others.length > 0 || root === undefined || typeof root === 'string')
    throw new XmlError('Not one whole document')
  return root
}

function readTag(
  [, closing, name = '', attributes = '', empty]: RegExpExecArray,
  open: Open[],
  at: number,
): void {
  if (closing) {
    if (open.length < 2 || open.pop()?.name !== name || attributes || empty)
      throw new XmlError(`A closing tag that closes nothing, at character ${at}`)
    return
  }
  const element: Open = { name, attributes: readAttributes(attributes, at), children: [] }
  open.at(-1)?.children.push(element)
  if (empty) return
  open.push(element)
  if (open.length > DEEPEST) throw new XmlError(`Nested too deeply, at character ${at}`)
}

/** Every element of that name within, in document order, the element itself included. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  const found = element.name === name ? [element] : []
  for (const child of element.children)
    if (typeof child !== 'string') found.push(...elementsNamed(child, name))
  return found
}

/** All text within, in document order. */
export const textWithin = (node: XmlNode): string =>
  typeof node === 'string' ? node : node.children.map(textWithin).join('')
