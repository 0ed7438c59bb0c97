import type { CheckedPaper, Found, Rule } from '../../model/paper.ts'
import { numbersIn } from '../../model/numbers.ts'
import { at, quoted, rowQuote } from '../found.ts'

const COLOURS = ['green', 'amber', 'red', 'white', 'grey', 'blue']

/** The counts by colour come to all deliverables, share one whole, and are those of the rows; so is what the text says of them. */
export const statusCounts: Rule = {
  name: 'status-counts',
  title: 'Counts by colour',
  find: (paper) => [...keys(paper), ...allOneColour(paper), ...toldInWords(paper), ...ofHowMany(paper)],
}

type Said = { colour: string; part: number; of: number; text: string }

/** '14/15' under each colour of the key. */
function saidIn(paper: CheckedPaper): { said: Said[]; quote: string; place: ReturnType<typeof at> }[] {
  return paper.parts.flatMap((part) => {
    if (part.kind !== 'table' || part.counted) return []
    const rows = [part.header, ...part.rows]
    return rows.flatMap((row, index) => {
      const cells = row.flatMap((cell, column) => {
        const pair = /^(\d+)\s?(?:\/|of)\s?(\d+)\b/.exec(cell)
        const colour = pair && colourBeside(rows, index, column)
        return pair && colour ? [{ colour, part: Number(pair[1]), of: Number(pair[2]), text: cell }] : []
      })
      return cells.length > 0 ? [{ said: cells, quote: rowQuote(row), place: at(part) }] : []
    })
  })
}

/** The colour named in the same row before it, or above it at or before its column. */
function colourBeside(
  rows: readonly (readonly string[])[],
  index: number,
  column: number,
): string | undefined {
  const named = (cell: string | undefined) =>
    COLOURS.find((colour) => new RegExp(`^${colour}\\b`, 'i').test(cell ?? ''))
  const own = rows[index]!.slice(0, column).map(named).findLast(Boolean)
  if (own) return own
  const above = rows[index - 1] ?? []
  return named(above[column]) ?? named(above[column - 1])
}

function keys(paper: CheckedPaper): Found[] {
  const { deliverables } = paper
  const all = deliverables.length
  return Object.values(Object.groupBy(saidIn(paper), ({ place }) => place.where)).flatMap((rows): Found[] => {
    const said = rows!.flatMap((row) => row.said)
    const { quote, place } = rows![0]!
    const stop = (about: string, why: string, to_do: string): Found => ({
      ...place,
      quote,
      severity: 'stops',
      about,
      why,
      to_do,
    })
    const usual = [...Map.groupBy(said, ({ of }) => of)].toSorted((a, b) => b[1].length - a[1].length)[0]
    const wholes = said.filter(({ of }) => of !== usual?.[0])
    const sum = said.reduce((total, { part }) => total + part, 0)
    return [
      ...wholes.map(({ text, colour }) =>
        stop(
          `of ${text}`,
          `${capital(colour)} is “${text}”; the others are of ${usual![0]}.`,
          `Print it of ${usual![0]} too.`,
        ),
      ),
      ...(said.length > 1 && wholes.length === 0 && sum !== usual![0]
        ? [
            stop(
              'sum',
              `The colours come to ${sum}, of ${usual![0]}.`,
              'Count the rows again: each deliverable has one colour.',
            ),
          ]
        : []),
      ...(all === 0
        ? []
        : said.flatMap(({ colour, part, text }) => {
            const count = deliverables.filter(({ status }) => status === colour).length
            return count === part
              ? []
              : [
                  stop(
                    `rows ${colour}`,
                    `${capital(colour)} is “${text}”; the rows give ${count} of ${all}.`,
                    'Count the rows again, or correct the colour of the row that is wrong.',
                  ),
                ]
          })),
      ...(all > 0 && usual && usual[0] !== all
        ? [stop('all', `It counts ${usual[0]} deliverables; the table has ${all}.`, 'Count the rows again.')]
        : []),
    ]
  })
}

/** 'all activity is graded Green' where a row, or the key, says otherwise. */
function allOneColour(paper: CheckedPaper): Found[] {
  return paper.sentences.flatMap((sentence): Found[] => {
    const [, colour = ''] =
      /\ball\b[^.]{0,60}\b(?:graded|rated|are|is|at|marked|assessed as)\s+(?:as\s+)?(green|amber|red|white)\b/i.exec(
        sentence.text,
      ) ?? []
    if (colour === '' || sentence.update) return []
    const name = colour.toLowerCase()
    const rows = paper.deliverables.filter(({ status }) => status !== name)
    const key = saidIn(paper)
      .flatMap(({ said }) => said)
      .filter((one) => one.colour !== name && one.part > 0)
    if (rows.length === 0 && key.length === 0) return []
    return [
      {
        ...quoted(sentence),
        severity: 'stops',
        about: name,
        why:
          rows.length > 0
            ? `${rows.map(({ number, status }) => `number ${number} is ${capital(status ?? 'not graded')}`).join(', ')}.`
            : `The key counts ${key.map(({ part, colour: other }) => `${part} ${capital(other)}`).join(', ')}.`,
        to_do: 'Say how many have each colour.',
      },
    ]
  })
}

/** '12 are Green' in a sentence. */
const toldInWords = ({ sentences, deliverables }: CheckedPaper): Found[] =>
  deliverables.length === 0
    ? []
    : sentences
        .filter(({ update, typed }) => !update && typed)
        .flatMap((sentence) =>
          coloursIn(sentence.text).flatMap(([said, count, colour]): Found[] => {
            const real = deliverables.filter(({ status }) => status === colour.toLowerCase()).length
            return real === Number(count)
              ? []
              : [
                  {
                    ...quoted(sentence),
                    severity: 'stops',
                    about: said,
                    why: `It says ${count} ${capital(colour.toLowerCase())}; the rows give ${real} of ${deliverables.length}.`,
                    to_do: 'Use the number of the rows.',
                  },
                ]
          }),
        )
/** Each count with the colour that follows it, as it is written: '12 are Green', 'one is amber'. */
const coloursIn = (text: string) =>
  numbersIn(text).flatMap(({ kind, value, index, end, text: digits }) => {
    // 'three of the four are Green': the four are no Green ones.
    if (/\bof (?:the |all )?$/i.test(text.slice(0, index))) return []
    const [all, colour] =
      /^\s+(?:(?:are|were|have been|is|was|graded|rated|deliverables?|activities|actions?|milestones?|as)\s+)+(green|amber|red|white)\b/i.exec(
        text.slice(end),
      ) ?? []
    return kind === 'count' && all && colour ? [[`${digits}${all}`, String(value), colour] as const] : []
  })

/** 'Overall 10 of 10 are on track' over a table of nine. */
const ofHowMany = ({ sentences, deliverables }: CheckedPaper): Found[] =>
  deliverables.length < 3
    ? []
    : sentences
        .filter(({ update, typed, zone }) => !update && typed && zone === 'body')
        .flatMap((sentence) => {
          const said = /\b(\d{1,3}) (?:out )?of (?:the |all )?(\d{1,3})\b/.exec(sentence.text)
          if (
            !said ||
            Number(said[2]) === deliverables.length ||
            !/\b(?:on track|green|amber|deliverables|actions|milestones|graded|rated)\b/i.test(sentence.text)
          )
            return []
          return [
            {
              ...quoted(sentence),
              severity: 'look' as const,
              about: said[0],
              why: `It speaks of ${said[2]}; the table has ${deliverables.length}.`,
              to_do: 'Count the rows again, or say what else is counted.',
            },
          ]
        })

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())
