import { Invalid } from '#platform/errors.ts'
import { elementsNamed, readXml, type XmlElement, type XmlNode } from '#platform/xml/read-xml.ts'
import { whatFileIsIt } from './what-file-is-it.ts'

const named = (node: XmlNode, name: string): node is XmlElement =>
  typeof node !== 'string' && node.name === name

const DAMAGED =
  'This Word file is damaged. Open it in Word and save it again as .docx, or paste its text below.'
const NO_TEXT = 'This Word file has no text: it may be a picture of the paper. Paste the text below.'

/**
 * A paper's file as lines. Of a Word file: a paragraph each, '- ' before the points of a list, the cells of a row parted by tabs; a row of one cell
 * is a line for each of its paragraphs; footnotes last, numbered in their order. A text file as it is. Throws Invalid (field `file`) with what to
 * do for any other.
 */
export function readPaperFile(bytes: Uint8Array): string {
  const file = whatFileIsIt(bytes)
  if ('fault' in file) throw new Invalid({ file: file.fault })
  if ('text' in file) return file.text
  const text = linesOfWord(file.word)
  if (text.trim() === '') throw new Invalid({ file: NO_TEXT })
  return text
}

function linesOfWord({ document, footnotes }: { document: string; footnotes?: string }): string {
  try {
    const body = readXml(document).children.find((node) => named(node, 'w:body'))
    const notes = footnotes ? notesOf(readXml(footnotes)) : new Map<string, string>()
    const signs = new Map([...notes.keys()].map((id, index) => [id, sign(index + 1)]))
    const text = linesOf((body as XmlElement).children)
      .join('\n')
      .replaceAll(MARKED, (_, id: string) => signs.get(id) ?? '')
    return [text, ...[...notes].map(([id, words]) => `${signs.get(id)} ${words}`)].join('\n')
  } catch {
    throw new Invalid({ file: DAMAGED })
  }
}

const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const sign = (number: number) => String(number).replaceAll(/\d/g, (digit) => SIGNS[Number(digit)]!)
/** Where a note is referred to by its id, until all are known: a reader counts them in their order. */
const MARKED = /\uE000(\d+)\uE001/g

/** Notes that are somebody's words, by their id: Word keeps two more, for the line above them. */
const notesOf = (notes: XmlElement): Map<string, string> =>
  new Map(
    elementsNamed(notes, 'w:footnote')
      .filter(({ attributes }) => Number(attributes['w:id']) > 0 && attributes['w:type'] === undefined)
      .map((note) => [note.attributes['w:id']!, textOf(note).trim()]),
  )

function linesOf(nodes: readonly XmlNode[]): string[] {
  return nodes.flatMap((node) => {
    if (named(node, 'w:p')) return [...paragraph(node).split('\n'), '']
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
    .map((cell) =>
      linesOf(cell.children).flatMap((line) => (line === '' ? [] : [line.replaceAll('\t', ' ')])),
    )
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

/** The text that is seen: what was struck out by tracked changes is not. A tab parts the cells of a row that was typed without a table. */
const textOf = (node: XmlElement): string =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'w:t') return child.children.filter((one) => typeof one === 'string').join('')
      if (child.name === 'w:tab') return '\t'
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      if (child.name === 'w:noBreakHyphen') return '-'
      if (child.name === 'w:footnoteReference') return `\uE000${child.attributes['w:id']}\uE001`
      return ['w:del', 'w:pPr', 'w:instrText', 'mc:Fallback'].includes(child.name) ? '' : textOf(child)
    })
    .join('')
