import { findOffenceCode, recordedCrimeLabels, type OffenceCode } from './offence-codes.ts'
import { findOffenceGroup, findOffenceSubgroup, offenceSubgroups, UNCLASSIFIED } from './offence-groups.ts'
import { matchTerm } from './offence-terms.ts'
import { cleanOffenceText, readWrittenWords } from './offence-words.ts'
import { mendWords } from './mend-words.ts'

/** Below this confidence a person decides; the reading is only a suggestion. */
export const OFFENCE_REVIEW_BELOW = 0.8

export type Offence = {
  group_code: string
  group_name: string
  /** Null when only the group is told, and for Unclassified. */
  subgroup_code: string | null
  subgroup_name: string | null
  /** 0 (nothing told) to 1. */
  confidence: number
  /** Why it was read so, in words a reviewer can check. */
  reason: string
  /** To be looked at by a person before it counts in a class. */
  needs_review: boolean
  attempted: boolean
  /** The sender marked the offence title as no longer in use. */
  expired: boolean
}

type Reading = { code: string; confidence: number; reason: string }

const read = new Map<string, Offence>()
const MOST_KEPT = 20_000

/**
 * Reads an offence as police write it (misspelt, with sections of Acts, line breaks, "Attempted -", codes, cut off) as a
 * group and subgroup of recorded crime, with a confidence and the reason. Never guesses silently: what is not certain
 * needs review, what tells nothing is Unclassified. A non-crime incident is a group of its own.
 * `code` is the sender's offence code, when it has a column of its own.
 */
export function normaliseOffence(text: string, code = ''): Offence {
  const key = code ? `${code}\u0000${text}` : text
  const known = read.get(key)
  if (known) return known
  const offence = describe(text, code)
  if (read.size >= MOST_KEPT) read.clear()
  // The key may be a slice of a much longer text, which it would keep in memory: keep a copy.
  read.set(Buffer.from(key).toString(), offence)
  return offence
}

function describe(text: string, codeText: string): Offence {
  const { attempted, expired } = cleanOffenceText(text)
  const reading = weigh(readText(text), findOffenceCode(codeText) ?? findOffenceCode(text), text, codeText)
  const subgroup = findOffenceSubgroup(reading.code)
  const group = findOffenceGroup(subgroup?.group_code ?? reading.code) ?? findOffenceGroup(UNCLASSIFIED)!
  return {
    group_code: group.code,
    group_name: group.name,
    subgroup_code: subgroup?.code ?? null,
    subgroup_name: subgroup?.name ?? null,
    confidence: Math.round(reading.confidence * 100) / 100,
    reason: reading.reason,
    needs_review: reading.confidence < OFFENCE_REVIEW_BELOW,
    attempted,
    expired,
  }
}

const titles = new Map<string, string>()
const titleOf = (text: string) =>
  cleanOffenceText(text)
    .words.filter((word) => word !== 'attempted')
    .join(' ')
for (const { label, meaning } of recordedCrimeLabels) titles.set(titleOf(label), meaning)
for (const { code, name } of offenceSubgroups) titles.set(titleOf(name), code)
// "Attempted murder" is violence, not homicide: the one title that the word changes.
titles.delete('murder')

function readText(text: string): Reading {
  const { words } = cleanOffenceText(text)
  if (words.length === 0) return { code: UNCLASSIFIED, confidence: 0, reason: 'The offence is blank' }
  const title = titles.get(words.filter((word) => word !== 'attempted').join(' '))
  if (title) return { code: title, confidence: 0.99, reason: 'It is the title of a class' }

  const mended = mendWords(words)
  const match = matchTerm(readWrittenWords(mended.words))
  if (!match) return { code: UNCLASSIFIED, confidence: 0, reason: 'No word of it is known as an offence' }
  const found = `Read from the words “${match.told.join(', ')}”`
  if (match.also.length > 0)
    return {
      code: match.code,
      confidence: 0.5,
      reason: `${found}, but it also names ${match.also.join(' and ')}`,
    }
  const spelling =
    mended.mended > 0
      ? `, ${mended.mended === 1 ? 'a word' : `${mended.mended} words`} put right or completed`
      : ''
  const strange = mended.unknown / words.length
  return {
    code: match.code,
    confidence: match.confidence * 0.94 ** mended.mended * (1 - 0.15 * strange),
    reason: found + spelling,
  }
}

function weigh(text: Reading, code: OffenceCode | undefined, raw: string, codeText: string): Reading {
  if (!code) return text
  const named = `${code.family} code ${code.code}`
  const alone = (codeText.trim() ? raw : raw.replace(/[^\p{L}]/gu, '').slice(3)).trim() === ''
  const byCode = readByCode(code, named)
  if (alone || (text.confidence === 0 && !(code.weak && !codeText))) return byCode
  const agree = sameOr(byCode.code, text.code)
  if (agree)
    return {
      code: agree,
      confidence: Math.max(byCode.confidence, text.confidence),
      reason: `${text.reason}; the ${named} says the same`,
    }
  if (code.family === 'NFIB') return byCode
  if (code.weak && !codeText) return { ...text, confidence: text.confidence * 0.95 }
  return {
    ...text,
    confidence: Math.min(text.confidence, 0.5),
    reason: `${text.reason}, but the ${named} is ${code.label}`,
  }
}

function readByCode(code: OffenceCode, named: string): Reading {
  // A court class may hold several subgroups, so its own text decides where it is clear.
  const own = code.family === 'courts' ? readText(code.label) : undefined
  if (own && own.confidence >= 0.9 && (code.mixed || own.code.slice(0, 3) === code.meaning.slice(0, 3)))
    return { ...own, confidence: 0.9, reason: `The ${named}: ${code.label}` }
  const confidence = code.family === 'courts' ? (code.weak ? 0.5 : 0.85) : 0.95
  return { code: code.meaning, confidence, reason: `The ${named}: ${code.label}` }
}

/** The more exact of two readings that agree (a group agrees with its subgroups); undefined when they do not. */
function sameOr(a: string, b: string): string | undefined {
  if (a === b || a.startsWith(`${b}-`)) return a
  return b.startsWith(`${a}-`) ? b : undefined
}
