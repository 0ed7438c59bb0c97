// The other end of `matchRecords`: one store in, what matches out. What fails here fails there.
import { parentPort, workerData } from 'node:worker_threads'
import { matchStore, type StoreToMatch } from './match-store.ts'

const { store, n } = workerData as StoreToMatch
parentPort!.postMessage(await matchStore(store, n))
