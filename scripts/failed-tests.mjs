// What failed, once more and by itself: the last lines of a run are the ones that are read, and in three thousand good lines a bad one is lost.
import { relative } from 'node:path'

const MESSAGE_LINES = 40

/** A reporter of node:test: one paragraph for each test that failed, with its file and what it says; nothing when none did. */
export default async function* failedTests(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue
    const error = data.details?.error
    const said = String(error?.cause?.stack ?? error?.cause ?? error?.message ?? '')
    const place = data.file ? `${relative(process.cwd(), data.file)}:${data.line ?? 1}` : ''
    yield `✖ ${data.name}\n  ${place}\n${said.split('\n').slice(0, MESSAGE_LINES).join('\n').replace(/^/gm, '    ')}\n\n`
  }
}
