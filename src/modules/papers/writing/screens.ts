import { FIGURE_READERS } from '#access'
import type { Document } from '#platform/documents/document.ts'
import { docxFile } from '#platform/documents/docx.ts'
import { odtFile } from '#platform/documents/odt.ts'
import { route } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import { printPaper } from './print-paper.ts'

/** The files a paper can be taken away as, by their ending. */
export const FILES = {
  docx: {
    words: 'Word (.docx)',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: docxFile,
  },
  odt: {
    words: 'OpenDocument (.odt)',
    type: 'application/vnd.oasis.opendocument.text',
    write: odtFile,
  },
} as const

const download = (ending: keyof typeof FILES) =>
  route({
    method: 'GET',
    url: `/papers/:paper_id/paper.${ending}`,
    action: `download a paper as .${ending}`,
    roles: FIGURE_READERS,
    handle: (c, { act }) =>
      act(async (ctx) => {
        const paper = await getPaper(ctx, c.req.param('paper_id') ?? '')
        const { document } = await printPaper(ctx, paper)
        return fileResponse(
          ending,
          document,
          new URL(c.req.url).origin,
          `paper-${paper.period_from}-to-${paper.period_to}`,
        )
      }),
  })

/** A document as a file to take away; `name` without its ending. */
export async function fileResponse(
  ending: keyof typeof FILES,
  document: Document,
  site: string,
  name: string,
): Promise<Response> {
  const { type, write } = FILES[ending]
  return new Response(Buffer.from(await write(document, { site })), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}.${ending}"`,
    },
  })
}

export const downloadScreens = [download('docx'), download('odt')]
