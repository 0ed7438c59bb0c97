import type { Actor } from '#platform/act.ts'
import { asAdministrator } from '../stage/administrator.ts'
import { SURNAMES } from '../stage/invented-person.ts'
import { type SignedIn, signIn } from '../stage/sign-in.ts'
import type { Stage } from '../stage/stage.ts'
import type { Inputs } from './recorded-statement.ts'
import { takeOneReferral } from './take-one-referral.ts'

/** One kind of request: what is sent for each of its inputs. A writing one uses each input once. */
export type PageRequest = {
  name: string
  actor: Actor
  headers: Record<string, string>
  inputs: Inputs[]
  of: (inputs: Inputs) => { path: string; body?: string; headers?: Record<string, string> }
}

/** The pages and writes that are measured, as members of the cast do them. */
export async function pageRequests(stage: Stage): Promise<PageRequest[]> {
  const dan = await signIn(stage, 'Dan Jessop')
  const cases = await idsOf(
    stage,
    `select c.case_id from support.case c join access.team t on t.team_id = c.held_by join access.organisation o on o.organisation_id = t.organisation_id
     where o.code = 'victim-care' and not exists (select from support.closure x where x.case_id = c.case_id) order by md5(c.case_id::text)`,
  )
  const form = (by: SignedIn, fields: Record<string, string>) =>
    new URLSearchParams({ _csrf: by.csrf, ...fields }).toString()
  const [y, m, d] = new Date().toISOString().slice(0, 10).split('-') as [string, string, string]
  return [
    {
      name: 'read a case',
      ...reading(dan),
      inputs: cases.map((case_id) => ({ case_id })),
      of: ({ case_id }) => ({ path: `/cases/${case_id}` }),
    },
    {
      name: 'list the 25 newest open referrals',
      ...reading(dan),
      inputs: [{}],
      of: () => ({ path: '/referrals' }),
    },
    {
      name: 'search a surname',
      ...sending(dan),
      inputs: SURNAMES.slice(0, 300).map((surname) => ({ surname: surname.toLowerCase() })),
      of: ({ surname }) => ({ path: '/people', body: form(dan, { surname: surname! }) }),
    },
    {
      name: 'record a contact attempt',
      ...sending(dan),
      inputs: cases.map((case_id) => ({ case_id })),
      of: ({ case_id }) => ({
        path: `/cases/${case_id}/contact-attempts/record`,
        body: form(dan, {
          result: 'no-answer',
          note: 'Rang twice; no answer and no message left.',
          channel: 'phone',
          minutes: '3',
          'attempted_on-day': d,
          'attempted_on-month': m,
          'attempted_on-year': y,
          attempted_time: '00:01',
        }),
      }),
    },
    await takeOneReferral(stage),
  ]
}

const reading = ({ actor, cookie }: SignedIn) => ({ actor, headers: { cookie } })
const sending = ({ actor, cookie }: SignedIn) => ({
  actor,
  headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
})

const idsOf = (stage: Stage, statement: string): Promise<string[]> =>
  asAdministrator(stage.url, async (client) =>
    (await client.query({ text: statement, rowMode: 'array' })).rows.map((row: string[]) => row[0]!),
  )
