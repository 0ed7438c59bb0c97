import { cellNumber, numbersIn, percentHolds, percentOf } from '../../model/numbers.ts'
import type { Found, Rule, Sentence, TablePart } from '../../model/paper.ts'
import { at, quoted, rowQuote } from '../found.ts'

/** '14/15 (100%)', '14 of 15 (93%)', '14 out of 15, 93%', '93% (14 of 15)', '93% (14/15)'. */
const PAIR = String.raw`(\d[\d,]*)\s?(?:\/|(?:out\s+)?of\s+(?:the\s+|all\s+)?)\s?(\d[\d,]*)(?:\s+[a-z-]+){0,4}`
const PERCENT = String.raw`([+-]?\d+(?:\.\d+)?)\s?(?:%|per\s?cent)`
const AFTER = new RegExp(String.raw`${PAIR}\s?[,;:(–-]+\s?(?:or\s+)?(over |under |about )?${PERCENT}`, 'gi')
const BEFORE = new RegExp(
  String.raw`(over |under |about |nearly |almost )?${PERCENT}(?:\s+[a-z-]+){0,4}\s?[,(]\s?(?:n\s?=\s?)?${PAIR}`,
  'gi',
)
/** '45 (40%)', of the one whole that the sentence names before: 'Of 120 victims, 45 (40%) …, 12 (10%) …'. */
const BASE =
  /\b(?:of|out of|among|from)\s+(?:the |all |these |those |a total of )?(\d[\d,]*)\b(?!\s?(?:%|per cent))/gi
const PART = new RegExp(
  String.raw`(?<!\bof )(?<![\d,./])(\d[\d,]*)(?:\s+[a-z-]+){0,3}\s?\(\s?${PERCENT}\s?\)(?!\s?(?:out )?of\s)`,
  'gi',
)
/** '45 (40%) of the 120 victims'. */
const OF_LAST = new RegExp(
  String.raw`\b(\d[\d,]*)\b[^.;(\d]{0,30}\(\s?${PERCENT}\s?\)\s?(?:out )?of\s+(?:the |all |these |those |a total of )?(\d[\d,]*)\b`,
  'gi',
)
/** '64 learners, 51 of whom (80%) finished'. */
const OF_WHOM = new RegExp(
  String.raw`(?<![\d,])(\d[\d,]*)\s[^.;()\d]{2,60},?\s(?:and\s)?(\d[\d,]*)\sof\s(?:whom|which)\s?\(\s?${PERCENT}`,
  'gi',
)
const CHANGE = new RegExp(String.raw`\bfrom\s+(\d[\d,]*)\b[^.%;]{0,80}?\bto\s+(\d[\d,]*)\b`, 'i')

const whole = (text: string) => Number(text.replaceAll(',', ''))
type Share = { part: number; of: number; percent: string; rough: boolean; text: string }

/** Every count, what it is of, and the percentage printed beside them. */
export function sharesIn(text: string): Share[] {
  const shares = [
    ...[...text.matchAll(AFTER)].map(([all, part = '', of = '', rough, percent = '']) => ({
      part: whole(part),
      of: whole(of),
      percent,
      rough: Boolean(rough),
      text: all,
    })),
    ...[...text.matchAll(BEFORE)].map(([all, rough, percent = '', part = '', of = '']) => ({
      part: whole(part),
      of: whole(of),
      percent,
      rough: Boolean(rough),
      text: all,
    })),
    ...[...text.matchAll(OF_WHOM)].map(([all, of = '', part = '', percent = '']) => ({
      part: whole(part),
      of: whole(of),
      percent,
      rough: false,
      text: all,
    })),
    ...ofOneWhole(text),
    ...[...text.matchAll(OF_LAST)].map(([all, part = '', percent = '', of = '']) => ({
      part: whole(part),
      of: whole(of),
      percent,
      rough: false,
      text: all,
    })),
  ]
  const seen = new Set<string>()
  return shares.filter(({ part, of, percent, text: said }) => {
    const key = `${part}/${of}/${percent}`
    // 2,000 is a count, 2000 may be a year.
    return !(isYear(of) && said.includes(String(of))) && !seen.has(key) && seen.add(key)
  })
}
/** Every part in brackets, where all that is said is of one whole. */
function ofOneWhole(text: string): Share[] {
  const bases = [...text.matchAll(BASE)].filter(([, of = '']) => !/^(?:19|20)\d\d$/.test(of))
  const [first] = bases
  if (!first || bases.some(([, of = '']) => whole(of) !== whole(first[1]!))) return []
  return [...text.matchAll(PART)]
    .filter(({ index }) => index > first.index + first[0].length)
    .map(([all, part = '', percent = '']) => ({
      part: whole(part),
      of: whole(first[1]!),
      percent,
      rough: false,
      text: all,
    }))
}
const isYear = (value: number) => value >= 1990 && value <= 2060

const decimalsOf = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0

/** Percentages recomputed from the counts beside them and from the rows of tables; never 100% unless all, nor 0% unless none. */
export const percentages: Rule = {
  name: 'percentages',
  title: 'Percentages',
  find: ({ sentences, parts }) => [
    ...sentences.flatMap((sentence) => [
      ...sharesFound(sentence.text, quoted(sentence)),
      ...changeFound(sentence),
    ]),
    ...parts.flatMap((part) => (part.kind === 'table' ? [...cellsFound(part), ...columnsFound(part)] : [])),
  ],
}

