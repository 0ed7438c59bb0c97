import { strFromU8, strToU8, unzipSync } from 'fflate'
import { zipFiles } from '#platform/open-document/zip.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { escapeXml } from '#platform/xml/escape.ts'
import type { Document } from '../document.ts'
import { markChart } from './chart-marks.ts'

/** docProps/core.xml, said here so that the file's dates are the document's and not the clock's. */
function coreProperties({ title, author, language, as_at }: Document): string {
  const moment = as_at.toISOString().replace(/\.\d+Z$/, 'Z')
  const name = escapeXml(visibleLine(author ?? 'Waymark'))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(visibleLine(title))}</dc:title><dc:creator>${name}</dc:creator>` +
    `<cp:lastModifiedBy>${name}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>` +
    `<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
  )
}

const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)"/g

const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path)

/**
 * Drawings and bookmarks are numbered from counters of the whole process, and relations have names drawn by lot; here
 * all are numbered within their document. Only attributes are touched: no text can hold a plain quotation mark and a name.
 */
function renumber(parts: readonly (readonly [string, string])[]): Map<string, string> {
  const relations = new Map<string, string>()
  const bookmarks = new Map<string, number>()
  let drawings = 0
  const bookmark = (id: string): number => {
    const known = bookmarks.get(id) ?? bookmarks.size + 1
    bookmarks.set(id, known)
    return known
  }
  const relation = (name: string): string => {
    const known = relations.get(name) ?? `rIdN${relations.size + 1}`
    relations.set(name, known)
    return known
  }
  return new Map(
    parts.map(([path, xml]) => [
      path,
      xml
        .replace(
          /( (?:r:\w+|Id)=")(rId[\w-]{15,})"/g,
          (_, start: string, name: string) => `${start}${relation(name)}"`,
        )
        .replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, start: string) => `${start}${++drawings}"`)
        .replace(BOOKMARK, (_, start: string, id: string) => `${start}${bookmark(id)}"`),
    ]),
  )
}

/** First in the archive: programs tell the kind of file by it. */
const CONTENT_TYPES = '[Content_Types].xml'

/**
 * Takes from a .docx what the clock and the process left in it, so that the same document is the same file: dates,
 * names of relations, numbers of drawings, times in the archives (a chart's figures are a workbook, an archive too).
 */
export async function settleDocx(file: Uint8Array, document: Document): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(file)).sort(
    ([a], [b]) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES),
  )
  // The document itself first, because it gives the relations their order.
  const xml = parts.filter(([path]) => isXml(path)).map(([path, bytes]) => [path, strFromU8(bytes)] as const)
  const renumbered = renumber(xml.toSorted(([a], [b]) => Number(b === MAIN_PART) - Number(a === MAIN_PART)))
  renumbered.set('docProps/core.xml', coreProperties(document))
  const settled: [string, Uint8Array][] = []
  for (const [path, bytes] of parts) {
    const text = renumbered.get(path)
    if (text !== undefined && path.startsWith('word/charts/chart'))
      settled.push([path, strToU8(markChart(text, document.language))])
    else if (text !== undefined) settled.push([path, strToU8(text)])
    else
      settled.push([path, path.endsWith('.xlsx') ? await zipFiles(Object.entries(unzipSync(bytes))) : bytes])
  }
  return zipFiles(settled)
}

const MAIN_PART = 'word/document.xml'
