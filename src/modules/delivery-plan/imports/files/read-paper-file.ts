import { type DocxCell, type DocxPart, type DocxTable, readDocx } from '#platform/documents/read-docx.ts'
import { readOdt } from '#platform/documents/read-odt.ts'
import { Invalid } from '#platform/errors.ts'
import { CELL_BREAK } from '../reading/pieces.ts'
import { columnsOfHeading } from '../reading/read-cells.ts'
import { BY_GROUND, statusOfGround } from '../reading/read-status.ts'
import { whatFileIsIt } from './what-file-is-it.ts'

const DAMAGED = 'This file is damaged. Open it in Word and save it again as .docx, or paste its text below.'
const NO_TEXT = 'This file has no text: it may be a picture of the paper. Paste the text below.'

/**
 * A paper's file as lines. Of a Word file or an OpenDocument text: a paragraph each, '- ' before the points of a list, the cells of a row parted by
 * tabs and the paragraphs within one by a sign of their own; a row of one cell is a line for each of its paragraphs; a merged cell is given again
 * in each row and stands in its own column; a plan's table within another's cell stands by itself; footnotes last, numbered in their order. A text
 * file as it is. Throws Invalid (field `file`) with what to do for any other.
 */
export function readPaperFile(bytes: Uint8Array): string {
  const file = whatFileIsIt(bytes)
  if ('fault' in file) throw new Invalid({ file: file.fault })
  if ('text' in file) return file.text
  const text = partsOf(bytes, file.kind)
    .flatMap((part) => linesOf(part, false))
    .join('\n')
  if (text.trim() === '') throw new Invalid({ file: NO_TEXT })
  return text
}

function partsOf(bytes: Uint8Array, kind: 'word' | 'odt'): DocxPart[] {
  try {
    return kind === 'word' ? readDocx(bytes, { tab: '\t', notes: true }) : readOdt(bytes)
  } catch {
    throw new Invalid({ file: DAMAGED })
  }
}

/** `within` a cell a tab of a paragraph parts nothing; the cells of a table do. */
function linesOf(part: DocxPart, within: boolean): string[] {
  if (part.kind === 'table') return [...tableLines(part), '']
  const said = within ? part.text.replaceAll('\t', ' ') : part.text
  const text = part.listed && said !== '' ? `- ${said}` : said
  return [...text.split('\n'), '']
}

function tableLines({ rows, cells }: DocxTable): string[] {
  // What stands in each column, to be given again where a merged cell goes on.
  const above: string[] = []
  return rows.flatMap((row, at) => {
    const plans: string[] = []
    const lines = row.map((parts) =>
      parts.flatMap((part) => {
        const own = linesOf(part, true).filter((line) => line !== '')
        // A plan's table within the cell of another stands by itself, under the row it was in.
        if (part.kind !== 'table' || !own.some((line) => columnsOfHeading(line))) return own
        plans.push(...own)
        return []
      }),
    )
    const alone = lines.filter((one) => one.length > 0).length === 1
    const merged = cells[at]!.some(({ goes_on }) => goes_on)
    if (row.length === 1 || (alone && !merged)) return [...lines.flat(), ...plans]
    let column = 0
    const said = lines.flatMap((one, index) => {
      const { across, goes_on, ground } = cells[at]![index]!
      const text = goes_on ? (above[column] ?? '') : cellText(one, ground)
      above[column] = text
      column += across
      return [text, ...Array.from({ length: across - 1 }, () => '')]
    })
    // Numbers that Word counts by itself are not in the text: the row says that there is one.
    if (said.length === 4 && said[0] === '' && said[3]!.length <= 12) said[0] = '?'
    return [said.join('\t'), ...plans]
  })
}

/** What a cell says; one that is only coloured says its colour. */
function cellText(lines: readonly string[], ground: DocxCell['ground']): string {
  if (lines.length > 0) return lines.join(CELL_BREAK).replaceAll('\t', ' | ')
  const status = ground && statusOfGround(ground)
  return status ? `${status} ${BY_GROUND}` : ''
}
