import { dayInWords } from '#platform/words/dates.ts'
import { cellNumber, numbersIn } from '../../model/numbers.ts'
import { countedThings, looksAlike, mistyped, type CountedThing } from '../../model/counted-things.ts'
import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { namesRow, quoted } from '../found.ts'

/** One count is given the same everywhere in a paper: in two sentences, and in a sentence and its table. */
export const countsThatDiffer: Rule = {
  name: 'counts-that-differ',
  title: 'One count given differently',
  find: (paper) => {
    const things = countedThings(paper)
    const told = new Set<string>()
    const pairs = things.flatMap((later, index): Found[] =>
      things.slice(0, index).flatMap((first): Found[] => {
        const key = [first.text, later.text, later.thing].join()
        if (!isOneCount(first, later) || told.has(key)) return []
        told.add(key)
        return [
          {
            ...quoted(later.sentence),
            severity: 'look',
            about: `${first.text} and ${later.text} ${later.thing}`,
            why: `It says ${later.text}; ${first.sentence.where} says ${first.text} (“${first.sentence.text}”).${order(first, later)}`,
            to_do: 'Use one number in both places, or say in each sentence the day it was so.',
          },
        ]
      }),
    )
    return [
      ...pairs,
      ...againstTables(paper, things),
      ...sharesAgainstTables(paper),
      ...rowsAgainstTables(paper),
    ]
  },
}

function isOneCount(a: CountedThing, b: CountedThing): boolean {
  if (a.value === b.value || a.thing !== b.thing || a.narrowed !== b.narrowed || a.sentence === b.sentence)
    return false
  const same = mistyped(a.value, b.value)
  if (
    a.sentence.part === b.sentence.part ||
    (!same && !((a.thing.includes(' ') || pointsBack(a) || pointsBack(b)) && looksAlike(a.value, b.value)))
  )
    return false
  // 'up from 21': the sentence tells both.
  if (a.sentence.text.includes(b.text) || b.sentence.text.includes(a.text)) return false
  if (
    a.sentence.update &&
    b.sentence.update &&
    a.sentence.update.deliverable !== b.sentence.update.deliverable &&
    !a.thing.includes(' ')
  )
    return false
  const [timeA, timeB] = [a.told?.to ?? a.written, b.told?.to ?? b.written]
  if (timeA === timeB) return true
  if (a.told && b.told && !a.written && !b.written) return false
  if (timeA && timeB) return contrary(a, b)
  // One of them tells its time and the other speaks for the paper.
  return same || (!a.told && !b.told) || pointsBack(b)
}

/** 'The 16 hotspots are …': those told of before, and no part of them. */
const pointsBack = ({ sentence: { text, update }, text: number }: CountedThing): boolean =>
  !update &&
  new RegExp(`^(?:the|these|those|all) ${number} [a-z]+s (?:are|were|have|had|is|will)\\b`, 'i').test(text)

/** Told later of an earlier day: the newer update speaks of a day before the older one was written. */
function contrary(a: CountedThing, b: CountedThing): boolean {
  if (!a.written || !b.written || a.written === b.written) return false
  const [older, newer] = a.written < b.written ? [a, b] : [b, a]
  return (newer.told?.to ?? newer.written!) <= (older.told?.to ?? older.written!)
}

const order = (a: CountedThing, b: CountedThing): string => {
  if (!contrary(a, b)) return ''
  const newer = a.written! < b.written! ? b : a
  return ` The newer update speaks of ${dayInWords(newer.told!.to)}, before the older one was written.`
}

/** 'Number of crimes' counts crimes: a sentence's count that is nowhere in that column, and near its total. */
const againstTables = ({ parts }: CheckedPaper, things: readonly CountedThing[]): Found[] =>
  things.flatMap((one): Found[] => {
    const head = one.thing.split(' ').at(-1)!
    return parts.flatMap((part): Found[] => {
      if (part.kind !== 'table' || part.section !== one.sentence.section) return []
      const cells = part.rows.flatMap((row) => row.map((cell) => cellNumber(cell)?.value))
      if (cells.includes(one.value)) return []
      const total = part.rows.find((row) => /^(?:grand |overall )?total$/i.test((row[0] ?? '').trim()))
      return (total ?? []).flatMap((cell, column): Found[] => {
        const value = cellNumber(cell)
        const heading = (part.header[column] ?? '').toLowerCase()
        if (
          column === 0 ||
          !value ||
          value.percent ||
          !heading.includes(head) ||
          !looksAlike(value.value, one.value)
        )
          return []
        return [
          {
            ...quoted(one.sentence),
            severity: 'stops',
            about: one.text,
            why: `The sentence says ${one.text}; the table “${part.caption}” gives ${cell} under “${part.header[column]}”.`,
            to_do: 'Make the sentence and the table agree, or say how they differ in what they count.',
          },
        ]
      })
    })
  })

