import { cellNumber, numbersIn } from '../../model/numbers.ts'
import type { Found, Rule, Sentence, TablePart } from '../../model/paper.ts'
import { at, quoted, rowQuote } from '../found.ts'

const FRACTION =
  /(?<![\d/.-])(\d[\d,]*)\s?(?:\/|(?:\bout)?\s+of\s+(?:the\s+|all\s+|these\s+)?)\s?(\d[\d,]*)(?![\d/]|\s?(?:%|per cent))/g
const SINGLE_YEAR = /^(?:19|20)\d\d$/
/** 'of 29 …, 34 …'; '29 … of which 34 …'; '29 … (including 60 …)'. */
const OF_FIRST =
  /\b(?:of|out of|among)\s+(?:the |these |those |all )?(\d[\d,]*)\s[^.;:%()]{2,60},\s+(\d[\d,]*)\b(?!\s?(?:%|per cent|,))/gi
const WITHIN =
  /(?:,?\s(?:of|among)\s(?:which|whom|these|them|those)\b|\(?,?\s?\b(?:includ(?:ing|es)|comprising)\b)/i

const whole = (text: string) => Number(text.replaceAll(',', ''))

/** A part is never more than what it is part of, and no share is over 100%. */
export const numerators: Rule = {
  name: 'numerators',
  title: 'Parts larger than their whole',
  find: ({ sentences, parts }) => [
    ...sentences.flatMap((sentence) => [
      ...fractions(sentence.text, quoted(sentence)),
      ...nested(sentence),
      ...overAll(sentence),
    ]),
    ...parts.flatMap((part) => (part.kind === 'table' ? inTable(part) : [])),
  ],
}

const TO_DO =
  'Check both numbers against their source: one is wrong, or they count different things. Say what each counts.'

const fractions = (text: string, place: Pick<Found, 'where' | 'quote'>): Found[] =>
  [
    ...text.matchAll(FRACTION),
    ...[...text.matchAll(OF_FIRST)].map(([all, of, part]) => [all, part, of] as const),
  ].flatMap(([said = '', part = '', of = '']): Found[] => {
    const slash = said.includes('/')
    const years = SINGLE_YEAR.test(of) || SINGLE_YEAR.test(part)
    // 31/12 and 24/7 are no shares.
    if (years || whole(part) <= whole(of) || (slash && (said === '24/7' || whole(of) < 13))) return []
    return [
      {
        ...place,
        severity: 'stops',
        about: said,
        why: `${part} is more than the ${of} it is said to be of.`,
        to_do: TO_DO,
      },
    ]
  })

/** '29 points (including 60 libraries)': the number that follows belongs to the one before. */
function nested(sentence: Sentence): Found[] {
  const counts = numbersIn(sentence.text).filter(({ kind }) => kind === 'count')
  return counts.slice(1).flatMap((part, index): Found[] => {
    const of = counts[index]!
    const between = sentence.text.slice(of.end, part.index)
    const joint = WITHIN.exec(between)
    // Nothing but a word or two may stand between "of whom" and its number.
    if (!joint || part.value <= of.value || between.length > 120 || /[.;:]\s/.test(between)) return []
    if (
      between
        .slice(joint.index + joint[0].length)
        .trim()
        .split(/\s+/).length > 4
    )
      return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: `${part.text} in ${of.text}`,
        why: `${part.text} is more than the ${of.text} it is said to be part of.`,
        to_do: TO_DO,
      },
    ]
  })
}

/** '105% of victims': a share, not a rise. */
const overAll = (sentence: Sentence): Found[] =>
  numbersIn(sentence.text)
    .filter(({ kind, value }) => kind === 'percent' && value > 100)
    .filter(({ end }) => /^\s+(?:of|were|are|said|felt|reported)\b/i.test(sentence.text.slice(end)))
    .map(({ text }) => ({
      ...quoted(sentence),
      severity: 'stops',
      about: text,
      why: `A share cannot be ${text}: nobody is counted who is not in the whole.`,
      to_do: TO_DO,
    }))

const BECAME = /support|contacted|accept|assess|engaged|took up|taken up|allocated|closed/i

/** Columns named for a part and its whole: 'Satisfied' beside 'Surveyed'; found where every other row keeps the order. */
function inTable(table: TablePart): Found[] {
  const wholes = table.header.findIndex((heading) =>
    /^(?:n|total|number (?:asked|surveyed|in scope)|surveyed|responses|base|eligible|cases reviewed|sample|referrals(?: received)?|referred)$/i.test(
      heading.trim(),
    ),
  )
  const rows = table.rows.flatMap((row) =>
    row.flatMap((cell) => fractions(cell, { ...at(table), quote: rowQuote(row) })),
  )
  if (wholes < 0) return rows
  return [
    ...rows,
    ...table.rows.flatMap((row): Found[] => {
      const of = cellNumber(row[wholes] ?? '')
      if (!of || of.percent) return []
      return row.flatMap((cell, column): Found[] => {
        const part = cellNumber(cell)
        if (column === 0 || column === wholes || !part || part.percent || part.value <= of.value) return []
        // Of referrals only what becomes of them is a part.
        if (/^referr/i.test(table.header[wholes]!.trim()) && !BECAME.test(table.header[column] ?? ''))
          return []
        if (
          table.rows.filter(
            (one) =>
              (cellNumber(one[column] ?? '')?.value ?? 0) >
              (cellNumber(one[wholes] ?? '')?.value ?? Infinity),
          ).length *
            2 >
          table.rows.length
        )
          return []
        return [
          {
            ...at(table),
            quote: rowQuote(row),
            severity: 'stops',
            about: table.header[column] ?? cell,
            why: `${table.header[column]} is ${cell}, more than the ${row[wholes]} under “${table.header[wholes]}”.`,
            to_do: TO_DO,
          },
        ]
      })
    }),
  ]
}
