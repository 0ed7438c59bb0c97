import { unzipSync } from 'fflate'

/** A paper larger than this, packed or unpacked, is no paper. */
export const LARGEST_PAPER = 20_000_000

/** A Word file or an OpenDocument text, or the text where it is one; else a sentence that says what it is and what to do. */
export type ReadFile = { kind: 'word' | 'odt' } | { text: string } | { fault: string }

const PASTE = 'Open it, copy its text and paste it below.'
const SAVE = 'Open it in Word, save it as a Word document (.docx) and choose that.'

const STARTS: readonly [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], `This is a PDF, which does not say where its rows begin and end. ${PASTE}`],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    `This is a Word file of an older kind (.doc), or one with a password. Take the password off, then save it as .docx and choose that.`,
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], `This is a rich text file (.rtf). ${SAVE}`],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
  [[0x42, 0x4d], 'picture'],
]
const PICTURE =
  'This is a picture of a page, which has no text to read. Ask whoever sent it for the Word file, or paste the text below.'
const OTHERS: readonly [RegExp, string][] = [
  [/^xl\//, `This is a spreadsheet. Copy its rows and paste them below: their cells stay apart.`],
  [/^ppt\//, `This is a presentation. ${PASTE}`],
  [/^content\.xml$/, `This is an OpenDocument file, and no text. ${SAVE}`],
]
/** The parts that hold the words of a file. */
const WORDS = ['word/document.xml', 'word/footnotes.xml', 'content.xml']
const ODT = 'application/vnd.oasis.opendocument.text'
const NO_WORD_FILE = `This file could not be read as a Word document. ${SAVE} Or paste its text below.`

/** What was sent, by its content and not by its name. */
export function whatFileIsIt(bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) return { fault: 'The file is empty. Choose another, or paste the text below.' }
  if (bytes.length > LARGEST_PAPER) return { fault: TOO_LARGE }
  const start = STARTS.find(([signs]) => signs.every((sign, index) => bytes[index] === sign))
  if (start) return { fault: start[1] === 'picture' ? PICTURE : start[1] }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromPackage(bytes)
  return fromText(bytes)
}

/** Said of a file that is too large, before or after it was received. */
export const TOO_LARGE = `The file is larger than ${LARGEST_PAPER / 1_000_000} MB. Take its pictures out and save it again, or paste its text below.`

function fromPackage(bytes: Uint8Array): ReadFile {
  try {
    const names: string[] = []
    let tooLarge = false
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        tooLarge ||= WORDS.includes(name) && originalSize > LARGEST_PAPER
        return name === 'mimetype' && originalSize < 200
      },
    })
    if (tooLarge) return { fault: TOO_LARGE }
    if (names.includes('word/document.xml')) return { kind: 'word' }
    if (new TextDecoder().decode(parts['mimetype'] ?? new Uint8Array()).trim() === ODT) return { kind: 'odt' }
    const other = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name)))
    return { fault: other?.[1] ?? NO_WORD_FILE }
  } catch {
    return { fault: NO_WORD_FILE }
  }
}

/** A text file is taken as if it had been pasted: UTF-8, or as Windows writes it. */
function fromText(bytes: Uint8Array): ReadFile {
  for (const encoding of ['utf-8', 'windows-1252'] as const)
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // oxlint-disable-next-line no-control-regex -- signs that no text has, and a program's file does
      return /[\0-\x08\x0e-\x1a]/.test(text) ? { fault: NO_WORD_FILE } : { text }
    } catch {
      continue
    }
  return { fault: NO_WORD_FILE }
}
