import { strFromU8, unzipSync } from 'fflate'
import { Invalid } from '#platform/errors.ts'
import { readXml, type XmlElement, type XmlNode } from '#platform/xml/read-xml.ts'

/** A .docx larger than this, packed or unpacked, is no paper. */
const LARGEST = 20_000_000

const named = (node: XmlNode, name: string): node is XmlElement =>
  typeof node !== 'string' && node.name === name

/**
 * A Word file's text as lines: a paragraph each, '- ' before the points of a list, the cells of a row parted by tabs. A row whose cells hold several
 * paragraphs is a line for each. Throws Invalid (field `file`) when it is not a Word file.
 */
export function readDocx(bytes: Uint8Array): string {
  try {
    if (bytes.length > LARGEST) throw new Error('too large')
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= LARGEST,
    })
    const body = readXml(strFromU8(parts['word/document.xml']!)).children.find((node) =>
      named(node, 'w:body'),
    )
    return linesOf((body as XmlElement).children).join('\n')
  } catch {
    throw new Invalid({
      file: 'This file could not be read as a Word document. Save it as .docx, or paste its text.',
    })
  }
}

function linesOf(nodes: readonly XmlNode[]): string[] {
  return nodes.flatMap((node) => {
    if (named(node, 'w:p')) return [paragraph(node), '']
    if (named(node, 'w:tbl'))
      return [...node.children.filter((row) => named(row, 'w:tr')).flatMap(rowLines), '']
    if (named(node, 'w:sdt'))
      return linesOf(node.children.flatMap((one) => (named(one, 'w:sdtContent') ? one.children : [])))
    return []
  })
}

function rowLines(row: XmlElement): string[] {
  const cells = row.children
    .filter((cell) => named(cell, 'w:tc'))
    .map((cell) => linesOf(cell.children).filter((line) => line !== ''))
  if (cells.length === 1 || cells.filter((lines) => lines.length > 0).length === 1) return cells.flat()
  const line = cells.map((lines) => lines.join(' '))
  // Numbers that Word counts by itself are not in the text: the row says that there is one.
  if (line.length === 4 && line[0] === '' && line[3]!.length <= 12) line[0] = '?'
  return [line.join('\t')]
}

function paragraph(node: XmlElement): string {
  const listed = node.children.some(
    (one) => named(one, 'w:pPr') && one.children.some((each) => named(each, 'w:numPr')),
  )
  const text = textOf(node).trim()
  return listed && text !== '' ? `- ${text}` : text
}

/** The text that is seen: what was struck out by tracked changes is not. */
const textOf = (node: XmlElement): string =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'w:t') return child.children.filter((one) => typeof one === 'string').join('')
      if (child.name === 'w:tab') return ' '
      if (child.name === 'w:br') return '\n'
      return child.name === 'w:del' || child.name === 'w:pPr' ? '' : textOf(child)
    })
    .join('')
