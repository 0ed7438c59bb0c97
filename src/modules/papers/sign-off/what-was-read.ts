import { sha256 } from '#access'
import type { Written } from '../writing/write-paper.ts'

/**
 * A mark of a paper as it is printed: its words, and its figures with their values, without the times they were counted at. The same as long
 * as whoever opens the paper reads the same; another as soon as a word or a figure differs.
 */
export const markOf = ({ document, figures }: Written): string =>
  sha256(
    JSON.stringify(
      [document, figures.map(({ key, title, value, n, printed }) => [key, title, value, n, printed])],
      (key, value: unknown) =>
        key === 'as_at'
          ? undefined
          : value instanceof Uint8Array
            ? Buffer.from(value).toString('base64')
            : value,
    ),
  ).toString('base64url')
