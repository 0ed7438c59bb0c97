import { writeFile } from 'node:fs/promises'
import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { docxFile } from '#platform/documents/docx.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { plainText } from '#platform/documents/document.ts'
import { checkVerb } from './checks/verbs.ts'
import { templateNamed, TEMPLATES } from './templates/template.ts'
import { writePaper } from './writing/write-paper.ts'

const print: Verb = {
  words: 'paper print',
  does: 'Prints a paper from a template, for any area and period, with every figure counted now.',
  usage: 'TEMPLATE --area AREA --from DAY --to DAY [--out FILE.docx]',
  options: {
    area: { type: 'string', help: "The area's code" },
    from: { type: 'string', help: 'First day of the period' },
    to: { type: 'string', help: 'Last day of the period' },
    out: { type: 'string', help: 'Write a Word file (.docx) or an OpenDocument text (.odt) as well' },
    organisation: { type: 'string', help: "A provider's code: count its records only, and print its name" },
    meeting: { type: 'string', help: 'Name of the meeting' },
    on: { type: 'string', help: 'Day of the meeting' },
    author: { type: 'string', help: 'Author of the paper' },
  },
  prints_json: true,
  more: `Templates: ${TEMPLATES.filter((t) => t.about === 'service')
    .map((t) => t.name)
    .join(', ')}\nWith --json: the figures, each with its value, n, query and as-at time.`,
  run: async ({ options, rest }, tools) => {
    const [name, ...more] = rest
    if (!name || more.length > 0) throw new Usage('Say one template')
    const template = templateNamed(name)
    if (template.about === 'plan')
      throw new Usage(`"${name}" is about a delivery plan: start it from a reporting cycle`)
    const actor = await areaActor(tools.pools, required({ options, rest }, 'area'))
    const period = { from: required({ options, rest }, 'from'), to: required({ options, rest }, 'to') }
    const { document, figures } = await tools.act(actor, { visit_id: newId(), query: {} }, async (ctx) => {
      const organisation = options.organisation
        ? await ctx.db
            .selectFrom('access.organisation')
            .selectAll()
            .where('code', '=', String(options.organisation))
            .executeTakeFirst()
        : undefined
      if (options.organisation && !organisation)
        throw new Error(`There is no organisation "${String(options.organisation)}" in this area.`)
      const teams = organisation
        ? await ctx.db
            .selectFrom('access.team')
            .select('team_id')
            .where('organisation_id', '=', organisation.organisation_id)
            .execute()
        : undefined
      return writePaper(
        ctx,
        template,
        { ...period, ...(teams ? { held_by: teams.map((t) => t.team_id) } : {}) },
        {
          organisation: organisation?.name ?? actor.area_name,
          area: actor.area_name,
          report_to: String(options.meeting ?? 'Not given'),
          meeting_on: String(options.on ?? ctx.today),
          report_author: String(options.author ?? 'Not given'),
          author_email: '',
          other_contacts: '',
          agenda_item: '',
          for_what: 'information',
          is_public: true,
          sections: {},
        },
        (figure) => `/measures/${figure.bound.measure}`,
      )
    })
    if (typeof options.out === 'string')
      await writeFile(options.out, await (options.out.endsWith('.odt') ? odtFile : docxFile)(document))
    tools.json({ title: document.title, figures })
    for (const block of document.blocks) {
      if (block.kind === 'heading')
        tools.say(`\n${block.number ? `${block.number} ` : ''}${plainText(block.text)}`)
      else if (block.kind === 'paragraph')
        tools.say(`${block.number ? `${block.number} ` : ''}${plainText(block.text)}`)
      else if (block.kind === 'bullets') for (const bullet of block.items) tools.say(`- ${plainText(bullet)}`)
      else if (block.kind === 'table')
        tools.say(
          [block.columns.map((c) => c.title), ...block.rows.map((row) => row.map(plainText))]
            .map((row) => row.join(' | '))
            .join('\n'),
        )
    }
  },
}

export const paperVerbs: readonly Verb[] = [print, checkVerb]
