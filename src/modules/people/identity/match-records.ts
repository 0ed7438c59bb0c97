import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { KeyFacts } from '../keys/person-keys.ts'
import { asRecord } from '../keys/person-keys.ts'
import {
  compareFew,
  createStore,
  encodeRecord,
  ENOUGH,
  LINK_STAGES,
  NOBODY_TOLD,
  type RecordStore,
  type Told,
} from '../matching/index.ts'
import { A_STAGE, type Matched, type StoreToMatch } from './match-store.ts'

/** Which of `n` records are sure to be of one person; `read` gives them in order, from a place on, a few thousand at a time. */
export async function matchRecords(
  n: number,
  read: (from: number) => Promise<readonly KeyFacts[]>,
  told: Told = NOBODY_TOLD,
): Promise<Matched> {
  if (n < ENOUGH) return matchFew(n, read)
  const store = createStore(n)
  let end = 0
  for (let i = 0; i < n;)
    for (const facts of await read(i)) end = encodeRecord(store, i++, asRecord(facts), end)
  return inThread(store, n, told)
}

/** Estimating and comparing take seconds for tens of thousands; in a thread of their own, no page waits for them. */
async function inThread(store: RecordStore, n: number, told: Told): Promise<Matched> {
  const asked: StoreToMatch = { store, n }
  const thread = new Worker(new URL('./match-thread.ts', import.meta.url), { workerData: asked })
  try {
    let stages = 0
    told.compared(stages, LINK_STAGES)
    const all = on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[Matched | typeof A_STAGE]>
    for await (const [said] of all) {
      if (said !== A_STAGE) return said
      told.compared(++stages, LINK_STAGES)
    }
    throw new Error('The comparison ended without an answer')
  } finally {
    await thread.terminate()
  }
}

/** Few enough to compare each with each, by the model that every area starts with. */
async function matchFew(n: number, read: (from: number) => Promise<readonly KeyFacts[]>): Promise<Matched> {
  const records = []
  while (records.length < n) for (const facts of await read(records.length)) records.push(asRecord(facts))
  const same = new Map<number, number>()
  for (const { left, right, sure } of compareFew(records)) if (sure && !same.has(right)) same.set(right, left)
  return { same, model: undefined }
}
