import type { Ctx } from '#platform/act.ts'
import {
  button,
  dataTable,
  formPage,
  html,
  lines,
  link,
  page,
  summary,
} from '#platform/design-system/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { field, form, type ValuesOf, words } from '#platform/forms/index.ts'
import { goTo, screen, type Screen } from '#platform/http/screen.ts'
import { agreementsTable } from '../agreements/pages.ts'
import { listAgreements } from '../agreements/queries.ts'

/** What an organisation is to the area. */
export const KINDS = {
  provider: 'Provider',
  force: 'Police force',
  commissioner: 'Commissioner’s office',
  partner: 'Partner',
} as const

const detailForm = form({
  about: words({
    label: 'What do you do?',
    name: 'what you do',
    max: 600,
    optional: true,
    hint: 'A few sentences for the people of other organisations.',
  }),
  phone: words({
    label: 'Telephone for other organisations',
    name: 'the telephone number',
    max: 30,
    optional: true,
    type: 'tel',
  }),
  website: words({
    label: 'Website',
    name: 'the website',
    max: 200,
    optional: true,
    check: (text) =>
      /^https?:\/\/[^\s.]+\.\S+$/.test(text)
        ? undefined
        : 'The website must begin with https://, like https://www.example.org',
  }),
})

const organisations = (ctx: Ctx) =>
  ctx.db
    .selectFrom('access.organisation as o')
    .leftJoin('organisations.detail as d', (join) =>
      join.onRef('d.area_id', '=', 'o.area_id').onRef('d.organisation_id', '=', 'o.organisation_id'),
    )
    .select(['o.organisation_id', 'o.name', 'o.kind', 'd.about', 'd.phone', 'd.website'])
    .where('o.kind', '<>', 'platform')
    .orderBy('o.name')

/** Every organisation that works in the area. */
export const listOrganisations = async (ctx: Ctx) => organisations(ctx).execute()

/** One organisation of the area. Throws NotFound. */
export const getOrganisation = async (ctx: Ctx, organisation_id: string) =>
  found(await organisations(ctx).where('o.organisation_id', '=', organisation_id).executeTakeFirst())

/** The organisations of the area, for everybody who works in it. */
export const directoryScreens: Screen[] = [
  screen('/organisations', {
    action: 'see the organisations of the area',
    roles: 'everyone',
    show: async (ctx) =>
      page(
        { title: 'Organisations', caption: ctx.actor.area_name, width: 'full' },
        html`<p class="govuk-body">${link('Agreements to share', '/agreements')}</p>
        ${dataTable({
          caption: 'Organisations',
          captionHidden: true,
          rows: await listOrganisations(ctx),
          columns: [
            { heading: 'Name', cell: (one) => link(one.name, `/organisations/${one.organisation_id}`) },
            { heading: 'What it is', cell: (one) => KINDS[one.kind as keyof typeof KINDS] },
            { heading: 'Telephone', cell: (one) => one.phone },
          ],
        })}`,
      ),
  }),
  screen('/organisations/:organisation_id', {
    action: 'see an organisation',
    roles: 'everyone',
    show: async (ctx, { organisation_id }) => {
      const one = await getOrganisation(ctx, organisation_id)
      const own = organisation_id === ctx.actor.organisation_id && ctx.actor.roles.includes('administrator')
      return page(
        {
          title: 'Organisation',
          heading: one.name,
          caption: KINDS[one.kind as keyof typeof KINDS],
          back: { href: '/organisations', text: 'All organisations' },
          width: 'full',
        },
        html`${summary([
          { key: 'What it does', value: one.about && lines(one.about) },
          { key: 'Telephone', value: one.phone },
          { key: 'Website', value: one.website && link(one.website, one.website) },
        ])}
        ${own ? button({ text: 'Change', href: `/organisations/${organisation_id}/change`, classes: 'govuk-button--secondary' }) : null}
        <h2 class="govuk-heading-m">Agreements to share</h2>
        ${agreementsTable(await listAgreements(ctx, organisation_id), ctx.today)}`,
      )
    },
  }),
  screen('/organisations/:organisation_id/change', {
    action: 'change how the organisation describes itself',
    roles: ['administrator'],
    form: detailForm,
    stored: true,
    start: (ctx, { organisation_id }) => ownOrganisation(ctx, organisation_id),
    show: async (ctx, { organisation_id }, filled) =>
      formPage(
        {
          title: 'Change how your organisation describes itself',
          caption: (await ownOrganisation(ctx, organisation_id)).name,
          back: `/organisations/${organisation_id}`,
        },
        html`${field(filled.about)}${field(filled.phone)}${field(filled.website)}`,
      ),
    save: async (ctx, { organisation_id }, typed) => {
      await ownOrganisation(ctx, organisation_id)
      await describeOrganisation(ctx, typed)
      return goTo(`/organisations/${organisation_id}`, 'It is changed')
    },
  }),
]

/** How the actor's own organisation describes itself from now on. */
export async function describeOrganisation(ctx: Ctx, described: ValuesOf<typeof detailForm>): Promise<void> {
  const kept = { ...described, changed_at: ctx.now }
  await ctx.db
    .insertInto('organisations.detail')
    .values({ organisation_id: ctx.actor.organisation_id, ...kept })
    .onConflict((conflict) => conflict.columns(['area_id', 'organisation_id']).doUpdateSet(kept))
    .execute()
}

async function ownOrganisation(ctx: Ctx, organisation_id: string) {
  if (organisation_id !== ctx.actor.organisation_id) throw new NotFound()
  return getOrganisation(ctx, organisation_id)
}
