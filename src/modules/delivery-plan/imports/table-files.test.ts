// A plan's table as a Word file or an OpenDocument text has it: merged cells, and colours that are only the ground of their cell.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { Document, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { convertWithLibreOffice, withoutLibreOffice } from '#platform/open-document/libreoffice.ts'
import { readPaperFile } from './files/read-paper-file.ts'
import { readPlanText } from './reading/read-plan-text.ts'

const cell = (said: string | (Paragraph | Table)[], more: object = {}) =>
  new TableCell({
    children: typeof said === 'string' ? said.split('\n').map((one) => new Paragraph(one)) : said,
    ...more,
  })
const ground = (fill: string) => ({ shading: { type: ShadingType.CLEAR, fill, color: 'auto' } })
const merged = (verticalMerge: 'restart' | 'continue') => ({
  verticalMerge: verticalMerge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
})
const tableFile = () =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: ['Owner', 'Priority', 'No.', 'RAG'].map((one) => cell(one)),
                }),
                new TableRow({ children: [cell('The whole of the plan', { columnSpan: 4 })] }),
                new TableRow({
                  children: [
                    cell('NW/CG', merged('restart')),
                    cell('Open three more Community Points\nUpdate 14.1.20: Two are open.'),
                    cell('1'),
                    cell('', ground('00B050')),
                  ],
                }),
                new TableRow({
                  children: [
                    cell('', merged('continue')),
                    cell('Improve the reporting of hate crime'),
                    cell('2', merged('restart')),
                    cell('', ground('FFC000')),
                  ],
                }),
                new TableRow({
                  children: [
                    cell('Force'),
                    cell('Also in the city'),
                    cell('', merged('continue')),
                    cell('R'),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    }),
  )

test('merged cells, a colour without a word, and updates within the cell; a merged number is asked', async () => {
  const text = readPaperFile(await tableFile())
  const { deliverables, unclear, doubts } = readPlanText(text)
  assert.deepEqual(
    deliverables.map(({ number, owners, words, status }) => [number, owners, words, status]),
    [
      [1, 'NW/CG', 'Open three more Community Points', 'green'],
      [2, 'NW/CG', 'Improve the reporting of hate crime', 'amber'],
    ],
  )
  assert.deepEqual(
    deliverables[0]!.updates.map(({ dated_on, words }) => [dated_on, words]),
    [['2020-01-14', 'Two are open.']],
  )
  assert.equal(unclear.length, 1)
  assert.match(unclear[0]!.text, /Also in the city/)
  assert.ok(doubts.includes('Number 1: “Green (by the colour of its cell)” was read as Green.'))
})

test('an OpenDocument text reads as the Word file it was made from', async (one) => {
  if (withoutLibreOffice('writer')) return one.skip('LibreOffice is not on this machine')
  const made = await convertWithLibreOffice(await tableFile(), 'plan.docx', 'odt')
  const bare = (file: Uint8Array) => {
    const { deliverables, unclear } = readPlanText(readPaperFile(file))
    return [
      deliverables.map(({ number, owners, words, status, updates }) => [
        number,
        owners,
        words,
        status,
        updates.map((u) => u.words),
      ]),
      unclear.length,
    ]
  }
  assert.deepEqual(bare(made.get('plan.odt')!), bare(await tableFile()))
})

const row = (...cells: TableCell[]) => new TableRow({ children: cells })

test('a plan’s table within the cell of another, with figures in a table of their own within a cell', async () => {
  const figures = new Table({
    rows: [row(cell('Quarter'), cell('Referrals')), row(cell('Quarter 1'), cell('1,204'))],
  })
  const plan = new Table({
    rows: [
      row(cell('No'), cell('Owner'), cell('Deliverable'), cell('Update'), cell('RAG')),
      row(
        cell('1'),
        cell('NW/CG'),
        cell('Open three more Community Points'),
        cell([new Paragraph('Update 14.1.20: as below'), figures, new Paragraph('')]),
        cell('', ground('00B050')),
      ),
      row(
        cell('2'),
        cell('Force'),
        cell('Improve the reporting of hate crime'),
        cell('On track'),
        cell('', ground('FFC000')),
      ),
    ],
  })
  const page = new Table({
    rows: [
      row(cell('Theme 2: Helping victims'), cell('Quarter 3')),
      row(cell('Where we are'), cell([plan, new Paragraph('')])),
      row(cell([new Paragraph('A note at the foot')])),
    ],
  })
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [page] }] }))
  const read = readPlanText(readPaperFile(bytes))
  assert.deepEqual(
    read.deliverables.map(({ number, owners, words, status }) => [number, owners, words, status]),
    [
      [1, 'NW/CG', 'Open three more Community Points', 'green'],
      [2, 'Force', 'Improve the reporting of hate crime', 'amber'],
    ],
  )
  for (const words of ['1,204', 'Where we are', 'A note at the foot', 'On track', 'Helping victims'])
    assert.match(JSON.stringify([read.deliverables, read.rest, read.unclear]), new RegExp(words))
})

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'

test('of an OpenDocument text nothing is lost: lists without points, lists within lists, boxes; struck-out words and remarks are no part of it', () => {
  const odt = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml':
      strToU8(`<office:document-content ${NAMES}><office:body><office:text><text:tracked-changes><text:p>struck</text:p></text:tracked-changes>
      <text:list><text:list-header><text:p>one</text:p></text:list-header><text:list-item><text:p>two</text:p><text:list><text:list-item><text:p>three</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:p>four<draw:frame><draw:text-box><text:p>five</text:p></draw:text-box></draw:frame></text:p><office:annotation><text:p>remark</text:p></office:annotation>
      <draw:frame><draw:text-box><text:p>six</text:p></draw:text-box></draw:frame></office:text></office:body></office:document-content>`),
  })
  assert.deepEqual(readPaperFile(odt).split('\n').filter(Boolean), [
    '- one',
    '- two',
    '- three',
    'four',
    'five',
    'six',
  ])
})

test('both Theme papers read the same as text and as files that LibreOffice made', async (one) => {
  if (withoutLibreOffice('writer')) return one.skip('LibreOffice is not on this machine')
  for (const theme of [1, 2]) {
    const text = readFileSync(join(import.meta.dirname, 'papers', `notts-2020-theme-${theme}.txt`), 'utf8')
    for (const kind of ['docx', 'odt'] as const) {
      const made = await convertWithLibreOffice(Buffer.from(text), `theme.txt`, kind)
      const read = (source: string) => {
        const { deliverables, doubts, rest, unclear, plan, year, cycle } = readPlanText(source)
        return {
          deliverables: deliverables.map(({ line: _, text: __, updates, ...rest_of }) => ({
            ...rest_of,
            updates: updates.map(({ line: ___, ...update }) => update),
          })),
          doubts,
          rest: rest.length,
          unclear,
          plan,
          year,
          cycle,
        }
      }
      assert.deepEqual(read(readPaperFile(made.get(`theme.${kind}`)!)), read(text))
    }
  }
})
