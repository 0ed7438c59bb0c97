import type { Figure, Measure } from '#insight'
import type { Block } from '#platform/documents/document.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'

/** A figure broken down, as a table of a document: each line with its parts and, for a share, its n and per cent. */
export function breakdownTable(
  measure: Measure,
  figure: Figure,
  by: readonly string[],
  caption: string,
): Block {
  const dimensions = by.map((name) => [name, measure.dimensions[name]!] as const)
  const parts = measure.parts?.values ?? []
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return {
    kind: 'table',
    caption,
    columns: [
      ...dimensions.map(([, { title }]) => ({ title })),
      ...parts.map((part) => ({ title: capital(part), numeric: true })),
      ...(measure.share
        ? [
            { title: 'n', numeric: true },
            { title: capital(measure.share.yes), numeric: true },
          ]
        : [{ title: capital(measure.unit), numeric: true }]),
    ],
    rows: (figure.by ?? []).map((line) => [
      ...dimensions.map(([name, { words }]) => words?.[String(line[name])] ?? String(line[name])),
      ...parts.map((part) => numberInWords(Number(line[part]))),
      ...(measure.share
        ? [numberInWords(line.n ?? 0), percentageInWords(line.value, line.n ?? 0)]
        : [numberInWords(line.value)]),
    ]),
  }
}
