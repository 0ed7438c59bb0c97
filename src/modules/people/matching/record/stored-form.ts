import type { StoredKeys } from '../blocking/stored-keys.ts'
import { storedKeys } from '../blocking/stored-keys.ts'
import { bandFromModel } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { encodeRecord } from './encode.ts'
import { BAND_BYTE, F, OTHER_PHONE_BAND } from './layout.ts'
import { packRecord } from './pack.ts'
import type { PersonRecord } from './person-record.ts'
import { createStore } from './store.ts'

/** The keys that a record is found by, and itself as a comparison reads it. */
export type StoredForm = { readonly keys: StoredKeys; readonly packed: Buffer }

// one record at a time, never across an await
const store = createStore(1)

/** What is kept beside a record: made from that record alone. */
export function storedForm(record: PersonRecord): StoredForm {
  encodeRecord(store, 0, record, 0)
  return { keys: storedKeys(store, 0), packed: packRecord(store, 0) }
}

/**
 * The same for looking a record up among `others`, without the keys that the model expects more than `most` of them to
 * share (a common name, a switchboard's telephone): to look for those is most of the work, and says nothing.
 */
export function soughtForm(
  record: PersonRecord,
  { frequencies }: Model,
  { others, most }: { others: number; most: number },
): StoredForm {
  const { keys, packed } = storedForm(record)
  bandFromModel(store, 1, frequencies)
  const rare = (...bands: number[]) =>
    bands.reduce((expected, band) => expected / 2 ** store.bytes[BAND_BYTE + band]!, others) <= most
  return {
    keys: {
      ...keys,
      name: rare(F.forename, F.surname) ? keys.name : undefined,
      phone: rare(F.phone) ? keys.phone : undefined,
      other_phone: rare(OTHER_PHONE_BAND) ? keys.other_phone : undefined,
    },
    packed,
  }
}
