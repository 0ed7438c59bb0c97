import { PROVIDER_STAFF } from '#access'
import { findDuplicatesOfPerson, fullName, getPerson } from '#people'
import { hasRole } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { INTAKE_ROLES } from '../words.ts'
import { nameOffence, nameOffenceForm } from './name-offence.ts'
import { offencePage, referralPage } from './pages.ts'
import { getReferral } from './queries.ts'
import type { ReferralSlots } from './slots.ts'

export const referralScreens = ({ panels = [], actions = [] }: ReferralSlots) => [
  screen('/referrals/:referral_id', {
    action: 'see a referral',
    roles: PROVIDER_STAFF,
    show: async (ctx, { referral_id }) => {
      const referral = await getReferral(ctx, referral_id)
      const { person_id } = referral
      const person = person_id
        ? {
            name: fullName(await getPerson(ctx, person_id)),
            same: await findDuplicatesOfPerson(ctx, person_id),
          }
        : undefined
      const shown = []
      for (const panel of panels) shown.push(await panel(ctx, referral_id))
      const offers = actions
        .filter(({ roles }) => referral.result === 'accepted' && hasRole(ctx.actor, roles))
        .map(({ text, href }) => ({ text, href: href(referral_id) }))
      return referralPage(
        referral,
        shown.filter((one) => one !== null),
        { offers, person, intake: hasRole(ctx.actor, INTAKE_ROLES) },
      )
    },
  }),
  screen('/referrals/:referral_id/offence', {
    action: 'settle the kind of offence',
    roles: INTAKE_ROLES,
    form: nameOffenceForm,
    start: async (ctx, { referral_id }) => {
      const { offence_subgroup } = await getReferral(ctx, referral_id)
      return offence_subgroup ? { subgroup: offence_subgroup } : {}
    },
    show: async (ctx, { referral_id }, form) => offencePage(await getReferral(ctx, referral_id), form),
    save: async (ctx, { referral_id }, { subgroup }) => {
      await getReferral(ctx, referral_id)
      await nameOffence(ctx, referral_id, subgroup)
      return goTo(`/referrals/${referral_id}`, 'The kind of offence is settled')
    },
  }),
]
