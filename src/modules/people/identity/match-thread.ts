// The other end of `matchRecords`: one store in, a word at each stage and what matches out. What fails here fails there.
import { parentPort, workerData } from 'node:worker_threads'
import { A_STAGE, matchStore, type StoreToMatch } from './match-store.ts'

const { store, n } = workerData as StoreToMatch
parentPort!.postMessage(await matchStore(store, n, () => parentPort!.postMessage(A_STAGE)))
