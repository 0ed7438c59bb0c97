import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { readPaper } from '../../reading/read-file.ts'
import { tryRule } from '../try-rule.ts'
import { accessibility } from './accessibility.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)
const row = (cells: string[], tableHeader: boolean) =>
  new TableRow({
    tableHeader,
    children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
  })
const word = async (well: boolean) =>
  readPaper(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: 'Purpose', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({
                text: 'Detail',
                heading: well ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
              }),
              new Paragraph({
                children: [new TextRun({ text: 'Money', bold: !well }), new TextRun(well ? ' matters.' : '')],
              }),
              new Paragraph({
                children: [
                  new ExternalHyperlink({
                    link: 'https://example.org',
                    children: [new TextRun(well ? 'Annual report for 2024' : 'click here')],
                  }),
                ],
              }),
              new Paragraph({
                children: [
                  new ImageRun({
                    type: 'png',
                    data: PNG,
                    transformation: { width: 1, height: 1 },
                    ...(well ? { altText: { name: 'chart', description: 'Referrals rose each month' } } : {}),
                  }),
                ],
              }),
              new Table({
                rows: [
                  row(['Area', 'Cases'], well),
                  row(['North', '40'], false),
                  row(['South', '50'], false),
                ],
              }),
            ],
          },
        ],
      }),
    ),
  )

test('a Word file that not everybody can read: each thing is told', async () => {
  assert.deepEqual(
    accessibility.find(await word(false)).map(({ severity, about }) => `${severity} ${about}`),
    ['look level 3', 'look bold', 'stops header row', 'stops picture', 'look click here'],
  )
})

test('the same file made well', async () => assert.deepEqual(accessibility.find(await word(true)), []))

test('in text: links that say nothing, pictures without words, and their like that do', () => {
  assert.equal(tryRule(accessibility, '2.1 Read [here](https://example.org), see ![](a.png).').length, 2)
  assert.deepEqual(
    tryRule(accessibility, '2.1 Read [the plan](https://example.org), see ![Calls rose](a.png).'),
    [],
  )
})
