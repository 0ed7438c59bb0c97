import type { Actor } from '#platform/act.ts'
import { formPage, html } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen, type Screen } from '#platform/http/screen.ts'
import { agreementForm, endForm } from './form.ts'
import { agreementFormPage, agreementPage, registerPage } from './pages.ts'
import { countShares, getAgreement, listAgreements } from './queries.ts'
import { AGREEMENT_KEEPERS, endAgreement, getOwnAgreement, recordAgreement } from './record-agreement.ts'

const keeps = ({ roles }: Actor) => AGREEMENT_KEEPERS.some((role) => roles.includes(role))

/** The register of agreements to share. */
export const agreementScreens: Screen[] = [
  screen('/agreements', {
    action: 'see the agreements to share',
    roles: 'everyone',
    show: async (ctx) =>
      registerPage(await listAgreements(ctx), ctx.today, await countShares(ctx), keeps(ctx.actor)),
  }),
  screen('/agreements/add', {
    action: 'record an agreement to share',
    roles: AGREEMENT_KEEPERS,
    form: agreementForm,
    show: (ctx, _, filled) => agreementFormPage(ctx.actor.organisation_name, filled),
    save: async (ctx, _, typed) => {
      const agreement_id = await recordAgreement(ctx, typed)
      return goTo(`/agreements/${agreement_id}`, 'The agreement is recorded')
    },
  }),
  screen('/agreements/:agreement_id', {
    action: 'see an agreement to share',
    roles: 'everyone',
    show: async (ctx, { agreement_id }) => {
      const agreement = await getAgreement(ctx, agreement_id)
      const shares = (await countShares(ctx)).get(agreement_id) ?? 0
      const own = agreement.given_by === ctx.actor.organisation_id
      return agreementPage(agreement, ctx.today, shares, own && keeps(ctx.actor) && !agreement.ended_on)
    },
  }),
  screen('/agreements/:agreement_id/end', {
    action: 'end an agreement to share',
    roles: AGREEMENT_KEEPERS,
    form: endForm,
    show: async (ctx, { agreement_id }, filled) => {
      const agreement = await getOwnAgreement(ctx, agreement_id)
      return formPage(
        {
          title: 'End this agreement',
          caption: agreement.reference,
          back: `/agreements/${agreement_id}`,
          submit: 'End agreement',
          warning: true,
        },
        html`${field(filled.ended_on)}`,
      )
    },
    save: async (ctx, { agreement_id }, { ended_on }) => {
      await endAgreement(ctx, agreement_id, ended_on)
      return goTo(`/agreements/${agreement_id}`, 'The end of the agreement is recorded')
    },
  }),
]
