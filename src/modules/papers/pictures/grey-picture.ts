// For tests: grey pictures small enough to keep beside the code, and how alike two of them are.
import { deflateSync, inflateSync, crc32 } from 'node:zlib'

/** Rows of grey from the top, a byte each: 0 is black. */
export type Grey = { width: number; height: number; pixels: Uint8Array }

/** A picture as pdftoppm writes it with `-gray`: 'P5', width, height, 255, then its bytes. */
export function readPgm(bytes: Buffer): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString('latin1'))
  if (!head) throw new Error('This is not a grey picture of pdftoppm')
  const [width, height] = [Number(head[1]), Number(head[2])]
  return { width, height, pixels: bytes.subarray(head[0].length, head[0].length + width * height) }
}

const COLUMNS = 6
const GAP = 2

/** Pages side by side, six to a row, as one picture that a person can look at. */
export function contactSheet(pages: readonly Grey[]): Grey {
  const [wide, high] = [
    Math.max(...pages.map(({ width }) => width)) + GAP,
    Math.max(...pages.map(({ height }) => height)) + GAP,
  ]
  const width = wide * Math.min(COLUMNS, pages.length)
  const height = high * Math.ceil(pages.length / COLUMNS)
  const pixels = new Uint8Array(width * height).fill(128)
  for (const [index, page] of pages.entries()) {
    const [left, top] = [(index % COLUMNS) * wide, Math.floor(index / COLUMNS) * high]
    for (let y = 0; y < page.height; y++)
      pixels.set(page.pixels.subarray(y * page.width, (y + 1) * page.width), (top + y) * width + left)
  }
  return { width, height, pixels }
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The picture as a PNG of 16 greys, each row unfiltered: what `readPng` reads. */
export function writePng({ width, height, pixels }: Grey): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = rounded(pixels[y * width + x]!)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const rounded = (grey: number) => Math.round(grey / 17) * 17

/** A picture that `writePng` wrote. */
export function readPng(bytes: Buffer): Grey {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(parts))
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1)
    if (rows[row] !== 0) throw new Error('This picture was written by another program')
    pixels.set(rows.subarray(row + 1, row + 1 + width), y * width)
  }
  return { width, height, pixels }
}

/** Pixels to a side of the squares that are compared: about a line and a half of text. */
const SQUARE = 4
/** How many greys two squares may differ by, of 255: how a typeface is drawn differs by less, a line that moved by more. */
const GREYS = 20

/** The share of squares whose grey differs: 0 for the same picture. Pictures of another size are wholly unlike. */
export function unlike(a: Grey, b: Grey): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let [all, differ] = [0, 0]
  for (let top = 0; top + SQUARE <= a.height; top += SQUARE)
    for (let left = 0; left + SQUARE <= a.width; left += SQUARE) {
      all++
      if (Math.abs(meanOf(a, left, top) - meanOf(b, left, top)) > GREYS) differ++
    }
  return differ / all
}

function meanOf({ width, pixels }: Grey, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + SQUARE; y++)
    for (let x = left; x < left + SQUARE; x++) sum += pixels[y * width + x]!
  return sum / SQUARE ** 2
}
