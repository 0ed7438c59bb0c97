import { visibleText } from '#platform/words/visible-text.ts'
import { escapeXml } from '#platform/xml/escape.ts'

/**
 * Text inside an OpenDocument paragraph: runs of spaces, tabs and new lines are written as elements, because the
 * format collapses plain white space (ODF 1.3 part 3, 6.1.2).
 */
export const paragraphText = (text: string): string =>
  escapeXml(text)
    .replace(/^ | {2,}| $/gm, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')

/** The same text as the paragraphs of a table cell: one for each line. */
export const cellParagraphs = (text: string, style?: string): string =>
  visibleText(text)
    .split('\n')
    .map((line) => `<text:p${style ? ` text:style-name="${style}"` : ''}>${paragraphText(line)}</text:p>`)
    .join('')
