import { symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'
import type { SymbolType } from 'd3-shape'
import { html } from '#platform/design-system/html.ts'
import type { Html } from '#platform/design-system/html.ts'
import type { Tone } from '#platform/design-system/patterns/status-tag.ts'

/** More columns than this cannot be told apart: no chart has more. */
export const MOST_SERIES = 6

export const INK = '#14201f'
export const QUIET = '#b9c9cb'
export const PAPER = '#ffffff'

/**
 * How one series looks: never by colour alone, but by pattern, dash and marker too. Each colour has a contrast of at
 * least 3 to 1 with white (WCAG 2.2, 1.4.11).
 */
export type Look = {
  readonly colour: string
  /** The white marks drawn over the colour in a tile of 8 by 8; '' for plain. */
  readonly marks: string
  readonly dash: string | null
  readonly symbol: SymbolType
  /** What its shapes are filled with where that is not its colour: white, with its colour around it. */
  readonly ground?: string
}

const LOOKS: readonly Look[] = [
  { colour: '#20444f', marks: '', dash: null, symbol: symbolCircle },
  { colour: '#1f8a80', marks: 'M-2 2l4-4M0 8l8-8M6 10l4-4', dash: '8 4', symbol: symbolSquare },
  { colour: '#801650', marks: 'M1 2h2M5 6h2', dash: '2 4', symbol: symbolTriangle },
  { colour: '#c8500f', marks: 'M0 4h8M4 0v8', dash: '12 4 2 4', symbol: symbolDiamond },
  { colour: '#3d3d3d', marks: 'M0 2h8M0 6h8', dash: '4 2', symbol: symbolCross },
  { colour: '#7a5cb8', marks: 'M-2 6l4 4M0 0l8 8M6-2l4 4', dash: '2 2', symbol: symbolStar },
]

/** Series that stand for how something stands look as their tag does: a reader would take any other colour for another status. */
const BY_TONE: Partial<Record<Tone, Look>> = {
  good: { ...LOOKS[0]!, colour: '#0f7a52' },
  attention: { ...LOOKS[1]!, colour: '#c46a00' },
  urgent: { ...LOOKS[2]!, colour: '#ca3535' },
  closed: { ...LOOKS[3]!, colour: '#5c6b6d', marks: '', ground: PAPER },
  neutral: { ...LOOKS[4]!, colour: '#5c6b6d' },
}

/** What is drawn in the tones of a chart's series, where they have any. */
export type Toned = { readonly tones?: readonly Tone[] | undefined }

/** The look of a series by its number from 0. */
export const lookOf = (index: number, { tones }: Toned = {}): Look =>
  BY_TONE[tones?.[index] ?? 'new'] ?? LOOKS[index % LOOKS.length]!

/** What is drawn around a shape: its colour, or white between the parts of a bar. */
export const edgeOf = (look: Look): string => (look.ground ? look.colour : PAPER)

/** What a shape of this series is filled with: its colour, or its pattern, defined by `patterns`. */
export const fillOf = (chart: string, index: number, toned: Toned = {}): string => {
  const { colour, ground, marks } = lookOf(index, toned)
  return marks === '' ? (ground ?? colour) : `url(#${chart}-pattern-${index})`
}

/** The patterns that `fillOf` refers to, for a drawing of so many series. */
export const patterns = (chart: string, count: number, toned: Toned = {}): Html =>
  html`<defs>${Array.from({ length: count }, (_, index) => {
    const { colour, marks } = lookOf(index, toned)
    if (marks === '') return null
    return html`<pattern id="${chart}-pattern-${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/><path d="${marks}" stroke="${PAPER}" stroke-width="1.5" fill="none"/></pattern>`
  })}</defs>`
