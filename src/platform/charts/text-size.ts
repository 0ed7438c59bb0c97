/*
 * How wide text will be, without a browser: in thousandths of the size, and as wide as in DejaVu Sans, the widest of
 * the common typefaces, because which one a reader has is not known here.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI|'.,:;! ]/, 320],
  [/[ftr()[\]/\\\s-]/, 400],
  [/[mwMW@%]/, 980],
  [/[A-Z&]/, 740],
  [/[\u0020-\u024F]/, 630],
  [/[\u0300-\u036F]/, 0],
]
const OTHER = 1000

const cache = new Map<string, number>()

function characterWidth(character: string): number {
  const known = cache.get(character)
  if (known !== undefined) return known
  const width = WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER
  if (cache.size < 2000) cache.set(character, width)
  return width
}

/** Bold text is about this much wider. */
export const BOLD = 1.12

/** About how many units wide a line of text is at a font size. */
export function textWidth(text: string, size: number): number {
  let total = 0
  for (const character of text) total += characterWidth(character)
  return (total * size) / 1000
}

function breakWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && textWidth(piece + character, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/**
 * Text as lines no wider than `width`, broken between words, and within a word only when it is wider alone. After
 * `most` lines the rest becomes '…': the table beside the chart has it whole.
 */
export function wrapText(text: string, width: number, size: number, most = 4): string[] {
  const room = Math.max(width, size * 2)
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (lines.length > most) break
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (textWidth(longer, size) <= room) lines[lines.length - 1] = longer
    else lines.push(...(textWidth(word, size) <= room ? [word] : breakWord(word, room, size)))
  }
  const shown = lines.filter((line, index) => line !== '' || index > 0)
  if (shown.length <= most) return shown
  return [...shown.slice(0, most - 1), `${(shown[most - 1] ?? '').replace(/..?$/u, '')}…`]
}
