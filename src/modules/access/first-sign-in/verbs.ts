import { newId } from '#platform/act.ts'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { NotFound } from '#platform/errors.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { atTheDoor, memberOfEmail } from '../accounts/at-the-door.ts'
import { inviteMember } from './invite-member.ts'

const invite: Verb = {
  words: 'member invite',
  does: 'Makes the code with which a member signs in for the first time or afresh: for the first administrator of a new area.',
  usage: '--area AREA EMAIL',
  options: { area: { type: 'string', help: 'Code or name of the area' } },
  prints_json: true,
  more:
    'The member must be in the area file with this e-mail address. The code is printed once, works once, and for seven days;\n' +
    'they type it at /first-sign-in. Afterwards an administrator makes codes for the others on the pages.',
  run: async (given, { pools, act, secret, say, json }) => {
    const [email, ...more] = given.rest
    if (!email || more.length > 0) throw new Usage('Say one e-mail address')
    const door = await atTheDoor(pools, required(given, 'area'))
    const made = await act(door, { visit_id: newId(), query: {} }, async (ctx) => {
      const member = await memberOfEmail(ctx, email)
      if (!member) throw new NotFound(`A member of ${door.area_name} with this e-mail address`)
      await showOrganisation(ctx, member.organisation_id)
      return inviteMember(ctx, secret, member)
    })
    say(
      `${made.code}\nIt works once, until ${made.expires_at.toISOString().slice(0, 16).replace('T', ' ')} UTC. Hand it over yourself.`,
    )
    json(made)
  },
}

export const memberVerbs: readonly Verb[] = [invite]
