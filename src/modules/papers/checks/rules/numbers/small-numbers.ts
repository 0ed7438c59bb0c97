import { isTellingShare } from '#insight'
import { cellNumber, numbersIn } from '../../model/numbers.ts'
import type {
  CheckedFigure,
  CheckedPaper,
  Found,
  Part,
  Rule,
  Sentence,
  TablePart,
  Telling,
} from '../../model/paper.ts'
import { at, inTheText, quoted, rowQuote } from '../found.ts'

/** Below this a public count may show who it is about, where no area has set it (domain reference, 10.1). */
const THRESHOLD = 10
const PERSONS =
  /\b(?:victims?|survivors?|people|persons?|clients?|service users?|children|child|young people|women|men|girls?|boys?|families|suspects?|offenders?|perpetrators?|patients?|participants?|cases?|referrals?|crimes?|offences?|incidents?|deaths?|suicides?|conferences|letters|interventions|assessments|disclosures?)\b/i
const NO_PERSONS =
  /^\s*(?:[A-Za-z-]+\s+){0,3}(?:organisations?|organizations?|providers?|services?|projects?|grants?|contracts?|workers?|officers?|staff|advocates?|members? of (?:staff|juno|the)|posts?|trustees|panels?|meetings?|events?|sites?|points?|districts?|boroughs?|examples?|recommendations?|themes?|objectives?|priorities|stages?|agencies|partners?|teams?|forces?|areas?|wards?|towns?|villages?|cities|languages?|countries|types?|categories|initiatives|questions?|reports?|strands?|crime types|helplines?|hubs?|centres?|schools?|campaigns?|sessions?|courses?|posters?|advisers?|caseworkers?|volunteers?|case workers?|case reviews?|case files?)\b/i
const SENSITIVE =
  /\b(?:sexual|rape|abuse|domestic|honour|hate|stalking|exploitation|trafficking|slavery|child|children|murder|homicide|suicide|HBA|forced marriage|disab|transgender|race|religio|homophobic|violen\w+)\b/i

/** Those who came to help, or were engaged, are not those who were harmed. */
const OF_THEIR_OWN_ACCORD =
  /^\s+(?:[a-z-]+\s){0,2}people\s(?:have\s|has\s|were\s)?(?:been\s)?(?:applied|attended|volunteered|trained|recruited|appointed|joined|shortlisted|interviewed)\b/i

/**
 * A small count of people, cases or crimes, in a sentence or a table of a public paper, may show who it is about. In a paper written here every
 * one stops publishing until it is taken out or answered with the reason why nobody can be recognised (domain reference, 10.1): the paper is for
 * the office as it stands, so nothing is hidden in its sentences, but the public reads none that nobody decided about.
 */
export const smallNumbers: Rule = {
  name: 'small-numbers',
  title: 'Small numbers',
  find: (paper) => {
    const { facts, source, sentences, parts, deliverables, figures } = paper
    const below = facts.hide_below ?? THRESHOLD
    if (!facts.is_public || below === 0) return []
    const found = [
      ...sentences
        .filter(inTheText)
        .flatMap((sentence) =>
          inSentence(
            sentence,
            deliverables.find(({ number }) => number === sentence.update?.deliverable)?.words ??
              sentence.section,
            below,
            source,
          ),
        ),
      ...parts.flatMap((part) => (part.kind === 'table' ? inCells(part, below, source) : [])),
      ...figures.filter(({ of_line }) => !of_line).flatMap((figure) => inShare(figure, below, parts)),
      ...inLines(figures, below, parts),
    ]
    return source === 'draft'
      ? found.map((one) => ({ ...one, severity: 'stops', to_do: `${one.to_do} ${OR_ANSWER}` }))
      : found
  },
}

type Source = CheckedPaper['source']

const toDo = (below: number) =>
  `In a public paper write “fewer than ${below}”, put it together with others, or leave it out. Check that it cannot be worked out from a total.`
const OR_ANSWER = 'If nobody can be recognised by it, answer with the reason.'

