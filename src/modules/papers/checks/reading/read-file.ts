import type { CheckedPaper } from '../model/paper.ts'
import { assemblePaper } from './assemble.ts'
import type { RawFile } from './raw.ts'
import { readText } from './read-text.ts'
import { readWordFile } from './read-word-file.ts'

/** What is wrong with a file that was given, in a sentence for whoever gave it. */
export class NotAPaper extends Error {}

/** What to say of a file that could not be read. Throws on any other error: that is no fault of whoever gave the file. */
export function faultOf(error: unknown): string {
  if (error instanceof NotAPaper) return error.message
  throw error
}

/** A paper from a file's bytes: a Word file, or text in UTF-8. Throws NotAPaper when it is neither. */
export function readPaper(bytes: Uint8Array, earlier: readonly CheckedPaper[] = []): CheckedPaper {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (packed) {
    let file: RawFile
    try {
      file = readWordFile(bytes)
    } catch {
      throw new NotAPaper('This file could not be read as a Word document. Save it as .docx or as text.')
    }
    return assemblePaper(file, earlier)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  // oxlint-disable-next-line no-control-regex -- what no text has: a PDF or a picture under another name
  if (/[\u0000-\u0008]/.test(text) || text.startsWith('%PDF'))
    throw new NotAPaper('This file is neither text nor a Word document. Save it as .docx or as text.')
  if (text.trim() === '') throw new NotAPaper('There is no text in this file.')
  return assemblePaper(readText(text), earlier)
}
