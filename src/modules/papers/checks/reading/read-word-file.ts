import { type DocxPart, type DocxParagraph, type DocxTable, readDocx } from '#platform/documents/read-docx.ts'
import type { Raw, RawFile, RawLink } from './raw.ts'

/** A paper as a Word file. Throws unless it is one. */
export function readWordFile(bytes: Uint8Array): RawFile {
  const links: RawLink[] = []
  return { source: 'docx', raws: rawsOf(readDocx(bytes), links), links }
}

const rawsOf = (parts: readonly DocxPart[], links: RawLink[]): Raw[] =>
  parts.flatMap((part) => (part.kind === 'table' ? tableRaws(part, links) : paragraphRaws(part, links)))

function paragraphRaws(paragraph: DocxParagraph, links: RawLink[]): Raw[] {
  const { text, heading, listed, bold, pictures } = paragraph
  for (const link of paragraph.links) links.push({ text: link.text, href_of_link: link.href, sentence: text })
  return [
    ...pictures.map((alt): Raw => ({ kind: 'picture', alt })),
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Raw => ({
        kind: 'words',
        text: line.trim().replace(/^[-•–]\s+/, ''),
        bold,
        alone: !listed && bold,
        ...(heading ? { level: heading } : {}),
        ...((listed || /^\s*[-•–]\s/.test(line)) && !heading ? { listed: true } : {}),
      })),
  ]
}

/** A row with one cell that holds anything is text over the whole width: it parts the table. */
function tableRaws({ rows, header }: DocxTable, links: RawLink[]): Raw[] {
  const raws: Raw[] = []
  let under: { cells: string[] }[] = []
  let first = true
  const end = () => {
    if (under.length > 0) raws.push({ kind: 'table', rows: under, header_marked: first ? header : true })
    first &&= under.length === 0
    under = []
  }
  for (const row of rows) {
    const cells = row.map((cell) => rawsOf(cell, links))
    const full = cells.filter((cell) => cell.length > 0)
    if (full.length === 1 && rows.length > 1) {
      end()
      raws.push(...full[0]!)
    } else {
      under.push({ cells: cells.map((cell) => cell.map(textOfRaw).join('\n')) })
      raws.push(...cells.flat().filter((raw) => raw.kind === 'picture'))
    }
  }
  end()
  return raws
}

const textOfRaw = (raw: Raw): string =>
  raw.kind === 'words'
    ? raw.text
    : raw.kind === 'table'
      ? raw.rows.map(({ cells }) => cells.join(' ')).join('\n')
      : ''
