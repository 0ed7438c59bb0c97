// Ends the test server that a run left up for its next test file.
import { startEmbedded } from '../src/platform/database/embedded.ts'

const folder = process.argv[2]
if (folder) await (await startEmbedded(folder, { fast: true })).stop(true)
