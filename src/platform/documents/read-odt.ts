import { strFromU8, unzipSync } from 'fflate'
import { elementsNamed, readXml, type XmlElement, type XmlNode } from '#platform/xml/read-xml.ts'
import {
  columnsAcross,
  type DocxCell,
  type DocxParagraph,
  type DocxPart,
  type DocxTable,
} from './read-docx.ts'

const LARGEST = 20_000_000

const named = (node: XmlNode | undefined, name: string): node is XmlElement =>
  node !== undefined && typeof node !== 'string' && node.name === name

/** An OpenDocument text as it is read, in the shape of a Word file: paragraphs and tables in order; notes last. Throws unless it is one. */
export function readOdt(bytes: Uint8Array): DocxPart[] {
  if (bytes.length > LARGEST) throw new Error('The file is too large')
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === 'content.xml' && originalSize <= LARGEST,
  })
  const content = files['content.xml'] && readXml(strFromU8(files['content.xml']))
  const body = content && elementsNamed(content, 'office:text')[0]
  if (!body) throw new Error('It has no text')
  const grounds = new Map<string, string>()
  for (const style of elementsNamed(content, 'style:style')) {
    const colour = elementsNamed(style, 'style:table-cell-properties')[0]?.attributes['fo:background-color']
    if (colour && /^#[0-9a-f]{6}$/i.test(colour))
      grounds.set(style.attributes['style:name'] ?? '', colour.slice(1))
  }
  const notes = elementsNamed(body, 'text:note').map((note) => {
    const sign = elementsNamed(note, 'text:note-citation').map(wordsOf).join('')
    return paragraph(`${raised(sign)} ${elementsNamed(note, 'text:note-body').map(wordsOf).join(' ').trim()}`)
  })
  return [...partsOf(body.children, grounds), ...notes]
}

const partsOf = (
  nodes: readonly XmlNode[],
  grounds: ReadonlyMap<string, string>,
  listed = false,
): DocxPart[] =>
  nodes.flatMap((node): DocxPart[] => {
    if (typeof node === 'string') return []
    switch (node.name) {
      case 'text:p':
        return [
          paragraph(wordsOf(node).trim(), listed),
          ...elementsNamed(node, 'draw:text-box').flatMap(({ children }) => partsOf(children, grounds)),
        ]
      case 'text:h': {
        const level = Number(node.attributes['text:outline-level'] ?? 1)
        return [{ ...paragraph(wordsOf(node).trim()), heading: level }]
      }
      case 'table:table':
        return [tableOf(node, grounds)]
      // What was struck out, and what somebody wrote beside the text.
      case 'text:tracked-changes':
      case 'office:annotation':
        return []
      // Lists, sections, frames and whatever else holds paragraphs.
      default:
        return partsOf(node.children, grounds, listed || node.name === 'text:list')
    }
  })

function tableOf(table: XmlElement, grounds: ReadonlyMap<string, string>): DocxTable {
  const heading = table.children.find((node) => named(node, 'table:table-header-rows'))
  const rows = table.children.flatMap((node) =>
    named(node, 'table:table-row')
      ? [node]
      : named(node, 'table:table-header-rows') || named(node, 'table:table-row-group')
        ? node.children.filter((one): one is XmlElement => named(one, 'table:table-row'))
        : [],
  )
  // A cell that another covers is one that goes on from above, unless the one before it in the row takes its place.
  const cellsOf = (row: XmlElement) => {
    let covered = 0
    return row.children.flatMap((cell): { cell: XmlElement; is: DocxCell }[] => {
      if (named(cell, 'table:table-cell')) {
        const across = columnsAcross(cell.attributes['table:number-columns-spanned'])
        covered = across - 1
        const ground = grounds.get(cell.attributes['table:style-name'] ?? '')
        return [{ cell, is: { across, goes_on: false, ...(ground ? { ground } : {}) } }]
      }
      if (!named(cell, 'table:covered-table-cell')) return []
      if (covered-- > 0) return []
      return [{ cell, is: { across: 1, goes_on: true } }]
    })
  }
  const read = rows.map(cellsOf)
  return {
    kind: 'table',
    header: heading !== undefined,
    rows: read.map((cells) => cells.map(({ cell }) => partsOf(cell.children, grounds))),
    cells: read.map((cells) => cells.map(({ is }) => is)),
  }
}

const paragraph = (text: string, listed = false): DocxParagraph => ({
  kind: 'paragraph',
  text,
  listed,
  bold: false,
  links: [],
  pictures: [],
})

const raised = (text: string) => text.replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

/** The text that is seen; a note's number is raised where it is referred to. */
const wordsOf = (node: XmlElement): string =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return child.replaceAll(/\s+/g, ' ')
      if (child.name === 'text:s')
        return ' '.repeat(Math.min(100, Number(child.attributes['text:c'] ?? 1) || 1))
      if (child.name === 'text:tab') return '\t'
      if (child.name === 'text:line-break') return '\n'
      if (child.name === 'text:note')
        return raised(elementsNamed(child, 'text:note-citation').map(wordsOf).join(''))
      return ['office:annotation', 'text:tracked-changes', 'draw:frame'].includes(child.name)
        ? ''
        : wordsOf(child)
    })
    .join('')
