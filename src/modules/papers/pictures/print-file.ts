// For tests: a .docx or .odt opened by LibreOffice and printed, as its words and as small grey pictures of its pages.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertWithLibreOffice, withoutLibreOffice } from '#platform/open-document/libreoffice.ts'
import { type Grey, readPgm } from './grey-picture.ts'

/** Dots to the inch: a line of text is two pixels high, so that its place shows and its letters do not. */
const DPI = 10

/** The series of LibreOffice that the approved pictures were printed with: another breaks lines and pages elsewhere. */
export const PRINTED_WITH = '7.4'
/** The typeface they were printed in: as wide as Arial, letter by letter. */
const TYPEFACE = /LiberationSans|Arial/

const said = (command: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch {
    return undefined
  }
}

/** Why nothing can be printed on this machine, or false: node:test's `skip`. */
export function cannotPrint(): string | false {
  const without = withoutLibreOffice('writer')
  if (without) return without
  if (said('pdftotext', ['-v']) === undefined)
    return 'pdftotext and pdftoppm (poppler-utils) are not on this machine'
  const typeface = said('fc-match', ['Arial', 'file']) ?? ''
  return TYPEFACE.test(typeface)
    ? false
    : `No typeface as wide as Arial is on this machine (fonts-liberation): ${typeface.trim()}`
}

/** Why pictures printed here cannot be held against those approved, or false. */
export function cannotCompare(): string | false {
  const without = cannotPrint()
  if (without) return without
  const version = /LibreOffice (\d+\.\d+)/.exec(said('soffice', ['--version']) ?? '')?.[1]
  return version === PRINTED_WITH
    ? false
    : `Pictures were approved with LibreOffice ${PRINTED_WITH}; this is ${version}`
}

/** What a file is when it is printed. */
export type PrintedFile = {
  words: string
  /** The lines of each page, without its number. */
  lines: string[][]
  pages: Grey[]
}

/** Prints a file: its words in order, without the numbers of its pages, and its pages. */
export async function printFile(bytes: Uint8Array, ending: 'docx' | 'odt'): Promise<PrintedFile> {
  const made = await convertWithLibreOffice(bytes, `paper.${ending}`, 'pdf')
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    const pdf = join(folder, 'paper.pdf')
    writeFileSync(pdf, made.get('paper.pdf')!)
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' })
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', pdf, join(folder, 'page')])
    const pages = readdirSync(folder)
      .filter((file) => file.endsWith('.pgm'))
      .sort()
      .map((file) => readPgm(readFileSync(join(folder, file))))
    return { words: wordsIn(text), lines: text.split('\f').slice(0, -1).map(linesIn), pages }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const linesIn = (page: string): string[] =>
  page.split('\n').filter((line) => line.trim() !== '' && !/^Page \d+ of \d+$/.test(line))

/** Words, ten to a line, so that a change shows where it is. */
function wordsIn(text: string): string {
  const words = text
    .replaceAll(/^Page \d+ of \d+$/gm, '')
    .split(/\s+/)
    .filter(Boolean)
  return `${words
    .map((word, index) => (index % 10 === 9 ? `${word}\n` : `${word} `))
    .join('')
    .trim()}\n`
}
