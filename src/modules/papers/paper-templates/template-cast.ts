// For tests: a template as an analyst makes it on pages.
import assert from 'node:assert/strict'
import type { Someone } from '../../../testing/cast.ts'

type Send = (url: string, fields?: Record<string, string | string[]>) => Promise<string>

/** Sends forms that must be accepted; each gives where it leads. */
export const sender =
  (who: Someone): Send =>
  async (url, fields = {}) => {
    const came = await who.post(url, fields)
    assert.equal(came.status, 303, `${url} ${/error-message">[^]*?<\/p>/.exec(came.text)?.[0] ?? ''}`)
    return came.location!
  }

/**
 * Fills an empty template about a plan: a one-page summary, a section with figures in a sentence and what is recommended, and an appendix with the
 * key, the table, the charts and a breakdown. What was added is moved about and taken out again on the way.
 */
export async function fillTemplate(send: Send, made: string): Promise<void> {
  await send(`${made}/front-sheet`, {
    title: 'To the Panel: {theme_word} {theme_number}, {theme}',
    lines: ['{public}', '{meeting_on}', '{recommendation}'],
  })
  for (const [heading, kind] of [
    ['In short', 'summary'],
    ['What we recommend', 'numbered'],
    ['Recommendation', 'numbered'],
    ['Deliverables', 'appendix'],
  ] as const)
    await send(`${made}/sections/add`, { heading, kind })
  // The second is taken out again, and what it should have said stands in the next.
  await send(`${made}/move`, { place: '2', to: 'remove' })
  await send(`${made}/sections/1/blocks`, { kind: 'plan:summary' })
  const words = await send(`${made}/sections/2/blocks`, { kind: 'paragraph' })
  await send(words, {
    words: 'So far there were {{ referrals received }}, of {{ referrals received, the period before }}.',
  })
  const own = await send(`${made}/sections/2/blocks`, { kind: 'own_words' })
  await send(own, { words: 'To note this.' })
  for (const kind of ['plan:status_key', 'plan:table', 'plan:chart'])
    await send(`${made}/sections/3/blocks`, { kind })
  const chart = await send(`${made}/sections/3/blocks`, { kind: 'against_last_year' })
  await send(chart, { measures: ['referrals-received', 'satisfaction'] })
  const table = await send(`${made}/sections/3/blocks`, { kind: 'table_of' })
  await send(table, { line: 'referrals-received|source', caption: 'Where referrals came from' })
  // The chart first, then the table.
  await send(`${made}/move`, { place: '3', block: '3', to: 'up' })
}
