import { strFromU8, unzipSync } from 'fflate'
import { elementsNamed, readXml, type XmlElement, type XmlNode } from '#platform/xml/read-xml.ts'

/** A .docx larger than this, packed or unpacked, is nothing that people wrote. */
const LARGEST = 20_000_000
const READ = ['word/document.xml', 'word/styles.xml', 'word/_rels/document.xml.rels', 'word/footnotes.xml']

export type DocxParagraph = {
  readonly kind: 'paragraph'
  readonly text: string
  /** 1 to 9, from its style or its outline level. */
  readonly heading?: number
  /** A point of a list, or numbered by Word. */
  readonly listed: boolean
  /** All of its words are bold. */
  readonly bold: boolean
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** What is said of each picture in it; empty where nothing is. Those marked as decoration are left out. */
  readonly pictures: readonly string[]
}
/** A cell beside what it says: how many columns it takes, whether it goes on from the one above, and its ground ('00B050'), if any. */
export type DocxCell = {
  readonly across: number
  readonly goes_on: boolean
  readonly ground?: string
}
export type DocxTable = {
  readonly kind: 'table'
  /** The cells of each row, one for one with what is in them. */
  readonly cells: readonly (readonly DocxCell[])[]
  readonly rows: readonly (readonly (readonly DocxPart[])[])[]
  /** Whether its first row is marked as a header row. */
  readonly header: boolean
}
export type DocxPart = DocxParagraph | DocxTable

const named = (node: XmlNode | undefined, name: string): node is XmlElement =>
  node !== undefined && typeof node !== 'string' && node.name === name
const childrenNamed = (node: XmlElement, name: string) =>
  node.children.filter((child): child is XmlElement => named(child, name))
const within = (node: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at && childrenNamed(at, name)[0], node)

export type ReadDocxOptions = {
  /** What stands for a tab; a space unless said. */
  readonly tab?: string
  /** Footnotes as the last paragraphs, each with its raised number there and where it is referred to; left out unless said. */
  readonly notes?: boolean
}

/** A Word file as it is read: paragraphs and tables in order. Throws unless it is a Word file of a sensible size. */
export function readDocx(bytes: Uint8Array, { tab = ' ', notes = false }: ReadDocxOptions = {}): DocxPart[] {
  if (bytes.length > LARGEST) throw new Error('The file is too large')
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => READ.includes(name) && originalSize <= LARGEST,
  })
  const xml = (name: string) => (files[name] ? readXml(strFromU8(files[name])) : undefined)
  const body = within(xml('word/document.xml'), 'w:body')
  if (!body) throw new Error('It has no text')
  const levels = new Map<string, number>()
  for (const style of childrenNamed(xml('word/styles.xml') ?? EMPTY, 'w:style')) {
    const outline = within(style, 'w:pPr', 'w:outlineLvl')?.attributes['w:val']
    const name = /^heading (\d)$/i.exec(within(style, 'w:name')?.attributes['w:val'] ?? '')?.[1]
    const level = name ? Number(name) : outline === undefined ? undefined : Number(outline) + 1
    if (level && level < 10) levels.set(style.attributes['w:styleId'] ?? '', level)
  }
  const addresses = new Map(
    childrenNamed(xml('word/_rels/document.xml.rels') ?? EMPTY, 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      attributes['Target'] ?? '',
    ]),
  )
  const footnotes = notes ? notesOf(xml('word/footnotes.xml') ?? EMPTY) : []
  const signs = new Map(footnotes.map(({ attributes }, index) => [attributes['w:id'], sign(index + 1)]))
  const known = { levels, addresses, signs, tab }
  return [
    ...partsOf(body.children, known),
    ...footnotes.map((note) => plain(`${signs.get(note.attributes['w:id'])} ${textOf(note, known).trim()}`)),
  ]
}
const EMPTY: XmlElement = { name: '', attributes: {}, children: [] }

type Known = {
  levels: ReadonlyMap<string, number>
  addresses: ReadonlyMap<string, string>
  signs: ReadonlyMap<string | undefined, string>
  tab: string
}

const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const sign = (number: number) => String(number).replaceAll(/\d/g, (digit) => SIGNS[Number(digit)]!)
/** Notes that are somebody's words: Word keeps two more, for the line above them. */
const notesOf = (notes: XmlElement) =>
  elementsNamed(notes, 'w:footnote').filter(
    ({ attributes }) => Number(attributes['w:id']) > 0 && attributes['w:type'] === undefined,
  )
