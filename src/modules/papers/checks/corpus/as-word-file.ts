// For tests: a paper kept as text, as the Word file it was: headings by style, tables as tables, points as a list, links as links.
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { assemblePaper } from '../reading/assemble.ts'
import type { Raw, RawLink } from '../reading/raw.ts'
import { readText } from '../reading/read-text.ts'

/** The Word file of a text. */
export async function asWordFile(text: string): Promise<Uint8Array> {
  const file = readText(text)
  const headings = new Map(
    assemblePaper(file).parts.flatMap((part) =>
      part.kind === 'heading' && part.zone !== 'front'
        ? [[`${part.line} ${part.text}`, part.level ?? 1]]
        : [],
    ),
  )
  const level = (raw: Extract<Raw, { kind: 'words' }>) =>
    headings.get(`${raw.line} ${raw.text}`) ??
    headings.get(`${raw.line} ${raw.text.replace(/^\d+\.?(?:\d+)?\s+/, '')}`)
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: file.raws.flatMap((raw) => {
            if (raw.kind === 'picture') return []
            if (raw.kind === 'table') return [tableOf(raw), new Paragraph('')]
            const heading = level(raw)
            return [
              new Paragraph({
                ...(heading === undefined
                  ? {}
                  : { heading: heading > 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1 }),
                ...(raw.listed ? { bullet: { level: 0 } } : {}),
                children: linked(raw, file.links),
              }),
            ]
          }),
        },
      ],
    }),
  )
}

function linked({ text, line }: Extract<Raw, { kind: 'words' }>, links: readonly RawLink[]) {
  const link = links.find((one) => one.line === line && text.includes(one.text))
  if (!link) return [new TextRun(text)]
  const at = text.indexOf(link.text)
  return [
    new TextRun(text.slice(0, at)),
    new ExternalHyperlink({
      link: link.href_of_link || 'https://example.org',
      children: [new TextRun(link.text)],
    }),
    new TextRun(text.slice(at + link.text.length)),
  ]
}

const tableOf = ({ rows }: Extract<Raw, { kind: 'table' }>) => {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return new Table({
    rows: rows.map(
      ({ cells }, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: Array.from(
            { length: width },
            (_, column) =>
              new TableCell({
                children: (cells[column] ?? '').split('\n').map((line) => new Paragraph(line)),
              }),
          ),
        }),
    ),
  })
}
