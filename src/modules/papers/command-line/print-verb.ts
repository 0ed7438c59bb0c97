import { writeFile } from 'node:fs/promises'
import { areaActor } from '#access'
import { type Ctx, isId, newId } from '#platform/act.ts'
import { type Given, required, Usage, type Verb } from '#platform/cli/verb.ts'
import type { Document } from '#platform/documents/document.ts'
import { plainText } from '#platform/documents/document.ts'
import { NotFound } from '#platform/errors.ts'
import { docxFile } from '#platform/documents/docx.ts'
import { htmlFile } from '#platform/documents/html-file.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { getPaper } from '../drafts/queries.ts'
import { cycleNamed } from './cycle-named.ts'
import { readPlan } from '../plan-papers/plan-in-paper.ts'
import { templateCalled } from '../templates/choose-template.ts'
import { TEMPLATES, type Template } from '../templates/template.ts'
import type { PaperWords, Scope } from '../writing/answer-figures.ts'
import { printPaper } from '../writing/print-paper.ts'
import { writePaper, type Written } from '../writing/write-paper.ts'

const FILES = { docx: docxFile, odt: odtFile, html: htmlFile } as const

/** `waymark paper print`: any paper that was started, or a paper of any template written from the records as they are now. */
export const printVerb: Verb = {
  words: 'paper print',
  does: 'Prints a paper: one that was started, by its id, or one from any template, with every figure counted now.',
  usage: 'PAPER|TEMPLATE --area AREA [--from DAY --to DAY | --cycle CYCLE --part NUMBER] [--out FILE.docx]',
  options: {
    area: { type: 'string', help: "The area's code" },
    from: { type: 'string', help: 'First day of the period, for a template about a service' },
    to: { type: 'string', help: 'Last day of the period' },
    cycle: {
      type: 'string',
      help: 'Which cycle, for a template about a plan: "Quarter 3", as the latest year has it; or its id',
    },
    part: { type: 'string', help: 'Which part of the plan: the number of its theme or objective' },
    year: { type: 'string', help: 'Title of the delivery plan of the year, where the latest is not meant' },
    out: { type: 'string', help: 'Write a file as well: .docx, .odt or .html', multiple: true },
    site: { type: 'string', help: 'Where the pages are, so that links in the file lead to them' },
    organisation: { type: 'string', help: "A provider's code: count its records only, and print its name" },
    meeting: { type: 'string', help: 'Name of the meeting' },
    on: { type: 'string', help: 'Day of the meeting' },
    author: { type: 'string', help: 'Author of the paper' },
  },
  prints_json: true,
  more: `Templates: ${TEMPLATES.map(({ name }) => name).join(', ')}, and those made on pages, by their name.\nThe ids of papers: waymark paper list. With --json: the figures, each with its value, n, query and as-at time.`,
  run: async (given, tools) => {
    const [name, ...more] = given.rest
    if (!name || more.length > 0) throw new Usage('Say one paper, by its id, or one template')
    const outs = [given.options.out ?? []].flat().map(String)
    const wrong = outs.find((out) => !Object.hasOwn(FILES, endingOf(out)))
    if (wrong) throw new Usage(`"${wrong}" must end in .docx, .odt or .html`)
    const actor = await areaActor(tools.pools, required(given, 'area'))
    const { document, figures } = await tools.act(actor, { visit_id: newId(), query: {} }, (ctx) =>
      isId(name) ? asItStands(ctx, name) : fromTemplate(ctx, name, given),
    )
    const site = given.options.site
    for (const out of outs)
      await writeFile(out, await FILES[endingOf(out)](document, typeof site === 'string' ? { site } : {}))
    tools.json({ title: document.title, figures })
    for (const line of linesOf(document)) tools.say(line)
  },
}

const endingOf = (file: string) => file.slice(file.lastIndexOf('.') + 1) as keyof typeof FILES

const asItStands = async (ctx: Ctx, paper_id: string): Promise<Written> =>
  printPaper(ctx, await getPaper(ctx, paper_id))

async function fromTemplate(ctx: Ctx, name: string, given: Given): Promise<Written> {
  const template = await templateCalled(ctx, name)
  const { scope, words } = template.about === 'plan' ? await ofPlan(ctx, given) : await ofService(ctx, given)
  const { meeting, on, author } = given.options
  return writePaper(
    ctx,
    template satisfies Template,
    scope,
    {
      area: ctx.actor.area_name,
      report_to: String(meeting ?? 'Not given'),
      meeting_on: String(on ?? ctx.today),
      report_author: String(author ?? 'Not given'),
      author_email: '',
      other_contacts: '',
      agenda_item: '',
      for_what: 'information',
      is_public: true,
      sections: {},
      ...words,
    },
    (figure) => `/measures/${figure.bound.measure}`,
  )
}

type Subject = { scope: Scope; words: Pick<PaperWords, 'organisation' | 'plan'> }

async function ofPlan(ctx: Ctx, given: Given): Promise<Subject> {
  const year = given.options.year
  const { theme_id, cycle } = await cycleNamed(ctx, {
    cycle: required(given, 'cycle'),
    part: required(given, 'part'),
    ...(typeof year === 'string' ? { year } : {}),
  })
  const plan = await readPlan(ctx, { theme_id, cycle_id: cycle.cycle_id })
  return {
    scope: { from: cycle.period_from, to: cycle.period_to },
    words: { organisation: ctx.actor.area_name, plan },
  }
}

async function ofService(ctx: Ctx, given: Given): Promise<Subject> {
  const period = { from: required(given, 'from'), to: required(given, 'to') }
  const { organisation: code } = given.options
  if (!code) return { scope: period, words: { organisation: ctx.actor.area_name } }
  const organisation = await ctx.db
    .selectFrom('access.organisation')
    .selectAll()
    .where('code', '=', String(code))
    .executeTakeFirst()
  if (!organisation) throw new NotFound(`The organisation "${String(code)}" of this area`)
  const teams = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('organisation_id', '=', organisation.organisation_id)
    .execute()
  return {
    scope: { ...period, held_by: teams.map((team) => team.team_id) },
    words: { organisation: organisation.name },
  }
}

/** The words of a document, a line for each. */
function linesOf({ title, front_sheet = [], blocks }: Document): string[] {
  const front = front_sheet.map(({ label, value }) => `${label}: ${plainText(value)}`)
  const words = blocks.flatMap((block): string[] => {
    if (block.kind === 'heading')
      return [`\n${[block.number, plainText(block.text)].filter(Boolean).join(' ')}`]
    if (block.kind === 'paragraph') return [[block.number, plainText(block.text)].filter(Boolean).join(' ')]
    if (block.kind === 'note') return [plainText(block.text)]
    if (block.kind === 'bullets') return block.items.map((item) => `- ${plainText(item)}`)
    if (block.kind === 'page_break' || block.kind === 'image') return []
    const { columns, rows } = block.kind === 'chart' ? block.chart.words : block
    return [columns.map(({ title }) => title), ...rows.map((row) => row.map(plainText))].map((row) =>
      row.join(' | '),
    )
  })
  return [title, ...front, ...words]
}
