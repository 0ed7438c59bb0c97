import { open } from 'node:fs/promises'

const PIECE = 256 * 1024

/**
 * The bytes of a file, a quarter of a megabyte at a time. Every piece stands in the same memory: it is gone when the next is asked for. A
 * stream makes new memory for each, and a large file has taken some 60 MB of it before any is given back.
 */
export async function* readInPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const piece = Buffer.allocUnsafeSlow(PIECE)
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE)
      if (bytesRead === 0) return
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
