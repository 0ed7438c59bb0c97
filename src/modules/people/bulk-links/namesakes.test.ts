// A service that keeps its own list has hardly anybody twice. An estimate from such records learns what namesakes look like, and
// must link nobody: this happened with the year of the demonstration.
import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { linkTeam, recordPeople, tieIdentities } from '../index.ts'

const t = await testApp()
const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)

let seed = 7
const upTo = (n: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % n
}
const NAMES = Array.from({ length: 300 }, () =>
  Array.from({ length: 3 }, () => `${'bdfgklmnprstvz'[upTo(14)]}${'aeiou'[upTo(5)]}`).join(''),
)
const two = (n: number) => String(n).padStart(2, '0')

test('a list with nobody in it twice links nobody, and counts everybody', async () => {
  await asArea((ctx) =>
    recordPeople(
      ctx,
      Array.from({ length: 4000 }, (_, n) => {
        const [forename, surname] = [NAMES[upTo(150)]!, NAMES[150 + upTo(150)]!]
        return {
          held_by: area.receiving_team_id,
          source_reference: `N${1_000_000 + n}`,
          forename,
          surname,
          sex: upTo(2) ? ('F' as const) : ('M' as const),
          date_of_birth: `${1930 + upTo(75)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`,
          contact_methods: [
            { kind: 'mobile' as const, value: `07700 9${String(upTo(100_000)).padStart(5, '0')}` },
            { kind: 'email' as const, value: `${forename}.${surname}${n}@example.org` },
          ],
          address: { postcode: `NG${1 + upTo(25)} ${upTo(10)}${'ABDEF'[upTo(5)]}${'GHJLN'[upTo(5)]}` },
        }
      }),
    ),
  )
  const { records, links } = await asArea((ctx) => linkTeam(ctx, area.receiving_team_id))
  assert.deepEqual([records, links], [4000, 0])
  const tied = await asArea(tieIdentities)
  assert.deepEqual([tied.people, tied.identities], [4000, 4000])
})
