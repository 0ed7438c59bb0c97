import { getPublishedTables, latestOf, listOverlapping, type Published, type TablesVersion } from '#insight'
import type { Ctx } from '#platform/act.ts'
import { docxFile } from '#platform/documents/docx.ts'
import { plainText } from '#platform/documents/document.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { found } from '#platform/errors.ts'
import type { Route } from '#platform/http/screen.ts'
import { odsFile, sheet } from '#platform/tables/ods.ts'
import { publicPage, type PublicOptions } from '../public-page.ts'
import { tablesPage, withdrawnTablesPage } from './tables.page.ts'

const AT = '/published/:area_code/recorded-crime/:period'

const FILES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const

const areaOf = ({ actor }: Ctx) => ({ code: actor.area_code, name: actor.area_name })

/** The tables of recorded crime that the office published: the latest version, each version, and its files. */
export const recordedCrimeRoutes = (options: PublicOptions): Route[] => [
  publicPage(options, AT, 'read published tables of recorded crime', async (ctx, param) => {
    const at = await getPublishedTables(ctx, param('period'))
    const latest = latestOf(at)
    return latest ? readTables(ctx, at, latest) : withdrawnTablesPage(areaOf(ctx), at)
  }),
  publicPage(options, `${AT}/versions/:version`, 'read a version of published tables', async (ctx, param) => {
    const { at, one } = await versionAt(ctx, param)
    return withdrawnOf(ctx, at, one) ?? readTables(ctx, at, one)
  }),
  ...(['docx', 'odt', 'ods'] as const).map((kind) =>
    publicPage(
      options,
      `${AT}/versions/:version/tables.${kind}`,
      `download published tables (${kind})`,
      async (ctx, param) => {
        const { at, one } = await versionAt(ctx, param)
        const name = `recorded-crime-${at.published.address}-version-${one.version}.${kind}`
        return (
          withdrawnOf(ctx, at, one) ??
          new Response(Buffer.from(await fileOf(kind, one, options.origin)), {
            headers: {
              'content-type': FILES[kind],
              'content-disposition': `attachment; filename="${name}"`,
            },
          })
        )
      },
    ),
  ),
]

async function readTables(ctx: Ctx, at: Published, one: TablesVersion) {
  const { period_from: from, period_to: to } = at.published
  return tablesPage(areaOf(ctx), at, one, await listOverlapping(ctx, { from, to }))
}

async function versionAt(ctx: Ctx, param: (name: string) => string) {
  const at = await getPublishedTables(ctx, param('period'))
  return { at, one: found(at.versions.find(({ version }) => String(version) === param('version'))) }
}

const withdrawnOf = (ctx: Ctx, at: Published, one: TablesVersion) =>
  at.published.withdrawn_at
    ? withdrawnTablesPage(areaOf(ctx), at)
    : one.withdrawn_at
      ? withdrawnTablesPage(areaOf(ctx), at, one)
      : undefined

/** A version as a file: the document, or its tables as a spreadsheet with what the front sheet says and the definitions on the cover. */
function fileOf(kind: keyof typeof FILES, { document, tables }: TablesVersion, site: string) {
  const kept = { ...document, as_at: new Date(document.as_at) }
  if (kind === 'docx') return docxFile(kept, { site })
  if (kind === 'odt') return odtFile(kept, { site })
  const notes = kept.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'note' ? [plainText(block.text)] : [],
  )
  return odsFile({
    title: kept.title,
    asAt: kept.as_at,
    cover: [
      ...(kept.front_sheet ?? []).map(({ label, value }) => `${label}: ${plainText(value)}`),
      ...notes,
      ...(kept.figures ?? []).map(({ name, value, definition }) => `${name}, ${value}: ${definition}`),
    ],
    sheets: tables.map(({ table, rows }) => sheet(table, rows)),
  })
}
