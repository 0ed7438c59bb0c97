import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { KeyFacts } from '../keys/person-keys.ts'
import { asRecord } from '../keys/person-keys.ts'
import { compareFew, createStore, encodeRecord, ENOUGH, type RecordStore } from '../matching/index.ts'
import type { Matched, StoreToMatch } from './match-store.ts'

/** Which of `n` records are sure to be of one person; `read` gives them in order, from a place on, a few thousand at a time. */
export async function matchRecords(
  n: number,
  read: (from: number) => Promise<readonly KeyFacts[]>,
): Promise<Matched> {
  if (n < ENOUGH) return matchFew(n, read)
  const store = createStore(n)
  let end = 0
  for (let i = 0; i < n;)
    for (const facts of await read(i)) end = encodeRecord(store, i++, asRecord(facts), end)
  return inThread(store, n)
}

/** Estimating and comparing take seconds for tens of thousands; in a thread of their own, no page waits for them. */
async function inThread(store: RecordStore, n: number): Promise<Matched> {
  const asked: StoreToMatch = { store, n }
  const thread = new Worker(new URL('./match-thread.ts', import.meta.url), { workerData: asked })
  try {
    const [matched] = (await once(thread, 'message')) as [Matched]
    return matched
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
