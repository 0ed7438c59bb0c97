import { areaActor, findArea, type CastMember } from '#access'
import { type Act, newId } from '#platform/act.ts'
import { html, type Html, postForm } from '#platform/design-system/index.ts'
import type { Pools } from '#platform/database/pools.ts'
import { AREA } from './load-demonstration.ts'

/** Three things to see first, each one click as the right member of the cast. */
const PATH = [
  {
    as: 'Imani Osei',
    submit: 'See what arrived today',
    text: 'The police file of this morning: every row with its one result.',
    at: '/transfers',
  },
  {
    as: 'Dan Jessop',
    submit: 'Work a case',
    text: 'A caseworker’s day in order, and a call recorded in under a minute.',
    at: '/my-day',
  },
  {
    as: 'Ruth Adeyemi',
    submit: 'Open the paper',
    text: 'The service’s report, each figure a query over what happened.',
    at: '/papers',
  },
] as const

/** What stands first on the sign-in page of the demonstration: what one can do, in three lines, and the way to each. */
export const introduction =
  ({ pools, act }: { pools: Pools; act: Act }) =>
  async (cast: readonly CastMember[]): Promise<Html> => {
    const paper = await paperAddress(pools, act)
    return html`
    <p class="govuk-body-l">This is a demonstration of a victim service. Every person in it is invented.</p>
    <p class="govuk-body">Follow one person’s way from a row in a police file to a figure in a published paper:</p>
    <ol class="app-path">${PATH.map(({ as, submit, text, at }) => {
      const member = cast.find(({ name }) => name === as)
      return member
        ? html`<li>${postForm({ action: '/sign-in/demonstration', submit, hidden: { member_id: member.member_id, next: at === '/papers' ? paper : at } })}
        <p class="govuk-body">${text} You are ${as}, ${member.job_title.toLowerCase()}.</p></li>`
        : null
    })}</ol>`
  }

/** The report on 2017 and 2018, when the demonstration has one. */
async function paperAddress(pools: Pools, act: Act): Promise<string> {
  if (!(await findArea(pools, AREA))) return '/papers'
  const paper = await act(await areaActor(pools, AREA), { visit_id: newId(), query: {} }, (ctx) =>
    ctx.db
      .selectFrom('papers.paper')
      .select('paper_id')
      .where('period_from', '=', '2017-01-01')
      .orderBy('paper_id')
      .limit(1)
      .executeTakeFirst(),
  )
  return paper ? `/papers/${paper.paper_id}` : '/papers'
}
