import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { PersonRecord, RecordStore } from '../../src/modules/people/matching/index.ts'
import { encodeRecord, RECORD_FIELDS } from '../../src/modules/people/matching/index.ts'

/** Part of a generated file for one thread: whole lines from byte `from` to byte `to`. */
export interface Chunk {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly firstRecord: number
  readonly poolFrom: number
  readonly store: RecordStore
  readonly truth: Int32Array
  /** for each column the field that it fills, or none */
  readonly fields: readonly (string | undefined)[]
  readonly truthColumn: number
}

/** Most bytes of text that a record brings to the pool beyond its own bytes in the file: a signature and a length byte a text. */
const POOL_EXTRA = 70

/** Room in the pool for records whose lines take `bytes`. */
export function poolRoom(bytes: number, records: number): number {
  return bytes + POOL_EXTRA * records
}

/** Reads the lines of a chunk and writes them into the store. */
export function encodeChunk({
  path,
  from,
  to,
  firstRecord,
  poolFrom,
  store,
  truth,
  fields,
  truthColumn,
}: Chunk): number {
  const file = openSync(path, 'r')
  const text = Buffer.allocUnsafe(1 << 20)
  let kept = 0
  let record = firstRecord
  let end = poolFrom
  const columns = Object.fromEntries(RECORD_FIELDS.map((field) => [field, fields.indexOf(field)])) as Record<
    (typeof RECORD_FIELDS)[number],
    number
  >
  for (let at = from; at < to;) {
    const read = readSync(file, text, kept, Math.min(text.length - kept, to - at), at)
    at += read
    const last = text.lastIndexOf(10, kept + read - 1)
    let lineFrom = 0
    const lines = text.toString('latin1', 0, last + 1)
    while (lineFrom <= last) {
      const lineTo = lines.indexOf('\n', lineFrom)
      const cells = lines.slice(lineFrom, lineTo).split(',')
      const person: PersonRecord = {
        forename: cells[columns.forename],
        middle_names: cells[columns.middle_names],
        surname: cells[columns.surname],
        previous_surname: cells[columns.previous_surname],
        date_of_birth: cells[columns.date_of_birth],
        sex: cells[columns.sex],
        postcode: cells[columns.postcode],
        address: cells[columns.address],
        house_number: cells[columns.house_number],
        town: cells[columns.town],
        email: cells[columns.email],
        phone: cells[columns.phone],
        other_phone: cells[columns.other_phone],
        nominal: cells[columns.nominal],
      }
      truth[record] = +cells[truthColumn]!
      end = encodeRecord(store, record++, person, end)
      lineFrom = lineTo + 1
    }
    kept = kept + read - last - 1
    text.copy(text, 0, last + 1, last + 1 + kept)
  }
  closeSync(file)
  return record - firstRecord
}

/** The header's columns, and where each of `parts` chunks of whole lines begins, with the records before it. */
export function divide(path: string, parts: number) {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
  const text = Buffer.allocUnsafe(1 << 22)
  const chunks: { from: number; records: number }[] = []
  let records = -1
  let header = ''
  for (let at = 0; at < size;) {
    const read = readSync(file, text, 0, text.length, at)
    for (let i = text.indexOf(10); i >= 0 && i < read; i = text.indexOf(10, i + 1)) {
      if (records < 0) header = text.toString('latin1', 0, i)
      records++
      if (chunks.length < parts && at + i + 1 >= (size * chunks.length) / parts)
        chunks.push({ from: at + i + 1, records })
    }
    at += read
  }
  closeSync(file)
  return { header: header.split(','), chunks, records, size }
}
