// A long history is read to its beginning: every entry stands on exactly one page, also those of one and the same moment.
import assert from 'node:assert/strict'
import test from 'node:test'
import { supportCast } from '../../../testing/support-cast.ts'
import { idIn } from '../../../testing/cast.ts'

const s = await supportCast()
const { dan, carys } = s

/** What stands on each page, the newest first. */
async function pagesOf(at: string): Promise<string[]> {
  const pages: string[] = []
  for (let url: string | undefined = `${at}/timeline`; url && pages.length < 9;) {
    const { status, text } = await dan.get(url)
    assert.equal(status, 200)
    pages.push(text)
    url = /href="([^"]*before=[^"]*)"/.exec(text)?.[1]
  }
  return pages
}

test('sixty notes of one act, and what was done on one day, are all there once and in order', async () => {
  const at = await s.openCase()
  const case_id = idIn(at)
  await dan.act(async (ctx) => {
    for (let number = 100; number < 160; number++)
      await ctx.db
        .insertInto('support.note')
        .values({ case_id, held_by: s.casework, body: `Note ${number}.` })
        .execute()
    for (let number = 100; number < 145; number++)
      await ctx.db
        .insertInto('support.action')
        .values({
          case_id,
          held_by: s.casework,
          acted_on: '2026-01-05',
          type: 'phone-support',
          outcome: `Action ${number}.`,
        })
        .execute()
  })
  for (const what of ['One', 'Two', 'Three']) {
    await dan.post(`${at}/tasks/add`, { what: `Task ${what}.`, due_in: '0' })
    const [task] = /\/tasks\/[0-9a-f-]{36}\/complete/.exec((await dan.get(at)).text) ?? []
    await dan.post(`/cases/${case_id}${task}`, { ended_as: 'done' })
  }
  const pages = await pagesOf(at)
  assert.equal(pages.length, 3)
  const all = pages.join('\n')
  const said = all.match(/(Note|Action|Task) \w+\./g) ?? []
  assert.equal(said.length, 60 + 45 + 3)
  assert.equal(new Set(said).size, said.length)
  assert.match(all, /Case opened/)
  assert.match(pages[1]!, /Newest/)
})

test('an address that was changed shows the newest page, and somebody else’s none', async () => {
  const at = await s.openCase()
  for (const before of ['2026', 'x', '2026-99-01T00:00:00+00:00~1', "'~1"])
    assert.match((await dan.get(`${at}/timeline?before=${encodeURIComponent(before)}`)).text, /Case opened/)
  assert.equal((await carys.get(`${at}/timeline`)).status, 404)
})
