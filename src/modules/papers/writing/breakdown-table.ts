import type { Figure, FigureLine, Measure } from '#insight'
import { wordsFor } from '#reference'
import type { Block, Run } from '#platform/documents/document.ts'

/** A figure broken down, as a table of a document: each line with its parts and, for a share, its n and per cent, each as `cell` prints it. */
export function breakdownTable(
  measure: Measure,
  figure: Figure,
  by: readonly string[],
  caption: string,
  cell: (line: FigureLine, show: string) => Run,
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
      ...dimensions.map(([name, { words }]) =>
        wordsFor({ 'not-stated': 'Not stated', ...words }, String(line[name])),
      ),
      ...[...parts, ...(measure.share ? ['n', 'percent'] : ['value'])].map((show) => [cell(line, show)]),
    ]),
  }
}