/** '92.5%' in a sentence and '92.56%' in its table: rounded the wrong way. */
const sharesAgainstTables = ({ parts, sentences }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence): Found[] => {
    if (sentence.zone !== 'body' || sentence.kind === 'heading') return []
    const tables = parts
      .slice(Math.max(0, sentence.part - 4), sentence.part + 4)
      .filter((part) => part.kind === 'table')
    return [...sentence.text.matchAll(/(\d+)(?:\.(\d+))?\s?%/g)].flatMap(
      ([text, , fraction = '']): Found[] => {
        const said = Number.parseFloat(text)
        const cells = tables
          .flatMap(({ rows }) => rows.flatMap((row) => row.map(cellNumber)))
          .filter((cell) => cell?.percent)
        const unit = 10 ** -fraction.length
        if (cells.some((cell) => Math.abs(cell!.value - said) <= unit / 2 + 1e-9)) return []
        const near = cells.find(
          (cell) => cell!.decimals > fraction.length && Math.abs(cell!.value - said) < unit,
        )
        if (!near) return []
        return [
          {
            ...quoted(sentence),
            severity: 'look',
            about: text,
            why: `The table gives ${near.value}%, which is ${near.value.toFixed(fraction.length)}% when rounded, not ${text}.`,
            to_do: 'Round the table’s percentage, or print it as it stands there.',
          },
        ]
      },
    )
  })

/** 'Violence with injury made up 27.1%' where that row of the table says 27.4%, or 1,563 where it says 1,536: in no cell of the row. */
const rowsAgainstTables = ({ parts, sentences }: CheckedPaper): Found[] =>
  sentences.flatMap((sentence): Found[] => {
    if (sentence.zone !== 'body' || sentence.kind === 'heading') return []
    return parts.flatMap((part): Found[] => {
      if (part.kind !== 'table') return []
      const row = part.rows.find((one) => namesRow(sentence.text, one))
      if (!row) return []
      const cells = row.slice(1).flatMap((cell) => cellNumber(cell) ?? [])
      const percents = cells.filter(({ percent }) => percent)
      const said = numbersIn(sentence.text).filter(({ rough }) => !rough)
      const counted = cells.filter(({ percent }) => !percent)
      // A sentence that says all that the row gives speaks of something else with its other numbers: another row, another table.
      const allSaid = (of: readonly { value: number }[]) =>
        of.every((cell) => said.some(({ value }) => value === cell.value))
      const typed = said.flatMap(({ kind, value, text }): Found[] => {
        const meant =
          kind === 'count' && !allSaid(counted) && !counted.some((cell) => cell.value === value)
            ? counted.find((cell) => mistyped(cell.value, value))
            : undefined
        return meant ? [tellsOtherwise(sentence, text, meant.value.toLocaleString('en-GB'), row)] : []
      })
      return [
        ...typed,
        ...(allSaid(percents) ? [] : said)
          .filter(({ kind }) => kind === 'percent')
          .flatMap(({ value, decimals, text }): Found[] => {
            const unit = 10 ** -decimals
            if (percents.some((cell) => Math.abs(cell.value - value) < unit)) return []
            const near = percents.find(
              (cell) => Math.abs(cell.value - value) / Math.max(cell.value, value) < 0.1,
            )
            return near ? [tellsOtherwise(sentence, text, `${near.value}%`, row)] : []
          }),
      ]
    })
  })

const tellsOtherwise = (sentence: Sentence, said: string, cell: string, row: readonly string[]): Found => ({
  ...quoted(sentence),
  severity: 'stops',
  about: said,
  why: `The sentence says ${said}; the table gives ${cell} for “${row[0]}”.`,
  to_do: 'Make the sentence and the table agree.',
})
