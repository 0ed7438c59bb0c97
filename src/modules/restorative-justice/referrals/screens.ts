import { personHead } from '#people'
import type { Ctx } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { outcomeForm } from '../outcomes/form.ts'
import { readFunnel } from '../outcomes/funnel.ts'
import { recordOutcome } from '../outcomes/record-outcome.ts'
import { riskForm, signOffForm, stepForm } from '../path/form.ts'
import { assessRisk, recordStep, signOff } from '../path/record-step.ts'
import { RJ_ROLES } from '../codes.ts'
import { addRjReferral } from './add-rj-referral.ts'
import { addForm } from './form.ts'
import { funnelPage, rjPage } from './list.page.ts'
import { getRjReferral, listRjReferrals, rjFilter } from './queries.ts'
import { addPage, bar, outcomePage, referralPage, riskPage, signOffPage, stepPage } from './referral.page.ts'

const roles = RJ_ROLES

async function open(ctx: Ctx, rj_referral_id: string) {
  const referral = await getRjReferral(ctx, rj_referral_id)
  const head = referral.person_id ? await personHead(ctx, referral.person_id) : undefined
  return { referral, head, aside: bar(referral, head) }
}

export const rjScreens = [
  screen('/restorative-justice', {
    action: 'see the restorative justice referrals',
    roles,
    show: async (ctx) => {
      const filter = rjFilter(ctx.query)
      return rjPage(await listRjReferrals(ctx, filter), await readFunnel(ctx), filter)
    },
  }),
  screen('/restorative-justice/funnel', {
    action: 'see what came of the restorative justice referrals',
    roles,
    show: async (ctx) => funnelPage(await readFunnel(ctx)),
  }),
  screen('/restorative-justice/add', {
    action: 'take a restorative justice referral',
    roles,
    form: addForm,
    draft: true,
    start: (ctx) => ({ received_on: ctx.today }),
    show: (_, __, form) => addPage(form),
    save: async (ctx, _, referral) =>
      goTo(`/restorative-justice/${await addRjReferral(ctx, referral)}`, 'Referral taken'),
  }),
  screen('/restorative-justice/:rj_referral_id', {
    action: 'see a restorative justice referral',
    roles,
    show: async (ctx, { rj_referral_id }) => {
      const { referral, head } = await open(ctx, rj_referral_id)
      return referralPage(referral, head, ctx.actor.roles.includes('team_manager'))
    },
  }),
  screen('/restorative-justice/:rj_referral_id/record-step', {
    action: 'record a step of restorative justice',
    roles,
    form: stepForm,
    draft: true,
    start: (ctx) => ({ reached_on: ctx.today }),
    show: async (ctx, { rj_referral_id }, form) => stepPage(await open(ctx, rj_referral_id), form),
    save: async (ctx, { rj_referral_id }, step) => {
      await recordStep(ctx, await getRjReferral(ctx, rj_referral_id), step)
      return goTo(`/restorative-justice/${rj_referral_id}`, 'Step recorded')
    },
  }),
  screen('/restorative-justice/:rj_referral_id/assess-risk', {
    action: 'assess the risk of restorative justice',
    roles,
    form: riskForm,
    draft: true,
    start: (ctx) => ({ assessed_on: ctx.today }),
    show: async (ctx, { rj_referral_id }, form) => riskPage(await open(ctx, rj_referral_id), form),
    save: async (ctx, { rj_referral_id }, assessed) => {
      await assessRisk(ctx, await getRjReferral(ctx, rj_referral_id), assessed)
      return goTo(`/restorative-justice/${rj_referral_id}`, 'Assessment recorded')
    },
  }),
  screen('/restorative-justice/:rj_referral_id/sign-off', {
    action: 'sign off restorative justice',
    roles: ['team_manager'],
    form: signOffForm,
    show: async (ctx, { rj_referral_id }, form) => signOffPage(await open(ctx, rj_referral_id), form),
    save: async (ctx, { rj_referral_id }, { note }) => {
      await signOff(ctx, await getRjReferral(ctx, rj_referral_id), note)
      return goTo(`/restorative-justice/${rj_referral_id}`, 'Signed off')
    },
  }),
  screen('/restorative-justice/:rj_referral_id/record-outcome', {
    action: 'record the outcome of restorative justice',
    roles,
    form: outcomeForm,
    draft: true,
    start: (ctx) => ({ reached_on: ctx.today }),
    show: async (ctx, { rj_referral_id }, form) => outcomePage(await open(ctx, rj_referral_id), form),
    save: async (ctx, { rj_referral_id }, reached) => {
      await recordOutcome(ctx, await getRjReferral(ctx, rj_referral_id), reached)
      return goTo(`/restorative-justice/${rj_referral_id}`, 'Outcome recorded')
    },
  }),
]
