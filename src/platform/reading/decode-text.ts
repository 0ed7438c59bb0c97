import { notText } from './not-text.ts'
import type { TableFormat } from './table-format.ts'

type Encoding = TableFormat['encoding']

// The 27 signs that windows-1252 has where Latin-1 has control codes; the five gaps are no signs at all.
const WINDOWS_1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178'

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Bytes from which it can be told what a file is. */
const ENOUGH_TO_TELL = 512

/**
 * The text of a stream of bytes, piece by piece and without its byte-order mark; a mark overrules the encoding asked for, and `tell` hears which it is.
 * Bytes that are no text in the encoding become U+FFFD, so that the reader can say in which row they stand. Throws a sentence when the
 * file as a whole is no text, such as a spreadsheet that is called .csv.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array | string>,
  encoding: Encoding,
  tell: (found: Encoding) => void = () => {},
): AsyncGenerator<string> {
  let decode: ((bytes?: Uint8Array) => string) | undefined
  let start = Buffer.alloc(0)
  for await (const piece of source) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (decode) {
      yield decode(bytes)
      continue
    }
    start = Buffer.concat([start, bytes])
    if (start.length < ENOUGH_TO_TELL) continue
    decode = decoderFor(start, encoding, tell)
    yield decode(start)
  }
  if (!decode) {
    decode = decoderFor(start, encoding, tell)
    yield decode(start)
  }
  yield decode()
}

function decoderFor(start: Uint8Array, asked: Encoding, tell: (found: Encoding) => void) {
  const fault = notText(start.subarray(0, ENOUGH_TO_TELL), asked)
  if (fault) throw new Error(fault)
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))
  const encoding = mark?.[0] ?? asked
  tell(encoding)
  if (encoding === 'windows-1252')
    return (bytes?: Uint8Array) =>
      bytes
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
            .toString('latin1')
            // oxlint-disable-next-line no-control-regex -- the very codes that differ
            .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!)
        : ''
  const decoder = new TextDecoder(encoding)
  return (bytes?: Uint8Array) => decoder.decode(bytes, { stream: bytes !== undefined })
}
