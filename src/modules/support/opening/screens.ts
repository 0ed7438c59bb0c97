import { personHead } from '#people'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { OPENING_ROLES } from '../words.ts'
import { casesOfPerson } from './earlier-cases.ts'
import { openCaseForm, type CaseOpening } from './form.ts'
import { openCasePage } from './open-case.page.ts'
import { acceptedReferral, myCaseTeams, openCase } from './open-case.ts'

export const openingScreens = [
  screen('/people/:person_id/open-case', {
    action: 'open a case',
    roles: OPENING_ROLES,
    form: openCaseForm,
    draft: true,
    start: startOfOpening,
    show: async (ctx, { person_id }, form) =>
      openCasePage(await opening(ctx, person_id, `/people/${person_id}`), form),
    save: async (ctx, { person_id }, wanted) => opened(await openFrom(ctx, { person_id }, wanted)),
  }),
  screen('/referrals/:referral_id/open-case', {
    action: 'open a case from a referral',
    roles: OPENING_ROLES,
    form: openCaseForm,
    draft: true,
    start: startOfOpening,
    show: async (ctx, { referral_id }, form) => {
      const { person_id } = await acceptedReferral(ctx, referral_id)
      if (!person_id) refuse('', 'This referral names nobody. Record the person on the referral first')
      return openCasePage(await opening(ctx, person_id, '/my-day'), form)
    },
    save: async (ctx, { referral_id }, wanted) => {
      const { person_id } = await acceptedReferral(ctx, referral_id)
      if (!person_id) refuse('', 'This referral names nobody. Record the person on the referral first')
      return opened(await openFrom(ctx, { person_id, referral_id }, wanted))
    },
  }),
]

async function startOfOpening(ctx: Ctx) {
  const [team] = await myCaseTeams(ctx)
  return team ? { held_by: team.team_id } : {}
}

async function opening(ctx: Ctx, person_id: string, cancel: string) {
  const person = await personHead(ctx, person_id)
  return {
    person,
    teams: await myCaseTeams(ctx),
    earlier: await casesOfPerson(ctx, person_id),
    today: ctx.today,
    cancel,
  }
}

/** The new case follows the person's latest closed one, if there is any. */
async function openFrom(ctx: Ctx, from: { person_id: string; referral_id?: string }, wanted: CaseOpening) {
  const latest = (await casesOfPerson(ctx, from.person_id)).find((one) => one.closed_on)
  return openCase(ctx, {
    ...from,
    ...wanted,
    take_it: wanted.take_it === 'me',
    ...(latest ? { follows_case_id: latest.case_id } : {}),
  })
}

const opened = (case_id: string) => goTo(`/cases/${case_id}`, 'Case opened')
