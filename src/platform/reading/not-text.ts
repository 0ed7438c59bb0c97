const BEGINS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'It is a spreadsheet (.xlsx, .ods) or another packed file, whatever it is called. Open it and save it as CSV.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'It is an old Excel or Word file, whatever it is called. Open it and save it as CSV.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'It is a PDF, whatever it is called. Ask the sender for the rows as CSV.'],
  [[0x1f, 0x8b], 'It is packed (gzip). Unpack it first.'],
]
/** Fewer bytes say too little about an encoding. */
const ENOUGH = 16

/**
 * Why a file that begins so cannot be text in rows: one or two sentences, or undefined when it may be. `asked` is the encoding that it would
 * be read in; a file with a byte-order mark says its own.
 */
export function notText(start: Uint8Array, asked: string): string | undefined {
  const known = BEGINS.find(([bytes]) => bytes.every((byte, at) => start[at] === byte))
  if (known) return `The file is not text. ${known[1]}`
  if (start.length > 3 && start[0] === 0xff && start[1] === 0xfe && start[2] === 0 && start[3] === 0)
    return 'The file is text in UTF-32, which no program needs. Ask the sender for it in UTF-8.'
  if (start.length > 0 && start.every((byte) => byte === 0))
    return 'The file is not text. It begins with nothing but null characters, as after a copy that was broken off. Ask the sender for it again.'
  if (asked.startsWith('utf-16') || start.length < ENOUGH || (start[0]! >= 0xfe && start[1]! >= 0xfe))
    return undefined
  // Western letters in UTF-16 have a zero beside each: after it, or before it.
  const zeros = [0, 0]
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  const half = start.length / 2
  if (Math.max(even, odd) < half * 0.4 || Math.min(even, odd) > half * 0.1) return undefined
  return `The file is text in UTF-16 without the mark that says so: write "encoding": "utf-16${odd > even ? 'le' : 'be'}" in the profile's "file".`
}
