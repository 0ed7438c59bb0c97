// Files that are broken: what is read of them, what is said, and that no more of one is held at once than a few of its longest rows.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Act } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { importTransfer } from './import-transfer.ts'
import { resultsOf } from './transfer-results.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const intake = await t.as('Imani Osei')
const actor = await t.area()
const profile = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const day13 = join(import.meta.dirname, '../../../../database/cast/daily-transfer/NOTTS_ADT_20170313.csv')
const [HEAD, ...DAY] = readFileSync(day13, 'utf8').trim().split('\r\n')
const accepted = DAY.find((row) => row.includes('Informed') && !row.includes('"'))!.replace(/^\d+/, '')

async function read(file_name: string, text: string, act: Act = t.act) {
  const bytes = Buffer.from(text)
  const file = {
    file_name,
    bytes: bytes.length,
    came_by: 'command-line' as const,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    },
  }
  const told = await importTransfer(file, { act, actor, held_by: actor.receiving_team_id, profile })
  const results: string[] = []
  for await (const { Row, Result } of resultsOf(t.act, actor, told.transfer_id, file_name))
    results.push(`${Row} ${Result}`)
  return { ...told, each: results }
}
const problemOf = async (transfer_id: string) => {
  const { text } = await intake.get(`/transfers/${transfer_id}?result=error`)
  return (await intake.get(/\/held-rows\/[0-9a-f-]{36}/.exec(text)![0])).text
}

test('a mark that never closes and a row without an end are errors that name their line, and every row after them is there', async () => {
  const open = await read(
    'NOTTS_ADT_20170401.csv',
    `${HEAD}\r\n1${accepted}\r\n2,"${accepted.slice(1)}\r\n3${accepted}\r\n`,
  )
  assert.deepEqual(open.each, ['1 accepted', '2 error', '3 accepted'])
  assert.match(await problemOf(open.transfer_id), /A quotation mark opens a cell on line 3 and never closes/)
  const long = await read(
    'NOTTS_ADT_20170402.csv',
    `${HEAD}\r\n4${accepted}\r\n5${accepted.repeat(9000)}\r\n6${accepted}\r\n`,
  )
  assert.deepEqual(long.each, ['1 accepted', '2 error', '3 accepted'])
  const page = await problemOf(long.transfer_id)
  assert.match(page, /The row, which begins on line 3, is longer than 500,000 characters/)
  assert.ok(page.length < 200_000, 'a page that can be shown')
})

test('a name or a number that is none is an error of its own row, and costs no other row of the file', async () => {
  const headings = HEAD!.split(',')
  const long = randomBytes(20_000).toString('hex')
  const rows = headings.map((heading, n) =>
    [`20${n}`, ...accepted.split(',').slice(1)]
      .map((cell, at) => (headings[at] === heading ? long : cell))
      .join(),
  )
  const told = await read('NOTTS_ADT_20170405.csv', `${HEAD}\r\n${rows.join('\r\n')}\r\n30${accepted}\r\n`)
  assert.equal(told.each.length, headings.length + 1)
  assert.equal(told.each.at(-1), `${headings.length + 1} accepted`)
  for (const heading of ['Occurrence No', 'Surname', 'Forenames', 'Offence', 'Address'])
    assert.equal(told.each[headings.indexOf(heading)], `${headings.indexOf(heading) + 1} error`, heading)
  const { rows: kept } = await intake.act((ctx) =>
    sql<{
      most: number
      said: string
    }>`select max(length(coalesce(r.occurrence_number, ''))) as most, string_agg(array_to_string(h.problems, ';'), ';') as said
      from referrals.held_row h join referrals.referral r on r.area_id = h.area_id and r.referral_id = h.referral_id
      where r.transfer_id = ${told.transfer_id}`.execute(ctx.db),
  )
  assert.equal(kept[0]!.most, 100)
  assert.match(kept[0]!.said, /The surname has 40,000 characters, where 200 are the most/)
  for (const [url] of (await intake.get(`/transfers/${told.transfer_id}`)).text.matchAll(
    /\/held-rows\/[0-9a-f-]{36}/g,
  ))
    assert.ok((await intake.get(url)).text.length < 200_000)
})

test('rows that carriage returns alone hold apart are rows, each with its result', async () => {
  const mixed = await read(
    'NOTTS_ADT_20170403.csv',
    `${HEAD}\r\n11${accepted}\r12${accepted}\r\n13${accepted}\r\n14,only\r15${accepted}\r\n`,
  )
  assert.deepEqual(mixed.each, ['1 accepted', '2 accepted', '3 accepted', '4 error', '5 accepted'])
  assert.match((await intake.get(`/transfers/${mixed.transfer_id}`)).text, /It adds up\.<\/strong> 5 rows/)
})

test('however long its rows are, only some megabytes of a file wait to be kept', async () => {
  let acts = 0
  const counted: Act = (who, visit, work) => {
    acts++
    return t.act(who, visit, work)
  }
  const cells = Array.from({ length: 10 }, () => 'x'.repeat(45_000)).join()
  const lines = Array.from({ length: 24 }, (_, n) => `${n},${cells}`)
  const told = await read('NOTTS_ADT_20170404.csv', `${HEAD}\r\n${lines.join('\r\n')}\r\n`, counted)
  assert.deepEqual(told.results, { error: 24 })
  assert.ok(acts >= 6, `11 MB were kept in ${acts - 1} transactions`)
})
