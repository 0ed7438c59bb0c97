import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, type Verb } from '#platform/cli/verb.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { makeSenderKey } from './sender-keys.ts'

export const senderKeyVerbs: readonly Verb[] = [
  {
    words: 'sender-key add',
    does: 'Makes a key with which a program of a sender sends files to POST /api/transfers. It is shown this once.',
    usage: '--area AREA --profile PROFILE',
    options: {
      area: { type: 'string', help: "The area's code, such as nottinghamshire" },
      profile: { type: 'string', help: 'The mapping profile that its files are read by' },
    },
    prints_json: true,
    run: async (given, { pools, act, say, json }) => {
      const named = required(given, 'profile')
      const actor = await areaActor(pools, required(given, 'area'))
      const key = await act(actor, { visit_id: newId(), query: {} }, async (ctx) => {
        const { profile } = await findProfile(ctx, named)
        return makeSenderKey(ctx, profile)
      })
      say(key)
      json({ profile: named, key })
    },
  },
]
