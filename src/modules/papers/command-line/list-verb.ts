import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, type Verb } from '#platform/cli/verb.ts'
import { listPapers } from '../drafts/queries.ts'

/** `waymark paper list`: the papers of an area, with the ids that the other verbs take. */
export const listVerb: Verb = {
  words: 'paper list',
  does: 'Lists the papers of an area, the next meeting first, with their ids.',
  usage: '--area AREA [--json]',
  options: { area: { type: 'string', help: "The area's code" } },
  prints_json: true,
  run: async (given, tools) => {
    const actor = await areaActor(tools.pools, required(given, 'area'))
    const papers = await tools.act(actor, { visit_id: newId(), query: {} }, listPapers)
    tools.json(
      papers.map(
        ({ paper_id, title, template, period_from, period_to, meeting_on, signed_at, published }) => ({
          paper_id,
          title,
          template,
          period_from,
          period_to,
          meeting_on,
          signed_at,
          published,
        }),
      ),
    )
    for (const { paper_id, title, meeting_on } of papers) tools.say(`${paper_id}  ${meeting_on}  ${title}`)
  },
}