/** A share of few people, or of many where few are in it or outside it: in its sentence, and in the rows of tables that give it again. */
const inShare = (
  { title, printed, value, n = 0, href }: CheckedFigure,
  below: number,
  parts: readonly Part[],
): Found[] =>
  printed.endsWith('%') && isTellingShare(value, n, below)
    ? [
        {
          quote: `${title}: ${printed}`,
          about: `${value} of ${n}`,
          tells: [{ quote: printed, signs: [printed] }, ...rowsWith(title.replace(/, per cent$/, ''), parts)],
          where: 'a figure of the paper',
          href,
          severity: 'stops',
          why: `${printed} is ${value} of ${n}: so few people, in it or left out of it, may be known to somebody who reads this.`,
          to_do: 'In a public paper leave the share out, or give it of a longer period.',
        },
      ]
    : []

/** Shares of lines of breakdowns: one finding for each measure, however many lines tell of few. */
const inLines = (figures: readonly CheckedFigure[], below: number, parts: readonly Part[]): Found[] =>
  [
    ...Map.groupBy(
      figures.filter(
        ({ of_line, printed, value, n = 0 }) =>
          of_line && printed.endsWith('%') && isTellingShare(value, n, below),
      ),
      ({ measure }) => measure,
    ).values(),
  ].map((lines) => ({
    quote: lines.map(({ title, printed }) => `${title}: ${printed}`).join('; '),
    about: lines.map(({ value, n }) => `${value} of ${n}`).join('; '),
    tells: lines.flatMap((line) => rowsOfLine(line, parts)),
    where: 'lines of a table or list',
    href: lines[0]!.href,
    severity: 'stops',
    why: `${lines.map(({ printed, value, n }) => `${printed} is ${value} of ${n}`).join(', ')}: so few people, in it or left out of it, may be known to somebody who reads this.`,
    to_do: 'In a public paper leave these shares out, or give them of a longer period.',
  }))

/** The rows that print a line's share beside what it is of; the share itself where there is none. */
function rowsOfLine({ printed, n = 0 }: CheckedFigure, parts: readonly Part[]): Telling[] {
  const rows = parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows
          .filter((row) => row.includes(printed) && row.includes(n.toLocaleString('en-GB')))
          .map((row) => ({ quote: rowQuote(row), signs: [printed], within: part.caption }))
      : [],
  )
  return rows.length > 0 ? rows : [{ quote: printed, signs: [printed] }]
}

/** The rows of tables about this measure that give a share of it. */
const rowsWith = (measure: string, parts: readonly Part[]): Telling[] =>
  parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows
          .filter(([label, ...cells]) => label === measure && cells.some(isShare))
          .map((row) => ({ quote: rowQuote(row), signs: row.filter(isShare), within: part.caption }))
      : [],
  )
const isShare = (cell: string) => cell.endsWith('%')

