import { cellNumber, numbersIn, type WrittenNumber } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule, Sentence, TablePart } from '../../model/paper.ts'
import { at, inTheText, quoted, rowQuote } from '../found.ts'

const TOTAL = /^(?:grand |overall |sub-?\s?)?totals?:?$|^all$|^sum$/i
const NOT_ADDED = /average|mean|median|rate\b|ratio|\bper\b|unique|distinct|%|year|\bage\b|rank|score/i

/** A table's total equals its rows; parts told in a sentence come to their whole; a list is as long as it is said to be. */
export const totals: Rule = {
  name: 'totals',
  title: 'Totals',
  find: (paper) => [
    ...paper.parts.flatMap((part) =>
      part.kind === 'table' ? [...columnTotals(part), ...rowTotals(part)] : [],
    ),
    ...paper.sentences.filter(inTheText).flatMap(comprised),
    ...listsCounted(paper),
    ...unaccounted(paper),
  ],
}

const TO_DO =
  'Correct the total or the number that is wrong. If something is left out on purpose, say so in a row or a note.'

function columnTotals(table: TablePart): Found[] {
  const at_ = table.rows.findIndex((row) => TOTAL.test((row[0] ?? '').trim()))
  if (at_ < 1) return []
  const row = table.rows[at_]!
  const lines = table.rows
    .slice(0, at_)
    .filter((one) => !/^(?:of which|sub-?\s?total|includ)/i.test(one[0] ?? ''))
  return row.flatMap((cell, column): Found[] => {
    const said = cellNumber(cell)
    const values = lines.map((one) => cellNumber(one[column] ?? ''))
    const given = values.filter((value) => value !== undefined)
    if (column === 0 || !said || given.length < 2 || given.some(({ percent }) => percent !== said.percent))
      return []
    const sum = given.reduce((all, { value }) => all + value, 0)
    const heading = table.header[column] ?? ''
    if (said.percent) {
      // Rounding may move each row by half of its last place.
      const slack = given.length * 0.5 * 10 ** -Math.min(...given.map(({ decimals }) => decimals))
      if (said.value !== 100 || Math.abs(sum - 100) <= slack + 1e-9) return []
    } else if (NOT_ADDED.test(heading) || Math.abs(sum - said.value) < 0.005) return []
    const printed = said.percent
      ? `${Number(sum.toFixed(2))}%`
      : Number(sum.toFixed(2)).toLocaleString('en-GB')
    return [
      {
        ...at(table),
        quote: rowQuote(row),
        severity: 'stops',
        about: `${heading} ${cell}`,
        why: `The rows${heading ? ` of “${heading}”` : ''} come to ${printed}; the total says ${cell}.`,
        to_do: TO_DO,
      },
    ]
  })
}

/** A last or “Total” column, where it is the sum of the counts before it in most rows. */
function rowTotals(table: TablePart): Found[] {
  const column = table.header.findIndex(
    (heading, index) => index > 2 && /^(?:grand |overall )?total\b/i.test(heading.trim()),
  )
  if (column < 0) return []
  const sums = table.rows.flatMap((row) => {
    const said = cellNumber(row[column] ?? '')
    const values = row
      .slice(1, column)
      .map(cellNumber)
      .filter((value) => value !== undefined)
    return said && !said.percent && values.length > 0 && values.every(({ percent }) => !percent)
      ? [
          {
            row,
            said: said.value,
            sum: values.reduce((all, { value }) => all + value, 0),
            several: values.length > 1,
          },
        ]
      : []
  })
  const wrong = sums.filter(({ said, sum }) => Math.abs(said - sum) > 0.005)
  if (wrong.length * 2 >= sums.filter(({ several }) => several).length + 1 && sums.length > 1) return []
  if (sums.length === 1) return []
  return wrong.map(({ row, said, sum }) => ({
    ...at(table),
    quote: rowQuote(row),
    severity: 'stops',
    about: row[column]!,
    why: `The counts in this row come to ${sum.toLocaleString('en-GB')}; its total says ${said.toLocaleString('en-GB')}.`,
    to_do: TO_DO,
  }))
}

