import type { CheckedPaper } from '../model/paper.ts'
import { assemblePaper } from './assemble.ts'
import { readText } from './read-text.ts'
import { readWordFile } from './read-word-file.ts'

/** A paper from a file's bytes: a Word file, or text in UTF-8. Throws a sentence when it is neither. */
export function readPaper(bytes: Uint8Array, earlier: readonly CheckedPaper[] = []): CheckedPaper {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (packed) {
    try {
      return assemblePaper(readWordFile(bytes), earlier)
    } catch {
      throw new Error('This file could not be read as a Word document. Save it as .docx or as text.')
    }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  // oxlint-disable-next-line no-control-regex -- what no text has: a PDF or a picture under another name
  if (/[\u0000-\u0008]/.test(text) || text.startsWith('%PDF'))
    throw new Error('This file is neither text nor a Word document. Save it as .docx or as text.')
  if (text.trim() === '') throw new Error('There is no text in this file.')
  return assemblePaper(readText(text), earlier)
}
