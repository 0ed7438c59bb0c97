// For tests of support and of the modules above it: the cast at work on one case, on Friday 20 November 2026 at 10am.
import { addContactMethod, recordPerson } from '#people'
import { idIn, testApp, type Someone, type TestApp } from './cast.ts'

export type SupportCast = TestApp & {
  dan: Someone
  lena: Someone
  ruth: Someone
  noor: Someone
  carys: Someone
  /** Sets the clock; sessions are opened by the real one before. */
  at: (moment: string) => void
  casework: string
  /** Opens a case for a new person and gives its address. */
  openCase: (
    fields?: Record<string, string>,
    person?: { safe?: 'yes' | 'no' | 'unknown'; sensitive?: boolean },
  ) => Promise<string>
}

export async function supportCast(): Promise<SupportCast> {
  let now: Date | undefined
  // Sessions are opened by the real clock, several at a time.
  let opening = 0
  const t = await testApp({
    clock: () => (opening > 0 ? new Date() : (now ?? new Date())),
    areas: ['nottinghamshire'],
  })
  const [dan, lena, ruth, noor, carys] = await Promise.all(
    ['Dan Jessop', 'Lena Gorski', 'Ruth Adeyemi', 'Noor Hale', 'Carys Bevan'].map((name) => t.as(name)),
  )
  const at = (moment: string) => (now = new Date(moment))
  at('2026-11-20T10:00:00Z')
  const { team_id: casework } = await dan!.act((ctx) =>
    ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Casework team')
      .executeTakeFirstOrThrow(),
  )
  return {
    ...t,
    dan: dan!,
    lena: lena!,
    ruth: ruth!,
    noor: noor!,
    carys: carys!,
    as: async (name) => {
      opening++
      try {
        return await t.as(name)
      } finally {
        opening--
      }
    },
    at,
    casework,
    openCase: async (fields = {}, { safe = 'yes', sensitive = false } = {}) => {
      const person_id = await dan!.act(async (ctx) => {
        const made = await recordPerson(ctx, { forename: 'Ada', surname: 'Brightwell', sensitive })
        await addContactMethod(ctx, made, { kind: 'mobile', value: '07700 900123', safe, message_ok: 'yes' })
        return made
      })
      const came = await dan!.post(`/people/${person_id}/open-case`, {
        tier: 'longer-term',
        take_it: 'me',
        held_by: casework,
        ...fields,
      })
      return `/cases/${idIn(came.location)}`
    },
  }
}

/** The three boxes of a date. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** What a call is recorded with; anything may be told otherwise. */
export const call = (result: string, on: string, time: string, more: Record<string, string> = {}) => ({
  result,
  channel: 'phone',
  attempted_time: time,
  note: '',
  support_call: '',
  minutes: '',
  ...dayFields('attempted_on', on),
  ...more,
})
