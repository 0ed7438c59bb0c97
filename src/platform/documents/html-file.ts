import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visibleLine } from '#platform/words/visible-text.ts'
import { escapeXml } from '#platform/xml/escape.ts'
import type { Document } from './document.ts'
import { documentHtml } from './document-html.ts'

const STYLES = join(import.meta.dirname, '..', '..', 'assets', 'documents.css')
const PLAIN =
  'body{font-family:Arial,sans-serif;color:#14201f;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.4}' +
  'table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b9c9cb;padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  '.govuk-table__cell--numeric,.govuk-table__header--numeric{text-align:right}caption{text-align:left;font-weight:bold}'

/** The document as a page in one file, with nothing fetched from anywhere; links lead on from where the site is, or are left out with it. */
export function htmlFile(document: Document, { site }: { site?: string } = {}): Uint8Array {
  const page = String(documentHtml(document)).replaceAll(/<link rel="stylesheet"[^>]*>/g, '')
  const linked = page.replaceAll(/ href="(\/[^"]*)"/g, (_, href: string) =>
    site === undefined ? '' : ` href="${escapeXml(new URL(href.replaceAll('&amp;', '&'), site).href)}"`,
  )
  return new TextEncoder().encode(
    `<!doctype html>\n<html lang="${document.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escapeXml(visibleLine(document.title))}</title><style>${PLAIN}${readFileSync(STYLES, 'utf8')}</style></head><body><main>${linked}</main></body></html>\n`,
  )
}