function inSentence(sentence: Sentence, about: string, below: number, source: Source): Found[] {
  // A list that the template makes of a measure's lines: 'Action Fraud: 3'.
  const [, listed = ''] =
    (source === 'draft' && sentence.kind === 'bullet' && !sentence.typed && /: (\d+)$/.exec(sentence.text)) ||
    []
  // How things are counted tells of nobody.
  if (/\b(?:is|are) (?:only )?counted\b|\bmeans\b|\bdefined as\b|\beach\b.*\bcounts?\b/i.test(sentence.text))
    return []
  const small = numbersIn(sentence.text).filter(({ kind, value, end, index, text }) => {
    if (kind !== 'count' || value < 1 || value >= below || text.includes('.') || /^[+-]/.test(text))
      return false
    if (sentence.people.includes(text) || text === listed) return true
    const after = sentence.text.slice(end)
    const [near = ''] = after.split(/[.;:)]|,\s(?=\d)/)
    if (NO_PERSONS.test(after) || OF_THEIR_OWN_ACCORD.test(after)) return false
    // 'nine out of ten clients' tells how many of many.
    if (/^\s+out of (?:every )?(?:ten|five|four|three|twenty|10|5|4|3|20)\b/i.test(after)) return false
    const noun = near
      .replaceAll(/\bPolice(?:, Fire)? and Crime\b/g, '')
      .split(/\s+/)
      .slice(0, 7)
      .join(' ')
    // 'one of the main', 'two of our': a way of speaking.
    if (/^one$/i.test(text))
      return (
        /^\s+(?:[a-z]+\s)?(?:victim|survivor|child|woman|man|girl|boy|client|person was|death|suicide|was a victim)\b/i.test(
          after,
        ) &&
        !/^\s+\w+\s+(?:of|or)\b/i.test(after.replace(/^\s+(?:victim|was)/i, '')) &&
        !/\b(?:said|told|explained|commented|comments?)\b/i.test(sentence.text)
      )
    if (/^\s*(?:of\s+(?:the|these|our|those)|in|out of)\b/i.test(after) && value < 6 && !PERSONS.test(noun))
      return false
    if (
      /\b(?:top|every|each|nearly|per|the|last|first|next|past)\s$/i.test(sentence.text.slice(0, index)) &&
      !/\bthe\s$/i.test(sentence.text.slice(0, index))
    )
      return false
    return PERSONS.test(noun)
  })
  if (small.length === 0) return []
  const list = small.map(({ text }) => text).join(', ')
  const people = small.some(
    ({ value, end }) =>
      value < 5 &&
      /^\s+(?:[a-z-]+\s+){0,2}(?:victims?|survivors?|people|child(?:ren)?|wom[ae]n|m[ae]n|girls?|boys?|clients?)\b/i.test(
        sentence.text.slice(end),
      ),
  )
  const grave = people || SENSITIVE.test(`${sentence.text} ${about}`)
  return [
    {
      ...quoted(sentence),
      severity: grave ? 'stops' : 'look',
      tells: [{ quote: sentence.text, signs: small.map(({ text }) => text) }],
      why: `${list}: so few ${grave ? 'people, told of something so private, ' : ''}may be known to somebody who reads this.`,
      to_do: toDo(below),
    },
  ]
}

/** A row that counts bodies, not people. */
const OF_NO_PERSONS =
  /\b(?:community (?:points?|hubs?|organisations?)|organisations|deliverables|grants awarded|sites|meetings)\b/i

/** One finding for a table, naming its rows. */
function inCells(table: TablePart, below: number, source: Source): Found[] {
  const about = [table.caption, table.section, ...table.header].join(' ')
  // What stands Green or Red is a deliverable, whatever its theme is called.
  const heads = table.header.map((heading) => heading.trim().toLowerCase())
  // What is counted here is of people unless it says that it is of organisations or deliverables.
  const of_people = source === 'draft' && table.counted ? !OF_NO_PERSONS.test(about) : PERSONS.test(about)
  if (!of_people || (heads.includes('green') && heads.includes('red'))) return []
  const counted = table.header.map((heading, column) => {
    const label = column === 0 || /^(?:no|ref|year|quarter|rank|#)\b/i.test(heading)
    return (
      !label &&
      (source === 'draft' || PERSONS.test(`${heading} ${table.caption} ${table.section}`)) &&
      !NO_PERSONS.test(` ${heading}`)
    )
  })
  const smallIn = (row: readonly string[]) =>
    row.filter((cell, column) => {
      const number = cellNumber(cell)
      return (
        counted[column] &&
        number &&
        !number.percent &&
        number.decimals === 0 &&
        number.value > 0 &&
        number.value < below &&
        !cell.includes('£')
      )
    })
  const rows = table.rows.filter((row) => !OF_NO_PERSONS.test(row[0] ?? '') && smallIn(row).length > 0)
  if (rows.length === 0) return []
  const grave =
    SENSITIVE.test(about) ||
    rows.some((row) => SENSITIVE.test(row[0] ?? '')) ||
    /\b(?:victims?|people|survivors?|children)\b/i.test(about)
  return [
    {
      ...at(table),
      quote: rowQuote(rows[0]!),
      severity: grave ? 'stops' : 'look',
      about: rows.map(rowQuote).join('; '),
      tells: rows.map((row) => ({
        quote: rowQuote(row),
        signs: smallIn(row).map((cell) => cell.trim()),
        within: table.caption,
      })),
      why: `${rows.length === 1 ? 'This row has a count' : `${rows.length} rows have counts`} under ${below}: ${[...new Set(rows.map((row) => row[0] || rowQuote(row)))].join(', ')}.`,
      to_do:
        'In a public paper print [c] for each, and for the next smallest too, so that nothing can be worked out from the total.',
    },
  ]
}
