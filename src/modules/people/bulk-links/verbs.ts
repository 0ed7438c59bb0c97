import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, type Verb } from '#platform/cli/verb.ts'
import { plural } from '#platform/words/plurals.ts'
import { decimalPercentageInWords } from '#platform/words/percentages.ts'
import { toldBy } from '../matching/index.ts'
import { linkTeam } from './link-team.ts'

/** After an import: what is sure is linked, the rest waits for somebody to decide. */
export const bulkLinkVerbs: readonly Verb[] = [
  {
    words: 'people link',
    does: 'Compares the records that the receiving team of an area holds: links what is sure, and queues what is not.',
    usage: '--area AREA [--only-new]',
    options: {
      area: { type: 'string', help: 'The area, by code or name' },
      'only-new': {
        type: 'boolean',
        help: 'Compare only those who came since the last comparison, with everybody: quick after a daily transfer',
      },
    },
    prints_json: true,
    more: 'Thresholds are settings of the area (settings.matching.link and .review, as log2 odds). A manager can undo it on /people/comparisons.',
    run: async (given, { pools, act, say, json, progress }) => {
      const actor = await areaActor(pools, required(given, 'area'))
      const told = toldBy(progress)
      const linked = await act(actor, { visit_id: newId(), query: {} }, async (ctx) => {
        await ctx.connection.query('set local statement_timeout = 0')
        const only_new = given.options['only-new'] === true
        return linkTeam(ctx, actor.receiving_team_id, { only_new, told })
      }).finally(told.end)
      say(
        `${plural(linked.records, 'record')} compared: ${plural(linked.links, 'pair')} linked` +
          (linked.links
            ? ` (${decimalPercentageInWords(linked.estimated_error * linked.links, linked.links)} expected to be wrong)`
            : '') +
          `, ${plural(linked.reviews, 'pair')} to decide about.`,
      )
      json(linked)
    },
  },
]