const plain = (text: string): DocxParagraph => ({
  kind: 'paragraph',
  text,
  listed: false,
  bold: false,
  links: [],
  pictures: [],
})

const partsOf = (nodes: readonly XmlNode[], known: Known): DocxPart[] =>
  nodes.flatMap((node): DocxPart[] => {
    if (named(node, 'w:p')) return [paragraphOf(node, known)]
    if (named(node, 'w:tbl')) return [tableOf(node, known)]
    if (named(node, 'w:sdt')) return partsOf(within(node, 'w:sdtContent')?.children ?? [], known)
    return []
  })

function tableOf(table: XmlElement, known: Known): DocxTable {
  const rows = childrenNamed(table, 'w:tr')
  const header = isOn(within(rows[0], 'w:trPr', 'w:tblHeader'))
  return {
    kind: 'table',
    header,
    rows: rows.map((row) => childrenNamed(row, 'w:tc').map((cell) => partsOf(cell.children, known))),
    cells: rows.map((row) => childrenNamed(row, 'w:tc').map(cellOf)),
  }
}

// Word's own limit of columns in a table: a file of a few hundred bytes may claim millions, which would fill the memory.
const MOST_COLUMNS = 63

/** How many columns a cell says that it goes across: at least one, and no more than a table can have. */
export const columnsAcross = (said: string | undefined): number =>
  Math.min(Math.max(Math.trunc(Number(said ?? 1)) || 1, 1), MOST_COLUMNS)

function cellOf(cell: XmlElement): DocxCell {
  const settings = within(cell, 'w:tcPr')
  const merged = within(settings, 'w:vMerge')
  const ground = within(settings, 'w:shd')?.attributes['w:fill']
  return {
    across: columnsAcross(within(settings, 'w:gridSpan')?.attributes['w:val']),
    goes_on: merged !== undefined && merged.attributes['w:val'] !== 'restart',
    ...(ground && /^[0-9a-f]{6}$/i.test(ground) ? { ground } : {}),
  }
}

function paragraphOf(node: XmlElement, known: Known): DocxParagraph {
  const { levels, addresses } = known
  const settings = within(node, 'w:pPr')
  const style = within(settings, 'w:pStyle')?.attributes['w:val'] ?? ''
  const outline = within(settings, 'w:outlineLvl')?.attributes['w:val']
  const heading =
    outline !== undefined && Number(outline) < 9
      ? Number(outline) + 1
      : (levels.get(style) ?? (/^Heading([1-9])$/.exec(style) ? Number(style.at(-1)) : undefined))
  const runs = elementsNamed(node, 'w:r').filter((run) => textOf(run, known).trim() !== '')
  return {
    kind: 'paragraph',
    text: textOf(node, known).trim(),
    ...(heading ? { heading } : {}),
    listed: within(settings, 'w:numPr') !== undefined || style.startsWith('List'),
    bold: runs.length > 0 && runs.every((run) => isOn(within(run, 'w:rPr', 'w:b'))),
    links: elementsNamed(node, 'w:hyperlink').map((link) => ({
      text: textOf(link, known),
      href: addresses.get(link.attributes['r:id'] ?? '') ?? `#${link.attributes['w:anchor'] ?? ''}`,
    })),
    pictures: elementsNamed(node, 'w:drawing').flatMap(pictureIn),
  }
}
const isOn = (mark: XmlElement | undefined) =>
  mark !== undefined && !['0', 'false', 'none', 'off'].includes(mark.attributes['w:val'] ?? '')

function pictureIn(drawing: XmlElement): string[] {
  if (
    elementsNamed(drawing, 'adec:decorative').some((one) => isOn(one)) ||
    elementsNamed(drawing, 'w:txbxContent').length > 0
  )
    return []
  const { descr = '', title = '' } = elementsNamed(drawing, 'wp:docPr')[0]?.attributes ?? {}
  return [descr || title]
}

/** The text that is seen: what was struck out by tracked changes is not. */
const textOf = (node: XmlElement, known: Pick<Known, 'signs' | 'tab'>): string =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'w:t') return child.children.filter((one) => typeof one === 'string').join('')
      if (child.name === 'w:tab') return known.tab
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      if (child.name === 'w:noBreakHyphen') return '-'
      if (child.name === 'w:footnoteReference') return known.signs.get(child.attributes['w:id']) ?? ''
      return ['w:del', 'w:pPr', 'w:instrText', 'mc:Fallback'].includes(child.name) ? '' : textOf(child, known)
    })
    .join('')