const COMPRISE =
  /\b(?:which (?:have |has )?|that )?(?:compris(?:e|es|ed|ing)(?: of)?|made up of|consist(?:s|ed|ing)? of|split between|broken down (?:as|into))\b|\bnamely\b/i

/** '10 interventions, which comprised 5 conferences and 5 letters': the parts come to the whole. */
function comprised(sentence: Sentence): Found[] {
  const verb = COMPRISE.exec(sentence.text)
  if (!verb) return []
  const counts = numbersIn(sentence.text).filter(({ kind }) => kind === 'count')
  const wholeCount = counts.filter(({ index }) => index < verb.index).at(-1)
  const after = sentence.text.slice(verb.index)
  const ends = after.search(/[;.](?:\s|$)|,\s+(?:which|with|while|although)\b/)
  const listed = counts.filter(({ index }) => index > verb.index && (ends < 0 || index < verb.index + ends))
  if (!wholeCount || listed.length < 2 || wholeCount.rough || listed.some(({ rough }) => rough)) return []
  const sum = listed.reduce((all, { value }) => all + value, 0)
  if (sum === wholeCount.value) return []
  return [
    {
      ...quoted(sentence),
      severity: 'stops',
      about: wholeCount.text,
      why: `${listed.map(({ text }) => text).join(' and ')} come to ${sum}, not ${wholeCount.text}.`,
      to_do: TO_DO,
    },
  ]
}

/** 'four themes:' with three points under it. */
const listsCounted = ({ sentences, parts }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence): Found[] => {
    if (!sentence.text.endsWith(':') || sentence.zone !== 'body' || sentence.kind === 'heading') return []
    const count = numbersIn(sentence.text).findLast(
      ({ kind, value, rough }) => kind === 'count' && !rough && value > 1 && value < 21,
    )
    const after = sentence.text.slice(count?.end ?? 0)
    if (
      !count ||
      !/^\s+(?:[a-z-]+\s+){0,4}(?:themes?|objectives|priorities|recommendations|actions|areas|categories|outcomes|ways|elements|points|strands|aims|goals|services|projects|organisations|providers|reasons|changes|steps|parts|pillars|grants|measures|needs|rights)\b/i.test(
        after,
      )
    )
      return []
    let listed = 0
    for (const part of parts.slice(sentence.part + 1)) {
      if (part.kind !== 'bullet') break
      listed++
    }
    if (listed < 2 || listed === count.value) return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: count.text,
        why: `It says ${count.text}, and ${listed} are listed under it.`,
        to_do: 'Correct the number, or the list.',
      },
    ]
  })

/** 'received 497 referrals. Out of these … 10 … 31 … 127 … 77': what the parts leave untold. */
function unaccounted({ sentences, parts }: CheckedPaper): Found[] {
  const byPart = Map.groupBy(sentences.filter(inTheText), ({ part }) => part)
  return [...byPart].flatMap(([part, own]): Found[] => {
    const opens = own.findIndex(({ text }) => /^(?:out of|of) (?:these|those|this total)\b/i.test(text))
    const first = own[opens - 1]
    if (opens < 1 || !first || parts[part]!.kind === 'table') return []
    const main = mainCount(first.text)
    if (!main || main.rough) return []
    const told = own.slice(opens).flatMap(({ text }) => mainCount(text) ?? [])
    const sum = told.reduce((all, { value }) => all + value, 0)
    if (told.length < 3 || sum >= main.value || told.some(({ rough }) => rough)) return []
    const left = main.value - sum
    return [
      {
        ...quoted(first),
        severity: 'look',
        about: main.text,
        why: `What is told of these ${main.text} comes to ${sum} (${told.map(({ text }) => text).join(' + ')}). Nothing is said of the other ${left}.`,
        to_do: 'Say what became of the rest: open, in preparation, no outcome recorded.',
      },
    ]
  })
}

const mainCount = (text: string): WrittenNumber | undefined =>
  numbersIn(text).find(({ kind, value }) => kind === 'count' && value > 0)
