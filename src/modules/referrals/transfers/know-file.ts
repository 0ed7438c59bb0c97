import { createHash } from 'node:crypto'
import { openTable } from '#platform/reading/index.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'

type File = { file_name: string; open: () => AsyncIterable<Uint8Array> }

/** The SHA-256 of the bytes of a file, in hexadecimal. */
export async function hashOf({ open }: Pick<File, 'open'>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of open()) hash.update(piece)
  return hash.digest('hex')
}

/**
 * What a file is known by when it comes again, in 64 hexadecimal figures: one with rows by its content, whatever it is called; one without
 * by its name and content, because two days on which nothing was sent have the same bytes. `content_hash` is what `hashOf` gives,
 * where it is known. Throws a sentence when the file is no text, or empty.
 */
export async function knowFile(
  file: File,
  { file: format }: Pick<MappingProfile, 'file'>,
  content_hash?: string,
): Promise<string> {
  const { batches, close } = await openTable(file.open(), format)
  const { done } = await batches[Symbol.asyncIterator]().next()
  await close()
  const content = content_hash ?? (await hashOf(file))
  return done ? createHash('sha256').update(`${content} ${file.file_name}`).digest('hex') : content
}
