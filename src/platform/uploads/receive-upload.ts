import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { NotOwnPage } from '../errors.ts'

export type Upload = {
  fields: Record<string, string>
  /** Undefined when no file was chosen. */
  file: UploadedFile | undefined
  /** Each file that was chosen, by the name of its field: one, unless more were asked for. */
  files: Readonly<Record<string, UploadedFile>>
  /** Takes the file away. Called once it has been dealt with, whatever became of it. */
  discard: () => Promise<void>
}
export type UploadedFile = {
  file_name: string
  bytes: number
  /** Where it waits, until it is discarded. */
  path: string
  open: () => AsyncIterable<Uint8Array>
}

/** No file that people send by hand is larger; a larger one is sent by a program or read from the command line. */
export const LARGEST_UPLOAD = 256 * 1024 * 1024

export type UploadLimits = {
  /** Bytes of the longest field of words. */
  longest_field?: number
  /** A form that comes back with what was typed judges a larger file itself: one byte more than this is kept of it, and nothing is thrown. */
  largest?: number
  /** How many files the form may send, each in a field of its own; one unless told. */
  files?: number
}

/**
 * Receives a form with a file as a stream: memory holds a piece of it, the file waits in a folder that only this process can open.
 * Its token must come before the file, and `allow` is asked with what came before a byte of it is kept. Throws a sentence when the file is too
 * large, NotOwnPage when `allow` says no.
 */
export async function receiveUpload(
  request: Request,
  allow: (fields: Record<string, string>) => boolean,
  { longest_field = 200_000, largest, files: most = 1 }: UploadLimits = {},
): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-upload-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  const fields: Record<string, string> = {}
  const kept: { field: string; name: string; path: string; writing: Promise<void> }[] = []
  let fault: string | undefined
  let forged = false
  try {
    const form = busboy({
      headers: Object.fromEntries(request.headers),
      limits: {
        files: most,
        fileSize: largest === undefined ? LARGEST_UPLOAD : largest + 1,
        fields: 50,
        fieldSize: longest_field,
      },
    })
    form.on('field', (field, value) => (fields[field] = value))
    form.on('file', (field, file, { filename }) => {
      if (!filename || !allow(fields)) {
        forged ||= Boolean(filename)
        file.resume()
        return
      }
      const path = join(folder, `file-${kept.length}`)
      const name = basename(filename.replaceAll('\\', '/'))
      if (largest === undefined) file.on('limit', () => (fault = 'The file is larger than 256 MB'))
      const writing = pipeline(file, createWriteStream(path, { mode: 0o600 }))
      kept.push({ field, name, path, writing })
      // A sender who breaks off fails this and the form's own reading: that one is thrown below, and this must not end the process.
      writing.catch(() => {})
    })
    await pipeline(Readable.fromWeb(request.body as never), form)
    await Promise.all(kept.map(({ writing }) => writing))
    if (forged) throw new NotOwnPage(fields)
    if (fault) throw new Error(fault)
    const files: Record<string, UploadedFile> = {}
    for (const { field, name: file_name, path } of kept) {
      const open = () => createReadStream(path, { highWaterMark: 256 * 1024 })
      files[field] = { file_name, bytes: (await stat(path)).size, path, open }
    }
    return { fields, discard, file: Object.values(files)[0], files }
  } catch (error) {
    await discard()
    throw error
  }
}

/** A file that is no larger is held in memory: making, reading and removing one costs more than a row of it does. */
export const SMALL_FILE = 64 * 1024

/** The body of a request as a file, for a program that sends one as it is. A small one has no path. */
export async function receiveFile(
  request: Request,
  file_name: string,
): Promise<Omit<UploadedFile, 'path'> & { path?: string; discard: () => Promise<void> }> {
  if (Number(request.headers.get('content-length') ?? Number.NaN) <= SMALL_FILE) {
    const held = Buffer.from(await request.arrayBuffer())
    const open = () => Readable.from([held])
    return { file_name: basename(file_name), bytes: held.length, open, discard: async () => {} }
  }
  const folder = await mkdtemp(join(tmpdir(), 'waymark-upload-'))
  const path = join(folder, 'file')
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const body = request.body ? Readable.fromWeb(request.body as never) : Readable.from([])
    await pipeline(body, createWriteStream(path, { mode: 0o600 }))
    return {
      file_name: basename(file_name),
      bytes: (await stat(path)).size,
      path,
      open: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
      discard,
    }
  } catch (error) {
    await discard()
    throw error
  }
}
