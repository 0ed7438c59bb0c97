import { visibleText } from '#platform/words/visible-text.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it may stand in XML, between tags or in a quoted attribute; what XML forbids is shown by its number. */
export const escapeXml = (text: string): string =>
  visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** ` name="value"` for each attribute that has a value; the rest are left out. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')
