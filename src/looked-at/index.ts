import { whoHasLookedScreen } from '#access'
import type { Ctx } from '#platform/act.ts'
import { formPage, html } from '#platform/design-system/index.ts'
import { refuse } from '#platform/errors.ts'
import { field, form, words } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import type { Module } from '#platform/module.ts'
import { getCase } from '#support'

const ROLES = ['team_manager', 'data_protection_officer'] as const

const findForm = form({
  reference: words({
    label: 'Reference of a referral or a case',
    name: 'the reference',
    hint: 'Like VC000001 or C00001, as it stands on the record.',
    max: 40,
  }),
})

/**
 * Finding a record by its reference to ask who has looked at it, for those who come without a case of their own; and the page for a case.
 * It belongs to no one module: a reference may be of a referral or of a case.
 */
export const lookedAt = (): Module => ({
  name: 'looked-at',
  routes: [
    screen('/who-has-looked', {
      action: 'look for a record to ask who has looked at it',
      roles: ROLES,
      form: findForm,
      show: (_, __, filled) =>
        formPage(
          { title: 'Who has looked at a record', submit: 'Show who has looked' },
          html`${field(filled.reference)}`,
        ),
      save: async (ctx, _, { reference }) => goTo(await pageOf(ctx, reference)),
    }),
    whoHasLookedScreen('/cases/:case_id/who-has-looked', async (ctx, { case_id }) => {
      const { reference } = await getCase(ctx, case_id)
      const may_open = ctx.actor.roles.includes('team_manager')
      return {
        record_ids: [case_id],
        heading: reference,
        back: may_open ? `/cases/${case_id}` : '/who-has-looked',
      }
    }),
  ],
  navigation: [
    { text: 'Who has looked', href: '/who-has-looked', roles: ['data_protection_officer'], place: 75 },
  ],
})

/** The page that tells who looked at what has this reference. Throws Invalid when the actor's teams hold nothing of that reference. */
async function pageOf(ctx: Ctx, reference: string): Promise<string> {
  const referral = await ctx.db
    .selectFrom('referrals.referral')
    .select('person_id')
    .where('reference', '=', reference.toUpperCase())
    .where('person_id', 'is not', null)
    .executeTakeFirst()
  if (referral) return `/people/${referral.person_id}/who-has-looked`
  const theCase = await ctx.db
    .selectFrom('support.case')
    .select('case_id')
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  if (theCase) return `/cases/${theCase.case_id}/who-has-looked`
  return refuse(
    'reference',
    'No record with this reference is held by your teams. Check it as it stands on the record',
  )
}
