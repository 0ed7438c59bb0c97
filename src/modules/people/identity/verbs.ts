import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, type Verb } from '#platform/cli/verb.ts'
import { plural } from '#platform/words/plurals.ts'
import { toldBy } from '../matching/index.ts'
import { tieIdentities } from './tie-identities.ts'

/** After a bulk load, so that people are counted once before the night. */
export const identityVerbs: readonly Verb[] = [
  {
    words: 'people count-once',
    does: 'Works out which records of an area are of one person, for counting only.',
    usage: '--area AREA',
    options: { area: { type: 'string', help: 'The area, by code or name' } },
    prints_json: true,
    run: async (given, { pools, act, say, json, progress }) => {
      const actor = await areaActor(pools, required(given, 'area'))
      const told = toldBy(progress)
      const tied = await act(actor, { visit_id: newId(), query: {} }, async (ctx) => {
        await ctx.connection.query('set local statement_timeout = 0')
        return tieIdentities(ctx, told)
      }).finally(told.end)
      say(
        `${plural(tied.people, 'record')} of ${plural(tied.identities, 'person', 'people')}; ${plural(tied.changed, 'record')} counted otherwise than before.`,
      )
      json(tied)
    },
  },
]
