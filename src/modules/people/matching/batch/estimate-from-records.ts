import type { Model } from '../model/model.ts'
import { encodeRecord } from '../record/encode.ts'
import type { PersonRecord } from '../record/person-record.ts'
import { createStore } from '../record/store.ts'
import { blockStore } from './block-store.ts'
import { ALONE } from './crew.ts'
import { countStore, estimateStore } from './estimate-store.ts'

/**
 * A model estimated from records at hand: all that an area holds, or a sample of some tens of thousands drawn so
 * that records of one person are as likely to come together as in the whole (by letter or by year, not one in ten).
 */
export async function estimateFromRecords(records: readonly PersonRecord[], crew = ALONE): Promise<Model> {
  const store = createStore(records.length)
  let end = 0
  for (const [i, record] of records.entries()) end = encodeRecord(store, i, record, end)
  const counted = await countStore(store, records.length, crew)
  const candidates = await blockStore(store, records.length, 0, crew)
  return estimateStore(store, records.length, 0, candidates, counted, crew)
}
