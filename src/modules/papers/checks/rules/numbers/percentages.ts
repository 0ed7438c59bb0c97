import { numbersIn, percentHolds, percentOf } from '../../model/numbers.ts'
import type { Found, Rule, Sentence, TablePart } from '../../model/paper.ts'
import { at, quoted, rowQuote } from '../found.ts'
import { columnsOfShares } from './table-percentages.ts'

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
  /\b(?:of|out of|among|from)\s+(?:the |all |these |those |a total of )?(\d[\d,]*)\b(?!\s?(?:%|per cent)|\s+to\s+\d)/gi
const PART = new RegExp(
  String.raw`(?<!\bof |\d to )(?<![\d,./])(\d[\d,]*)(?:\s+[a-z-]+){0,3}\s?\(\s?${PERCENT}\s?\)(?!\s?(?:out )?of\s)`,
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
/** '384 people, an increase of 20% from 330'. */
const CHANGED_BY =
  /\b(\d[\d,]*)\b[^.;\d%]{2,60},\s(?:an?\s)?(?:increase|rise|fall|decrease|reduction|growth|drop) of (?:over |about )?\d+(?:\.\d+)?\s?% (?:from|on)\s(?:the\s)?(\d[\d,]*)\b/i
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
    ...parts.flatMap((part) =>
      part.kind === 'table' ? [...cellsFound(part), ...columnsOfShares(part)] : [],
    ),
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
  const [all, after, earlier] = CHANGED_BY.exec(sentence.text) ?? []
  const match = all ? [all, earlier, after] : CHANGE.exec(sentence.text)
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
