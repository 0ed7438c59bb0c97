import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { makeSenderKey } from '../programs/sender-keys.ts'
import { keepProfile } from '../mapping-profiles/find-profile.ts'
import { readProfile } from '../mapping-profiles/mapping-profile.ts'
import { importTransfer } from '../transfers/import-transfer.ts'

const t = await testApp()
const intake = await t.as('Imani Osei')
const actor = await t.area()
const profile = readProfile({
  profile: 'one-row-a-crime',
  title: 'One row a crime',
  row_is: 'crime',
  columns: { occurrence_no: 'Ref', reported_on: 'On', surname: 'V{n}' },
})
await intake.act((ctx) => keepProfile(ctx, profile))
const rows = Array.from({ length: 20 }, (_, n) => `F${n + 1},01/03/2024,Ab${n},Bo${n},Cy${n}`)
const read = (file_name: string, lines: string[]) => {
  const content = Buffer.from(['Ref,On,V1,V2,V3', ...lines].join('\n'))
  return importTransfer(
    { file_name, bytes: content.length, came_by: 'upload', open: () => Readable.from([content]) },
    { act: t.act, actor, held_by: actor.receiving_team_id, profile },
  )
}
const told = await read('crimes.csv', rows)
const url = `/transfers/${told.transfer_id}`

test('where a row is a crime, every victim of every row is on one of the pages', async () => {
  const seen: string[] = []
  for (let next: string | undefined = url; next;) {
    const { text } = await intake.get(next)
    seen.push(...[...text.matchAll(/>(\d+(?:, victim \d)?)<\/t[dh]>/g)].map(([, place]) => place!))
    next = /href="(\/transfers\/[0-9a-f-]+\?after=[^"]+)"/.exec(text)?.[1]
  }
  const places = rows.flatMap((_, n) => [`${n + 1}`, `${n + 1}, victim 2`, `${n + 1}, victim 3`])
  assert.deepEqual(
    places.filter((place) => !seen.includes(place)),
    [],
  )
})

test('rows and victims are told apart, so that the columns add up', async () => {
  assert.match((await intake.get('/transfers')).text, /20<br>\(60 victims\)/)
  const { text } = await intake.get(url)
  assert.match(text, /20 rows in the file\. They name 60 victims/)
  assert.match(text, />Victims<\/th>/)
})

test('a place that no file has is the beginning, or nothing', async () => {
  for (const place of ['1e30', '99999999999', '-1', 'x', '999999999_1'])
    assert.equal((await intake.get(`${url}?after=${place}`)).status, 200)
  const key = await intake.act((ctx) => makeSenderKey(ctx, profile.profile))
  for (const [after, n] of [
    ['1e30', 0],
    ['99999999999', 0],
    ['-1', 20],
  ] as const) {
    const answer = await t.app.request(`/api${url}/receipts?after=${after}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    assert.equal(answer.status, 200)
    assert.equal(((await answer.json()) as { receipts: unknown[] }).receipts.length, n)
  }
})

test('a file whose name came with other content is an alert on both, which says which the other is and what to do', async () => {
  const first = await read('day.csv', ['G1,01/03/2024,Ab,,'])
  const page = async (one: typeof first) => (await intake.get(`/transfers/${one.transfer_id}`)).text
  assert.doesNotMatch(await page(first), /same name/)
  const second = await read('day.csv', ['G1,01/03/2024,Ab,,', 'G2,01/03/2024,Bo,,'])
  assert.deepEqual(second.results, { duplicate: 1, 'no-contact-details': 1 })
  for (const [one, other, its] of [
    [first, second, '2 rows'],
    [second, first, '1 row'],
  ] as const) {
    const text = await page(one)
    assert.match(text, /Ask the sender which one is right, before anybody of either is contacted/)
    assert.match(
      text,
      new RegExp(`/transfers/${other.transfer_id}">The file that came on [^<]+</a>, with ${its}<`),
    )
    assert.match(text, /Rows that are in both were taken once/)
    assert.match(text, new RegExp(`/transfers/${one.transfer_id}\\?result=accepted`))
  }
  const manager = await t.as('Ruth Adeyemi')
  for (const who of [intake, manager])
    assert.match((await who.get('/transfers')).text, /Same name, other content/)
})
