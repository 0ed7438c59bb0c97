// Every paper begins with a summary on one page: as LibreOffice prints it, whatever stands in the records.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { plainText } from '#platform/documents/document.ts'
import { docxFile } from '#platform/documents/docx.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { makeLongPlan } from './long-plan.ts'
import { readPlan } from '../plan-papers/plan-in-paper.ts'
import { type Template, TEMPLATES } from '../templates/template.ts'
import { makeSmallService } from '../writing/service-in-small.ts'
import { writePaper } from '../writing/write-paper.ts'
import { cannotPrint, printFile } from './print-file.ts'

const t = await testApp()
const [nell, ruth] = [await t.as('Nell Wainwright'), await t.as('Ruth Adeyemi')]
await ruth.act((ctx) => makeSmallService(ctx, 120))
const about = await nell.act(makeLongPlan)

const SHORT = { report_to: 'Panel', recommendation: 'To note this.', cycle: 'few' } as const
const LONG = {
  report_to: 'The Strategic Resources and Performance Meeting of the Commissioner, in public, at County Hall',
  recommendation:
    'That the Commissioner considers the progress made, discusses with the Chief Constable what is Amber or Red, and asks for a further report to the next meeting on each of these. '.repeat(
      2,
    ),
  cycle: 'many',
} as const

const write = (template: Template, { report_to, recommendation, cycle }: typeof SHORT | typeof LONG) =>
  (template.about === 'plan' ? nell : ruth).act(async (ctx) => {
    const plan = template.about === 'plan' ? await readPlan(ctx, about[cycle]) : undefined
    const recommends = template.sections.find(({ title }) => /^recommendation/i.test(title))!
    const { document } = await writePaper(
      ctx,
      template,
      { from: '2018-01-01', to: '2018-12-31' },
      {
        organisation: 'Nottinghamshire Victim CARE',
        area: 'Nottinghamshire',
        report_to,
        meeting_on: '2037-04-30',
        report_author: 'The Head of Strategy and Assurance',
        author_email: 'author@example.org',
        other_contacts: 'The Chief Executive',
        agenda_item: '11',
        for_what: 'consideration',
        is_public: true,
        sections: { [recommends.number]: recommendation },
        ...(plan ? { plan } : {}),
      },
      () => '/',
    )
    return document
  })

test('every template that comes with the program begins with a summary', () => {
  for (const { name, summary } of TEMPLATES) assert.ok(summary, name)
})

for (const template of TEMPLATES)
  for (const [size, given] of Object.entries({ small: SHORT, large: LONG }))
    for (const [ending, file] of Object.entries({ docx: docxFile, odt: odtFile }))
      test(
        `${template.name}, ${size}, as .${ending}: the summary is on one page`,
        { skip: cannotPrint() },
        async () => {
          const document = await write(template, given)
          const titles = document.blocks.flatMap((block) =>
            block.kind === 'heading' && block.level === 1
              ? [[block.number, plainText(block.text)].filter(Boolean).join(' ')]
              : [],
          )
          const { lines } = await printFile(await file(document), ending as 'docx' | 'odt')
          const pageOf = (title: string) =>
            lines.findIndex((page) =>
              page.some((line, at) =>
                `${line} ${page[at + 1] ?? ''}`.replaceAll(/\s+/g, ' ').startsWith(title),
              ),
            )
          const summary = pageOf(titles[0]!)
          assert.ok(
            summary === 0 || (size === 'large' && summary === 1),
            `the summary begins page ${summary + 1}`,
          )
          assert.equal(pageOf(titles[1]!), summary + 1, `${titles[1]} begins the page after the summary`)
          assert.ok(lines[summary + 1]![0]!.startsWith(titles[1]!.split(' ')[0]!), lines[summary + 1]![0])
        },
      )
