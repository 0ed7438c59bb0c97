import type { Pools } from '#platform/database/pools.ts'
import { type Act, type Actor, newId } from '#platform/act.ts'
import { html, page, postForm } from '#platform/design-system/index.ts'
import { NotFound } from '#platform/errors.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { giveSession } from '#platform/http/session-cookie.ts'
import { areaActor, listAreas } from '../areas/area-actors.ts'
import { openSession } from './open-session.ts'

type CastMember = {
  area_id: string
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
      ).map((m) => ({ ...m, introduction: m.introduction ?? '', area_code: area.code })),
    )
  }
  return cast
}

/** One click signs in as one of the invented cast. Only in the demonstration: these routes are not there otherwise. */
export function demonstrationSignIn({
  pools,
  act,
  origin,
}: {
  pools: Pools
  act: Act
  origin: string
}): Route[] {
  return [
    route({
      method: 'POST',
      url: '/sign-in/demonstration',
      action: 'sign in to the demonstration',
      roles: 'anyone',
      handle: async (c, tools) => {
        const body = await tools.body()
        const member = (await listCast(pools, act)).find((m) => m.member_id === body.member_id)
        if (!member) throw new NotFound()
        const actor: Actor = {
          ...(await areaActor(pools, member.area_code)),
          actor_id: member.member_id,
          team_ids: [],
        }
        const token = await act(actor, tools.visit, (ctx) => openSession(ctx, 'demonstration'))
        giveSession(c, origin, member.area_id, token)
        const next = typeof body.next === 'string' && /^\/[\w-]/.test(body.next) ? body.next : '/'
        return tools.goTo(next)
      },
    }),
  ]
}

/** The cast, each with one button. */
export const castPage = (cast: readonly CastMember[], next: string) =>
  page(
    { title: 'Choose who to be', width: 'full' },
    html`
    <p class="govuk-body-l">This is a demonstration. Every person in it is invented.</p>
    ${cast.map(
      (m) => html`<section class="cast-member">
      <h2 class="govuk-heading-s">${m.name}, ${m.job_title}</h2>
      <p class="govuk-body">${m.organisation_name}. ${m.introduction}</p>
      ${postForm({ action: '/sign-in/demonstration', submit: `Sign in as ${m.name}`, hidden: { member_id: m.member_id, next } })}
    </section>`,
    )}`,
  )
