import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import * as fc from 'fast-check'
import { findAll } from '../find-all.ts'
import { faultOf, NotAPaper, readPaper } from './read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const invented = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'corpus', 'invented', `${name}.txt`), 'utf8')

/** The same paper as Word has it: headings in styles, rows in tables, one heading row each. */
async function asWord(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = []
  let rows: string[][] = []
  for (const line of [...text.split('\n'), '']) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'))
      continue
    }
    if (rows.length > 0)
      children.push(
        new Table({
          rows: rows.map(
            (cells, index) =>
              new TableRow({
                tableHeader: index === 0,
                children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
              }),
          ),
        }),
      )
    rows = []
    if (line.trim() === '') continue
    children.push(
      new Paragraph({
        text: line,
        ...(/^\d\. |^Executive summary/.test(line) ? { heading: HeadingLevel.HEADING_1 } : {}),
      }),
    )
  }
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

test('a Word file and the text of it give the same findings', async () => {
  for (const name of ['a1-quarterly-service', 'b1-annual-review', 'c1-clean-service']) {
    const said = (paper: ReturnType<typeof readPaper>) =>
      findAll(paper)
        .map(({ rule, about, why }) =>
          `${rule} ${about} ${why}`.replaceAll(/line \d+/g, 'line').replaceAll(/under “[^”]*”/g, 'line'),
        )
        .toSorted()
    const text = invented(name).replaceAll(/^([A-Z][a-z]+(?: [a-z]+ [A-Z][a-z]+)?)\s{2,}(?=\d)/gm, '$1\t')
    assert.deepEqual(said(readPaper(await asWord(text))), said(readPaper(bytes(text))), name)
  }
})

test('the parts of a paper are known by where they stand', () => {
  const paper = readPaper(bytes(invented('c2-clean-plan')))
  assert.equal(paper.facts.meeting_on, '2025-02-05')
  assert.deepEqual([paper.facts.period?.from, paper.facts.period?.to], ['2024-10-01', '2024-12-31'])
  assert.deepEqual(
    paper.deliverables.map(({ number, owners, status }) => [number, owners, status]),
    [
      [1, 'JM', 'green'],
      [2, 'Force', 'green'],
      [3, 'JM', 'amber'],
      [4, 'VRU', 'green'],
    ],
  )
  const update = paper.sentences.find(({ text }) => text.startsWith('Officers referred'))
  assert.deepEqual(update?.update, {
    deliverable: 2,
    dated_on: '2025-01-10',
    dated_to: 'day',
    author: '',
  })
})

test('what is neither text nor a Word file is refused in words', () => {
  for (const file of [
    bytes('%PDF-1.7'),
    bytes('  '),
    new Uint8Array([80, 75, 3, 4, 9]),
    new Uint8Array([1, 2, 3, 0]),
  ])
    assert.throws(() => readPaper(file), /Save it as \.docx or as text|no text/)
})

test('nothing that is pasted breaks the reading or a rule', () => {
  const piece = fc.constantFrom(
    '1.1 ',
    '\t',
    '\n',
    '| a | 1 |',
    'Theme 2',
    '31 June 2024',
    '(5%)',
    '14/15',
    'Update 1.2.24 NW:',
    '**',
    '[a](b)',
    '<p>',
    'of whom',
    'quarter 9',
    'Of these 4',
    'Total\t',
    'T1. ',
    '100%',
    '\u202E',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 }),
      (pieces) => {
        const text = `Points\n\n1. Points\n\n${pieces.join(' ')}`
        // oxlint-disable-next-line no-control-regex -- a file with these is refused before it is read
        if (!/[\0-\x08]/.test(text)) findAll(readPaper(bytes(text)))
      },
    ),
    { numRuns: 300 },
  )
})

test('no text is much slower to check than a long paper of the same length', () => {
  const spent = (text: string) => {
    const paper = readPaper(bytes(`1. Points\n\n${text}`))
    const before = process.cpuUsage()
    findAll(paper)
    const { user } = process.cpuUsage(before)
    return user / text.length
  }
  const long = Array.from({ length: 12 }, () => invented('d1-clean-narrative').split('1 Overview')[1]!).join(
    '\n',
  )
  spent(long)
  const usual = spent(long)
  for (const nasty of [
    '12 (3%) ',
    'A',
    'of 12 of 13 ',
    'May 2020 to June 2020 ',
    '0 1 2 3 4 5 ',
    '(',
    'a.',
    '[a](',
    'Police and Crime ',
    'Theme 1 and Theme 2. ',
  ])
    assert.ok(spent(`1.1 ${nasty.repeat(Math.ceil(long.length / nasty.length))}`) < usual * 60, nasty)
})

test('only what is wrong with a file is told as its fault; any other error goes on to the error page and the log', () => {
  assert.equal(faultOf(new NotAPaper('There is no text in this file.')), 'There is no text in this file.')
  const ours = new TypeError("Cannot read properties of undefined (reading 'text')")
  assert.throws(
    () => faultOf(ours),
    (error) => error === ours,
  )
  for (const file of ['', '%PDF-1.7', 'PK\u0003\u0004'])
    assert.throws(() => readPaper(new TextEncoder().encode(file)), NotAPaper)
})

test('a plan with a column for progress, in the order and under the names of its office', () => {
  const paper = readPaper(
    bytes(`Delivery plan 2021-22

Ref\tLead\tAction\tProgress\tRAG
1.9\tDC\tLet the contract for the hub\t31/05/22: It was let, later than was planned at first.\tGreen
1.10\tHW\tAudit compliance with the Code\tTBC\tAmber

Risks

None is known.
`),
  )
  assert.deepEqual(
    paper.deliverables.map(({ number, owners, words, status }) => [number, owners, words, status]),
    [
      ['1.9', 'DC', 'Let the contract for the hub', 'green'],
      ['1.10', 'HW', 'Audit compliance with the Code', 'amber'],
    ],
  )
  const said = paper.sentences.filter(({ update }) => update?.dated_on)
  assert.deepEqual(
    said.map(({ text, update }) => [text, update!.deliverable, update!.dated_on]),
    [
      ['31/05/22:', '1.9', '2022-05-31'],
      ['It was let, later than was planned at first.', '1.9', '2022-05-31'],
    ],
  )
  assert.equal(paper.sentences.find(({ text }) => text.startsWith('None'))!.update, undefined)
})
