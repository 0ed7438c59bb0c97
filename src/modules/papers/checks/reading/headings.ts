const NUMBERED = /^(\d{1,2}|[A-Z])(?:\.0)?[.)]?\s+(?=[A-Z'“‘(])(.{3,160})$/
const CAPITALS = /^[^a-z]*[A-Z]{3}[^a-z]*$/
const KNOWN =
  /^(?:executive summary|summary|purpose(?: of (?:the )?report)?|recommendations?|introduction|background|foreword|contents|conclusions?|appendix\b.*|annex\b.*)$/i

/** Whether a line of plain text is a heading, and its number and words; `strict` inside a table of deliverables, where short lines are none. */
export function headingIn(
  { text, alone, level, bold }: { text: string; alone: boolean; level?: number; bold?: boolean },
  strict: boolean,
): { text: string; number?: string } | undefined {
  const plain = text.trim().replace(/:$/, '')
  const numbered = NUMBERED.exec(plain)
  if (level) return numbered ? { number: numbered[1]!, text: numbered[2]! } : { text: plain }
  if (/[.;,!?]$/.test(plain) || plain.length > 160) return undefined
  if (
    numbered &&
    plain.split(/\s+/).length <= 16 &&
    (alone || !/\b(?:is|are|was|were|has|have|will)\b/.test(plain))
  )
    return { number: numbered[1]!, text: numbered[2]! }
  if (KNOWN.test(plain) || (CAPITALS.test(plain) && plain.length > 5)) return { text: plain }
  const words = plain.split(/\s+/).length
  if (!strict && !text.endsWith(':') && (alone || bold) && words <= 14 && /^['“‘]?[A-Z\d]/.test(plain))
    return { text: plain }
  return undefined
}
