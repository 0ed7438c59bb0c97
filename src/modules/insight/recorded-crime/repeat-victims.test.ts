// Who became a victim again, counted again here from what was kept: by class, by district and by time, over any period.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/act.ts'
import { addDays, daysBetween } from '#reference'
import { testApp } from '../../../testing/cast.ts'
import { askFigure } from '../figures/ask-figure.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const area = await t.area()
const nell = await t.as('Nell Wainwright')

type Crime = { number: string; who: number; day: string; class: string; district: string }
let seed = 11
const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
const crimes: Crime[] = Array.from({ length: 700 }, (_, i) => ({
  number: `C${String(i).padStart(4, '0')}`,
  who: random(260),
  day: addDays('2022-01-01', random(900)),
  class: ['Burglary', 'Rape', 'Vehicle offences'][random(3)]!,
  district: ['Ashfield', 'Gedling'][random(2)]!,
}))
await t.act(area, { visit_id: newId(), query: {} }, async (ctx) => {
  const held_by = area.receiving_team_id
  const victims = Array.from({ length: 260 }, () => newId())
  const rows = crimes.map((one) => ({ ...one, victim_record_id: newId() }))
  await ctx.db
    .insertInto('insight.victim_record')
    .values(
      rows.map(({ who, victim_record_id }) => ({
        victim_record_id,
        held_by,
        victim_id: victims[who]!,
        surname: 'Invented',
      })),
    )
    .execute()
  await ctx.db
    .insertInto('insight.recorded_crime')
    .values(
      rows.map(({ number, day, victim_record_id, district, class: name }) => ({
        held_by,
        crime_number: number,
        recorded_on: day,
        class: name,
        offence_group: 'THE',
        district,
        victim_type: 'person' as const,
        victim_record_id,
      })),
    )
    .execute()
})

/** Each individual's first crime of the period, and their second. */
function firsts(from: string, to: string) {
  const within = crimes
    .filter((one) => one.day >= from && one.day <= to)
    .toSorted((a, b) => (a.day + a.number < b.day + b.number ? -1 : 1))
  return [...Map.groupBy(within, (one) => one.who).values()].map(([first, second]) => ({
    first: first!,
    days: second && daysBetween(first!.day, second.day),
    same: second?.class === first!.class ? 'same' : 'other',
  }))
}
const step = (days: number) => [7, 28, 90, 180, 365].find((most) => days <= most)?.toString() ?? 'later'
const ask = (measure: string, from: string, to: string, ...by: string[]) =>
  nell.act((ctx) => askFigure(ctx, { measure, from, to, by }))
const tally = (names: string[]) =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))

test('victims again, and the time to the second crime, are those of a recount over any period', async () => {
  const day = fc.integer({ min: 0, max: 950 }).map((n) => addDays('2021-12-15', n))
  await fc.assert(
    fc.asyncProperty(day, day, async (a, b) => {
      const [from, to] = [a, b].toSorted((x, y) => (x < y ? -1 : 1)) as [string, string]
      const all = firsts(from, to)
      const again = all.filter(({ days }) => days !== undefined)
      for (const by of ['class', 'district'] as const) {
        const figure = await ask('victims-again', from, to, by)
        assert.deepEqual([figure.value, figure.n], [again.length, all.length])
        assert.deepEqual(
          Object.fromEntries(figure.by!.map((line) => [line[by], line.n])),
          tally(all.map(({ first }) => first[by])),
        )
        assert.deepEqual(
          Object.fromEntries(
            figure.by!.filter((line) => line.value > 0).map((line) => [line[by], line.value]),
          ),
          tally(again.map(({ first }) => first[by])),
        )
      }
      const time = await ask('time-to-repeat', from, to, 'time_to_repeat')
      assert.equal(time.value, again.length)
      assert.deepEqual(
        Object.fromEntries(time.by!.map((line) => [line.time_to_repeat, line.value])),
        tally(again.map(({ days }) => step(days!))),
      )
      const second = await ask('time-to-repeat', from, to, 'second_crime')
      assert.deepEqual(
        Object.fromEntries(second.by!.map((line) => [line.second_crime, line.value])),
        tally(again.map(({ same }) => same)),
      )
    }),
    { numRuns: 25 },
  )
})

test('the page shows it to the office with its definition and its files, and hides what is small', async () => {
  const { status, text } = await nell.get('/recorded-crime/repeat-victims?from=2022-01-01&to=2022-03-31')
  assert.equal(status, 200)
  const again = firsts('2022-01-01', '2022-03-31').filter(({ days }) => days !== undefined)
  assert.ok(text.includes(`${again.length}`))
  assert.match(text, /of \d+ individual victims/)
  assert.match(text, /\[c\]/)
  for (const by of ['time_to_repeat', 'class', 'district'])
    assert.match(text, new RegExp(`figure.csv\\?from=2022-01-01&amp;to=2022-03-31&amp;by=${by}`))
  assert.equal((await (await t.as('Ruth Adeyemi')).get('/recorded-crime/repeat-victims')).status, 403)
})
