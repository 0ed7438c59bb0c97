import { allSentences } from '../model/sentences.ts'
import type { CheckedDeliverable, CheckedPaper, Part, UpdateOf, WordsPart, Zone } from '../model/paper.ts'
import { type Columns, columnsOf, deliverableIn } from './deliverable-rows.ts'
import { factsOf } from './facts.ts'
import { frontRow } from './front-sheet.ts'
import { headingIn } from './headings.ts'
import type { Raw, RawFile } from './raw.ts'
import { updateHeading } from './update-heading.ts'

type Words = Extract<Raw, { kind: 'words' }>
type Table = Extract<Raw, { kind: 'table' }>
type Row = Table['rows'][number]

const CONTACTS =
  /^for (?:any |all )?(?:further |more )?(?:enquir|inquir|information|details|queries).*contact|^contact (?:officer|details|us)/i
const CONTENTS_LINE = /(?:\.{2,}|\t|\s{2,})\s*\d{1,3}$/
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.(?=\s))\.?\s+(?=\S)/
const FOOTNOTE = /^(?:[¹²³⁴-⁹]|\^[a-z\d]|\[\d+\])\s*/

/** A paper made of a file's lines: its front sheet, headings, paragraphs, tables and deliverables, each with its place. */
export function assemblePaper(file: RawFile, earlier: readonly CheckedPaper[] = []): CheckedPaper {
  const parts: Part[] = []
  const front: { label: string; value: string }[] = []
  const titles: string[] = []
  const deliverables: (CheckedDeliverable & { text: string })[] = []
  let zone = 'front' as Zone
  let section = ''
  let update: UpdateOf | undefined

  const where = (number: string | undefined, line: number | undefined) =>
    number
      ? `paragraph ${number}`
      : update
        ? `deliverable ${update.deliverable}${line === undefined ? '' : `, line ${line}`}`
        : line === undefined
          ? section === ''
            ? 'the first page'
            : `under “${section}”`
          : `line ${line}`
  const placed = (number?: string, line?: number) => ({
    where: where(number, line),
    ...(line === undefined ? {} : { line }),
  })
  const add = (
    part: Omit<WordsPart, 'zone' | 'section' | 'typed' | 'where'> & { where?: string },
    as: Zone = zone,
  ) => {
    if (part.text === '') return
    const last = parts.at(-1)
    const joins =
      part.kind === 'paragraph' &&
      !part.number &&
      /^[a-z]/.test(part.text) &&
      last &&
      (last.kind === 'paragraph' || last.kind === 'bullet') &&
      !/[.!?:;]["”’)]?$/.test(last.text)
    if (joins) {
      parts[parts.length - 1] = { ...last, text: `${last.text} ${part.text}` }
      return
    }
    parts.push({
      ...placed(part.number, part.line),
      section,
      zone: as,
      typed: true,
      ...(update ? { update } : {}),
      ...part,
    })
  }

  const heading = ({ text, number }: { text: string; number?: string }, raw: Words) => {
    if (zone === 'front' || zone === 'contents' || zone === 'contacts') zone = 'body'
    if (/^contents$/i.test(text)) zone = 'contents'
    update = undefined
    section = text
    add({
      kind: 'heading',
      text,
      ...(number ? { number } : {}),
      ...(raw.level ? { level: raw.level } : {}),
      ...(file.source === 'docx' && !raw.level ? { looks_like_heading: true } : {}),
      ...(raw.line === undefined ? {} : { line: raw.line }),
      where: `the heading “${number ? `${number} ` : ''}${text}”`,
    })
  }

  const said = (raw: Words) => {
    const head = updateHeading(raw.text)
    if (head && update) {
      const { deliverable } = update
      update = { deliverable, dated_on: head.dated_on, dated_to: head.dated_to, author: head.author }
      add({
        kind: 'heading',
        text: head.rest ? raw.text.slice(0, raw.text.length - head.rest.length).trim() : raw.text,
        ...lineOf(raw),
      })
      if (head.rest) add({ kind: 'paragraph', text: head.rest, ...lineOf(raw) })
      return
    }
    // A numbered paragraph is past the front sheet, whatever stood before it.
    if (zone === 'front' && /^\d{1,2}\.\d/.test(raw.text)) zone = 'body'
    const [all = '', number] = NUMBER.exec(raw.text) ?? []
    const text = raw.text.slice(all.length)
    const kind = raw.listed && !number ? 'bullet' : 'paragraph'
    const as = FOOTNOTE.test(raw.text) ? 'note' : zone
    add(
      {
        kind,
        text,
        ...lineOf(raw),
        ...(number ? { number: number.replace(/\.$/, '') } : {}),
        ...(raw.bold && file.source === 'docx' && text.length < 90 && !/[.:;,]$/.test(text)
          ? { looks_like_heading: true }
          : {}),
      },
      as,
    )
  }

  const deliver = (row: Row, columns: Columns): boolean => {
    const found = deliverableIn(row.cells, columns)
    if (!found) return false
    const { owners, words, status } = found
    const last = deliverables.at(-1)?.number ?? 0
    const number = found.number?.includes('.')
      ? found.number
      : found.number
        ? Number(found.number)
        : (typeof last === 'number' ? last : deliverables.length) + 1
    update = { deliverable: number }
    const where_ = `deliverable ${number}`
    deliverables.push({
      number,
      owners,
      words,
      status,
      text: row.cells.filter(Boolean).join(' | '),
      where: where_,
      ...lineOf(row),
    })
    add({ kind: 'heading', text: words, ...lineOf(row), where: where_ })
    for (const text of found.said) said({ kind: 'words', text, alone: true, ...lineOf(row) })
    return true
  }

  for (const raw of file.raws) {
    if (raw.kind === 'picture') parts.push({ kind: 'picture', alt: raw.alt, ...placed(undefined, raw.line) })
    else if (raw.kind === 'table') {
      const columns = columnsOf(raw.rows[0]?.cells)
      let rest: Row[] = []
      for (const row of raw.rows) {
        const fact =
          zone === 'front' ? frontRow(row.cells.map((cell) => cell.replaceAll('\n', ' '))) : undefined
        if (fact) front.push(fact)
        else if (deliver(row, columns)) rest = []
        else if (zone === 'contents' && CONTENTS_LINE.test(row.cells.join('\t'))) continue
        else rest.push(row)
      }
      // What is said of each stands in its row: nothing below the table belongs to the last.
      if (columns.said >= 0 && columns.words >= 0) update = undefined
      if (rest.length > 0) parts.push(tableOf(rest, raw, parts, section, placed(undefined, rest[0]!.line)))
    } else {
      const fact = zone === 'front' ? frontRow([raw.text]) : undefined
      if (fact) {
        front.push(fact)
        continue
      }
      if (zone === 'contents' && CONTENTS_LINE.test(raw.text)) continue
      if (CONTACTS.test(raw.text)) zone = 'contacts'
      // 'Update January 2020' over an update belongs to its deliverable, whatever style it has.
      const dated = update !== undefined && updateHeading(raw.text) !== undefined
      const found =
        dated || raw.listed || /^\d+\.[1-9]/.test(raw.text)
          ? undefined
          : headingIn(raw, update !== undefined || zone === 'contacts')
      const opens =
        found &&
        (found.number ||
          (raw.level && (front.length > 0 || raw.level > 1)) ||
          OPENS.test(found.text) ||
          zone !== 'front')
      if (found && opens && (zone !== 'contacts' || !/^[A-Z][a-z]+ [A-Z][a-z]+,/.test(raw.text)))
        heading(found, raw)
      else if (zone === 'front' && !/[.!?]$/.test(raw.text)) {
        if (!/^for (?:consideration|information|decision|noting|approval)$/i.test(raw.text))
          titles.push(raw.text)
        add({ kind: 'heading', text: raw.text, where: 'the title', ...lineOf(raw) })
      } else said(raw)
    }
  }
  const sentences = allSentences(parts)
  const title = titles.join(' ')
  return {
    source: file.source,
    title,
    front,
    parts,
    sentences,
    deliverables,
    figures: [],
    earlier,
    links: file.links.map((link) => ({
      ...link,
      where: link.line === undefined ? `“${link.text}”` : `line ${link.line}`,
    })),
    facts: factsOf(front, title, sentences),
  }
}

const OPENS =
  /^(?:executive summary|summary|purpose|recommendation|introduction|background|foreword|contents|overview|key points|about)/i
/** What heads a column of counts: '2020', '2019-20'. */
const YEAR = /^(?:19|20)\d\d(?:-\d{2,4})?$/
const lineOf = ({ line }: { line?: number }) => (line === undefined ? {} : { line })

function tableOf(
  rows: readonly Row[],
  raw: Table,
  parts: readonly Part[],
  section: string,
  at: { where: string; line?: number },
): Part {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const [first, ...others] = rows.map(({ cells }) => [
    ...cells.map((cell) => cell.replaceAll('\n', ' ').slice(0, 2000)),
    ...Array<string>(width - cells.length).fill(''),
  ])
  const headed =
    first!.filter((cell, index) => /^[-£\d.,%]+$/.test(cell) && !(index > 0 && YEAR.test(cell))).length <=
      first!.length / 3 && others.length > 0
  const before = parts.at(-1)
  return {
    kind: 'table',
    caption: before && before.kind !== 'table' && before.kind !== 'picture' ? before.text : '',
    header: headed ? first! : [],
    rows: headed ? others : [first!, ...others],
    ...(raw.header_marked === undefined ? {} : { header_marked: raw.header_marked }),
    section,
    counted: false,
    ...at,
  }
}