const sharesFound = (text: string, place: Pick<Found, 'where' | 'quote'>): Found[] =>
  sharesIn(text).flatMap(({ part, of, percent, rough, text: matched }) => {
    const said = matched.includes('(') && !matched.includes(')') ? `${matched})` : matched
    if (part > of && of > 0) return [] // Told by the rule of numerators.
    if (percentHolds(part, of, Number(percent), decimalsOf(percent), rough)) return []
    const why =
      of === 0
        ? `“${said}” is a share of nothing: there is no percentage of 0.`
        : Number(percent) === 100
          ? `${part} of ${of} is ${percentOf(part, of)}. A percentage reads 100% only when it is all.`
          : `${part} of ${of} is ${percentOf(part, of, decimalsOf(percent))}, not ${percent}%.`
    return [
      {
        ...place,
        severity: 'stops',
        about: said,
        why,
        to_do: 'Correct the percentage, or the counts it is worked out from.',
      },
    ]
  })

const cellsFound = (table: TablePart): Found[] =>
  [table.header, ...table.rows].flatMap((row) =>
    pairedCells(row).flatMap((cell) => sharesFound(cell, { ...at(table), quote: rowQuote(row) })),
  )

/** '1 of 5' in one cell and its percentage in the next. */
const pairedCells = (row: readonly string[]): readonly string[] =>
  row.map((cell, index) =>
    /^\d[\d,]*\s?(?:\/|of)\s?\d[\d,]*$/.test(cell) && /^\d+(?:\.\d+)?\s?%$/.test(row[index + 1] ?? '')
      ? `${cell} (${row[index + 1]})`
      : cell,
  )

/** 'rose from 120 to 150 (20%)': the change is of what it was. */
function changeFound(sentence: Sentence): Found[] {
  const match = CHANGE.exec(sentence.text)
  const percents = numbersIn(sentence.text).filter(({ kind }) => kind === 'percent')
  if (
    !match ||
    percents.length !== 1 ||
    !/\b(?:rose|rise|risen|increas|fell|fall|decreas|reduc|grew|grown|growth|drop|up|down|declin)/i.test(
      sentence.text,
    )
  )
    return []
  const [from, to] = [whole(match[1]!), whole(match[2]!)]
  const [{ value, decimals, rough, text }] = percents as [(typeof percents)[number]]
  if (from === 0 || isYear(from) || isYear(to) || from === to) return []
  const exact = Math.abs(((to - from) / from) * 100)
  if (Math.abs(exact - Math.abs(value)) <= (rough ? 1.5 : 0.5) * 10 ** -decimals + 1e-9) return []
  return [
    {
      ...quoted(sentence),
      severity: 'stops',
      about: text,
      why: `From ${match[1]} to ${match[2]} is a change of ${exact.toFixed(Math.max(decimals, exact % 1 ? 1 : 0))}%, not ${text}.`,
      to_do: 'Correct the percentage, or the counts it is worked out from.',
    },
  ]
}

/** A column of percentages is held against the count column that explains most of it, of that column's total. */
function columnsFound(table: TablePart): Found[] {
  const rows = table.rows.filter((row) => row.some((cell) => cell !== ''))
  const total = rows.findIndex((row) => /^(?:grand |overall )?total\b/i.test(row[0] ?? ''))
  const lines = total < 0 ? rows : rows.slice(0, total)
  if (lines.length < 2) return []
  return table.header.flatMap((heading, column): Found[] => {
    const cells = lines.map((row) => cellNumber(row[column] ?? ''))
    const given = cells.filter((cell) => cell?.percent || (/%|per cent/i.test(heading) && cell))
    if (given.length < 2) return []
    for (let counts = column - 1; counts > 0; counts--) {
      const values = lines.map((row) => cellNumber(row[counts] ?? ''))
      if (values.some((value) => value?.percent) || values.filter(Boolean).length < given.length) continue
      const of =
        total < 0
          ? values.reduce((sum, value) => sum + (value?.value ?? 0), 0)
          : cellNumber(rows[total]![counts] ?? '')?.value
      if (!of) continue
      const wrong = lines.flatMap((row, index) => {
        const [percent, value] = [cells[index], values[index]]
        return percent && value && !percentHolds(value.value, of, percent.value, percent.decimals)
          ? [{ row, percent, value }]
          : []
      })
      if (wrong.length * 2 >= given.length) continue
      return wrong.map(({ row, percent, value }) => ({
        ...at(table),
        quote: rowQuote(row),
        severity: 'stops' as const,
        about: heading,
        why: `${value.value} of ${of} is ${percentOf(value.value, of, percent.decimals)}; the table says ${percent.value}%.`,
        to_do: 'Correct the percentage or the count in this row.',
      }))
    }
    return zeros(table, lines, column)
  })
}

/** Where nothing in the table explains the column: still never 0% of a row that counts some. */
const zeros = (table: TablePart, lines: readonly (readonly string[])[], column: number): Found[] =>
  lines.flatMap((row) => {
    const percent = cellNumber(row[column] ?? '')
    const before = cellNumber(row[column - 1] ?? '')
    if (!percent?.percent || percent.value !== 0 || !before || before.percent || before.value === 0) return []
    return [
      {
        ...at(table),
        quote: rowQuote(row),
        severity: 'look' as const,
        about: row[column]!,
        why: `It reads ${row[column]} beside a count of ${before.value}. A percentage reads 0% only when there are none.`,
        to_do: 'Print another decimal, or “under 0.1%”.',
      },
    ]
  })
