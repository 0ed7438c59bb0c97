import { listAreas } from '#access'
import { listPublishedTables } from '#insight'
import { docxFile } from '#platform/documents/docx.ts'
import type { Document } from '#platform/documents/document.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { found, NotFound } from '#platform/errors.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { publicPage, type PublicOptions } from '../public-page.ts'
import { agendaPage, areasPage, yearPage } from './list.page.ts'
import { paperPage, withdrawnPage, withdrawnVersionPage } from './paper.page.ts'
import { getPublication, getPublishedMeeting, getVersion, publishedIn, publishedYears } from './queries.ts'

const FILES = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: docxFile,
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', make: odtFile },
} as const

const areaOf = (ctx: { actor: { area_code: string; area_name: string } }) => ({
  code: ctx.actor.area_code,
  name: ctx.actor.area_name,
})

const versionIn = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new NotFound()
  return Number(text)
}

const AT = '/published/:area_code'

/** What is published, for anyone: by year and meeting, each paper at its own address with its versions and files. */
export const publicationRoutes = (options: PublicOptions): Route[] => [
  route({
    method: 'GET',
    url: '/published',
    action: 'see where papers are published',
    roles: 'anyone',
    handle: async (_, { render, goTo }) => {
      const areas = await listAreas(options.pools)
      return areas.length === 1 ? goTo(`/published/${areas[0]!.code}`) : render(areasPage(areas))
    },
  }),
  publicPage(options, AT, 'see what is published', async (ctx) => {
    const years = await publishedYears(ctx)
    const [year] = years
    return yearPage(
      areaOf(ctx),
      years,
      year,
      year ? await publishedIn(ctx, year) : [],
      await listPublishedTables(ctx),
    )
  }),
  publicPage(options, `${AT}/years/:year`, 'see what is published of a year', async (ctx, param) => {
    const years = await publishedYears(ctx)
    const year = found(
      years.find((one) => String(one) === param('year')),
      'This page',
    )
    return yearPage(areaOf(ctx), years, year, await publishedIn(ctx, year))
  }),
  publicPage(options, `${AT}/meetings/:address`, 'read a published agenda', async (ctx, param) =>
    agendaPage(areaOf(ctx), await getPublishedMeeting(ctx, param('address'))),
  ),
  publicPage(options, `${AT}/papers/:address`, 'read a published paper', async (ctx, param) => {
    const one = await getPublication(ctx, param('address'))
    if (one.publication.withdrawn_at) return withdrawnPage(areaOf(ctx), one)
    const { publication_id } = one.publication
    const latest = one.versions.find((each) => !each.withdrawn_at)!
    return paperPage(areaOf(ctx), one, await getVersion(ctx, publication_id, latest.version))
  }),
  publicPage(
    options,
    `${AT}/papers/:address/versions/:version`,
    'read a version of a published paper',
    async (ctx, param) => {
      const one = await getPublication(ctx, param('address'))
      if (one.publication.withdrawn_at) return withdrawnPage(areaOf(ctx), one)
      const { publication_id } = one.publication
      const version = await getVersion(ctx, publication_id, versionIn(param('version')))
      return version.withdrawn_at
        ? withdrawnVersionPage(areaOf(ctx), one, version)
        : paperPage(areaOf(ctx), one, version)
    },
  ),
  ...(['docx', 'odt'] as const).map((kind) =>
    publicPage(
      options,
      `${AT}/papers/:address/versions/:version/paper.${kind}`,
      `download a published paper (${kind})`,
      async (ctx, param) => {
        const one = await getPublication(ctx, param('address'))
        const { publication } = one
        if (publication.withdrawn_at) return withdrawnPage(areaOf(ctx), one)
        const asked = await getVersion(ctx, publication.publication_id, versionIn(param('version')))
        if (asked.withdrawn_at) return withdrawnVersionPage(areaOf(ctx), one, asked)
        const { document, version } = asked
        const kept = document as Document
        const bytes = await FILES[kind].make(
          { ...kept, as_at: new Date(kept.as_at) },
          { site: options.origin },
        )
        return new Response(Buffer.from(bytes), {
          headers: {
            'content-type': FILES[kind].type,
            'content-disposition': `attachment; filename="${publication.address}-version-${version}.${kind}"`,
          },
        })
      },
    ),
  ),
]
