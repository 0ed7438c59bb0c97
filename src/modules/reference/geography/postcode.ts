export type Postcode = {
  /** The whole postcode as Royal Mail writes it, `NG3 1HF`; null when only the outward half could be read. */
  postcode: string | null
  /** The outward half: `NG3`. */
  outcode: string
}

// The shapes of Royal Mail's Programmers' Guide (BS 7666): which letters may stand where.
const OUTWARD = /^(?:[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)|GIR)$/
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/

const PLAIN = /^[A-Z]{1,2}\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/
const digit = (letter: string) => (letter === 'O' ? '0' : letter === 'I' || letter === 'L' ? '1' : letter)
const letterO = (text: string) => text.replaceAll('0', 'O')

/**
 * Reads a postcode written in any way: small letters, no space or several, dots or hyphens, `O` for nought, `I` for
 * one. Null when it is not the shape of a postcode. Says nothing about whether an address has it.
 */
export function readPostcode(text: string): Postcode | null {
  if (PLAIN.test(text) && OUTWARD.test(text.slice(0, -4)))
    return { postcode: text, outcode: text.slice(0, -4) }
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (bare.length >= 5 && bare.length <= 7) {
    const inward = digit(bare.at(-3)!) + letterO(bare.slice(-2))
    const outward = asOutward(bare.slice(0, -3))
    if (outward && INWARD.test(inward)) return { postcode: `${outward} ${inward}`, outcode: outward }
  }
  // "NG3 1" or "NG3": enough to know the area. Only where the halves were kept apart, for NG31 is another place.
  const half = asOutward(
    (
      text
        .toUpperCase()
        .trim()
        .split(/[\s.-]+/)[0] ?? ''
    ).replace(/[^A-Z0-9]/g, ''),
  )
  const rest = text
    .toUpperCase()
    .trim()
    .split(/[\s.-]+/)
    .slice(1)
    .join('')
  return half && /^(?:|\d|\d[A-Z])$/.test(rest) ? { postcode: null, outcode: half } : null
}

function asOutward(text: string): string | null {
  if (OUTWARD.test(text)) return text
  // The first letter is never a digit, so a nought there is an O; the last sign of a short outcode is a digit.
  const mended =
    letterO(text.slice(0, 1)) + text.slice(1, -1).replace(/O(?=\d|$)/g, '0') + digit(text.slice(-1))
  return text.length > 1 && OUTWARD.test(mended) ? mended : null
}

/** The postcode as Royal Mail writes it, or null when the text is not a whole postcode. */
export const normalisePostcode = (text: string): string | null => readPostcode(text)?.postcode ?? null
