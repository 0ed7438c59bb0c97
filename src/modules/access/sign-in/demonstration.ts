import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { NotFound } from '#platform/errors.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { atTheDoor, type DoorOptions } from '../accounts/at-the-door.ts'
import { areaActor, listAreas } from '../areas/area-actors.ts'
import { beginAttempt } from '../attempts/begin-attempt.ts'
import { whereFrom } from '../attempts/where-from.ts'
import { TooMany } from './door-form.ts'
import { finishSignIn, safeNext } from './finish-sign-in.ts'
import { TOO_MANY } from './sign-in-by-password.ts'

export type CastMember = {
  area_id: string
  area_name: string
  area_code: string
  member_id: string
  name: string
  job_title: string
  introduction: string
  organisation_name: string
}

/** The people of the demonstration areas who can be signed in as with one click. */
export async function listCast(pools: Pools, act: Act): Promise<CastMember[]> {
  const cast: CastMember[] = []
  for (const area of (await listAreas(pools)).filter((a) => a.demonstration)) {
    const actor = await areaActor(pools, area.code)
    cast.push(
      ...(
        await act(actor, { visit_id: newId(), query: {} }, (ctx) =>
          ctx.db
            .selectFrom('access.member as m')
            .innerJoin('access.organisation as o', (join) =>
              join.onRef('o.area_id', '=', 'm.area_id').onRef('o.organisation_id', '=', 'm.organisation_id'),
            )
            .select([
              'm.area_id',
              'm.member_id',
              'm.name',
              'm.job_title',
              'm.introduction',
              'o.name as organisation_name',
            ])
            .where('m.introduction', 'is not', null)
            .where('m.left_at', 'is', null)
            .orderBy('m.member_id')
            .execute(),
        )
      ).map((m) => ({
        ...m,
        introduction: m.introduction ?? '',
        area_code: area.code,
        area_name: area.name,
      })),
    )
  }
  return cast
}

/** One click signs in as one of the invented cast. Only in the demonstration: these routes are not there otherwise. */
export const demonstrationSignIn = (options: DoorOptions): Route[] => [
  route({
    method: 'POST',
    url: '/sign-in/demonstration',
    action: 'sign in to the demonstration',
    roles: 'anyone',
    handle: async (c, tools) => {
      const { pools, act } = options
      const body = await tools.body()
      const member = (await listCast(pools, act)).find((m) => m.member_id === body.member_id)
      if (!member) throw new NotFound()
      const door = await atTheDoor(pools, member.area_code)
      const attempt_id = await act(door, tools.visit, (ctx) =>
        beginAttempt(ctx, 'demonstration', whereFrom(c, options)),
      )
      if (!attempt_id) throw new TooMany({ '': TOO_MANY })
      const { member_id } = member
      return finishSignIn(c, tools, options, {
        door,
        member_id,
        attempt_id,
        signed_in_by: 'demonstration',
        next: safeNext(body.next),
      })
    },
  }),
]
