import assert from 'node:assert/strict'
import test from 'node:test'
import { supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, carys } = s
const ids: string[] = await dan.act(async (ctx) => {
  const { team_id: held_by } = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('name', '=', 'Victim CARE, all staff')
    .executeTakeFirstOrThrow()
  const { person_id } = await ctx.db
    .insertInto('people.person')
    .values({ held_by, forename: 'Rosa', surname: 'Lind' })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  const made = await ctx.db
    .insertInto('referrals.referral')
    .values(
      Array.from({ length: 60 }, (_, n) => ({
        held_by,
        person_id,
        reference: `R${n}`,
        // Three a day, so that pages end among referrals of one day.
        received_on: `2026-10-${String(1 + Math.floor(n / 3)).padStart(2, '0')}`,
        source: 'police-adt',
        result: n % 10 === 9 ? 'no-consent' : 'accepted',
      })),
    )
    .returning(['referral_id', 'received_on', 'result'])
    .execute()
  return made
    .filter(({ result }) => result === 'accepted')
    .toSorted((a, b) => (`${a.received_on}${a.referral_id}` < `${b.received_on}${b.referral_id}` ? 1 : -1))
    .map(({ referral_id }) => referral_id)
})

const shown = (text: string) =>
  [...text.matchAll(/<a[^>]* href="\/referrals\/([0-9a-f-]{36})">/g)].map(([, id]) => id!)

/** Every page from the first, as somebody who follows the links. */
async function everyPage() {
  const pages: string[][] = []
  for (let url: string | undefined = '/referrals'; url;) {
    const { text } = await dan.get(url)
    pages.push(shown(text))
    url = /href="(\/referrals\?after=[^"]+)"/.exec(text)?.[1]
  }
  return pages
}

test('every accepted referral is on one page, the newest first, 25 a page', async () => {
  const pages = await everyPage()
  assert.deepEqual(
    pages.map((page) => page.length),
    [25, 25, 4],
  )
  assert.deepEqual(pages.flat(), ids)
})

test('a referral leaves the list when its case is opened', async () => {
  const [first, ...rest] = ids
  const opened = await dan.post(`/referrals/${first!}/open-case`, {
    tier: 'brief',
    take_it: 'me',
    held_by: s.casework,
  })
  assert.equal(opened.status, 303)
  assert.deepEqual((await everyPage()).flat(), rest)
})

test('another provider sees none of them, and a place in the address that is none is left out', async () => {
  assert.deepEqual(shown((await carys.get('/referrals')).text), [])
  assert.match((await carys.get('/referrals')).text, /Every accepted referral has a case/)
  assert.equal(shown((await dan.get('/referrals?after=x_y')).text).length, 25)
})
