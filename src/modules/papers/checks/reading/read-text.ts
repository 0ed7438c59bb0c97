import type { Raw, RawFile, RawLink } from './raw.ts'

const LINK = /(!?)\[([^\][]{0,300})\]\(([^)(\s]{0,1000})[^)(]{0,200}\)/g
const RULE_LINE = /^[\s|:–-]*$/
/** Cells parted by tabs, by upright lines, or by wide gaps. */
const cellsOf = (text: string): string[] | undefined => {
  if (/^\s*\|.*\|\s*$/.test(text))
    return text
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
  if (/\S\s\|\s\S.*\s\|\s/.test(text)) return text.split(/\s\|\s/).map((cell) => cell.trim())
  if (text.includes('\t'))
    return text
      .replace(/\t+$/, '')
      .split('\t')
      .map((cell) => cell.trim())
  return undefined
}
const gapped = (text: string): string[] => text.trim().split(/\s{2,}/)
const looksGapped = (text: string) =>
  gapped(text).length > 1 &&
  gapped(text)
    .slice(1)
    .some((cell) => /^[£\d][\d,.%/]*$|^-$/.test(cell))

/** A paper pasted or saved as text. Marks of emphasis are taken off; rows are cells parted by tabs, upright lines or wide gaps. */
export function readText(source: string): RawFile {
  const raws: Raw[] = []
  const links: RawLink[] = []
  const lines = linesOf(source)
  let rows: { cells: string[]; line: number }[] = []
  const endTable = () => {
    if (rows.length > 0) raws.push({ kind: 'table', rows })
    rows = []
  }
  for (const [index, { line, text: marked }] of lines.entries()) {
    const text = withoutMarks(marked, line, raws, links)
    if (text.trim() === '') {
      endTable()
      continue
    }
    if (RULE_LINE.test(text)) continue
    const near = [lines[index - 1], lines[index + 1]].some((one) => one && looksGapped(one.text))
    const cells = cellsOf(text) ?? (near && gapped(text).length > 1 ? gapped(text) : undefined)
    if (cells && cells.length > 1) {
      rows.push({ cells, line })
      continue
    }
    endTable()
    const level = /^(#{1,6})\s/.exec(text)?.[1]?.length
    const bold = /^\*\*[^*]+\*\*$/.test(marked.trim())
    const listed = /^\s*[-•*–]\s+/.test(text)
    const alone = !lines[index - 1]?.text.trim() && !lines[index + 1]?.text.trim()
    raws.push({
      kind: 'words',
      text: text
        .replace(/^#{1,6}\s+/, '')
        .replace(/^\s*[-•*–]\s+/, '')
        .trim(),
      line,
      ...(level ? { level } : {}),
      ...(bold ? { bold } : {}),
      ...(listed ? { listed } : {}),
      alone,
    })
  }
  endTable()
  return { source: 'text', raws, links }
}

/** Lines with their numbers; paragraphs marked up within one line become lines of the same number. */
function linesOf(source: string): { line: number; text: string }[] {
  return source
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((raw, index) => {
      const parts = raw
        .replaceAll(/<\/?(?:p|ul|ol|li|br|div)\b[^>]*>/gi, '\n')
        .replaceAll(/<[^>]{1,80}>/g, '')
        .replaceAll(/(\S)\s*•\s*/g, '$1\n- ')
        .split('\n')
      const full = parts.filter((part) => part.trim() !== '')
      return (full.length > 1 ? full : [parts.join('')]).map((text) => ({ line: index + 1, text }))
    })
}

function withoutMarks(marked: string, line: number, raws: Raw[], links: RawLink[]): string {
  const sentence = marked.replaceAll(LINK, '$2').trim()
  return marked
    .replaceAll(LINK, (_, picture: string, text: string, href_of_link: string) => {
      if (picture) {
        raws.push({ kind: 'picture', alt: text, line })
        return ''
      }
      links.push({ text: text.replaceAll('\\', ''), href_of_link, sentence, line })
      return text
    })
    .replaceAll(/\*{1,3}(?=\S)([^*]+?)(?<=\S)\*{1,3}/g, '$1')
    .replaceAll('**', '')
    .replaceAll(/\\([()[\]_*])/g, '$1')
}
