// What `waymark figure` prints and refuses, for every measure there is.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Usage } from '#platform/cli/verb.ts'
import { NotFound } from '#platform/errors.ts'
import { testApp } from '../../testing/cast.ts'
import { MEASURES } from './measures/index.ts'
import { insightVerbs } from './verbs.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const [verb] = insightVerbs
type Printed = Record<string, unknown> & { value: number; n?: number; by?: Record<string, unknown>[] }

async function figure(measure: string, options: Record<string, string | string[]> = {}): Promise<Printed> {
  let printed: unknown
  const said: string[] = []
  await verb!.run(
    {
      rest: [measure],
      options: { area: 'nottinghamshire', from: '2018-01-01', to: '2018-12-31', ...options },
    },
    {
      ...t.options,
      database_url: t.url,
      secret: t.secret,
      data: '',
      progress: () => {
        throw new Error('none')
      },
      say: (line) => void said.push(line),
      json: (value) => (printed = value),
    },
  )
  assert.ok(said.some((line) => line.startsWith('As at ')))
  return JSON.parse(JSON.stringify(printed)) as Printed
}

test('every measure prints the same shape, in each of its breakdowns and without one', async () => {
  for (const { name, dimensions, share, parts, definition } of MEASURES)
    for (const by of [undefined, ...Object.keys(dimensions)]) {
      const printed = await figure(name, by ? { by } : {})
      const { measure, area, from, to, as_at, value, n } = printed
      assert.deepEqual(
        [measure, area, from, to, printed.definition],
        [name, 'nottinghamshire', '2018-01-01', '2018-12-31', definition],
      )
      assert.ok(Number.isInteger(value) && !Number.isNaN(Date.parse(String(as_at))), name)
      assert.equal(typeof n, share ? 'number' : 'undefined', name)
      assert.equal(Array.isArray(printed.by), by !== undefined, name)
      for (const part of parts?.values ?? []) assert.equal(typeof printed[part], 'number')
      // Whoever reads it from outside takes every other key of a line for a dimension.
      const counts = ['value', ...(share ? ['n'] : []), ...(parts?.values ?? [])]
      assert.deepEqual(
        Object.keys(printed).toSorted(),
        ['measure', 'area', 'from', 'to', 'as_at', 'definition', ...counts, ...(by ? ['by'] : [])].toSorted(),
        name,
      )
      for (const line of printed.by ?? [])
        assert.deepEqual(Object.keys(line).toSorted(), [by!, ...counts].toSorted(), `${name} by ${by}`)
    }
})

test('an odd period is counted like any other, and an empty one is nought, of nought, with no line: never something that is no number', async () => {
  for (const { name, dimensions, share } of MEASURES)
    for (const [from, to] of [
      ['1999-01-01', '1999-12-31'],
      ['2016-02-29', '2016-02-29'],
      ['0001-01-01', '0001-01-02'],
      ['9999-12-30', '9999-12-31'],
    ] as const) {
      if (name === 'community-points' && from > '9') continue
      const by = Object.keys(dimensions)
      const printed = await figure(name, { from, to, ...(by.length > 0 ? { by } : {}) })
      assert.deepEqual(
        [printed.value, printed.n, printed.by],
        [0, share ? 0 : undefined, by.length > 0 ? [] : undefined],
        `${name} ${from}`,
      )
      assert.doesNotMatch(JSON.stringify(printed), /null|NaN/)
    }
})

test('what is asked wrongly is used wrongly (exit code 2), with what there is instead', async () => {
  const wrong = (measure: string, options: Record<string, string | string[]>, words: RegExp) =>
    assert.rejects(
      figure(measure, options),
      (error) => error instanceof Usage && words.test(error.message),
      String(words),
    )
  await wrong('shoes', {}, /shoes.*referrals-received/)
  await wrong('actions', { by: 'shoe' }, /by type, tier, quarter/)
  await wrong('actions', { by: 'type,shoe' }, /"shoe"/)
  await wrong('actions', { only: ['shoe=1'] }, /"shoe"/)
  await wrong('actions', { only: ['type'] }, /dimension=value/)
  await wrong('actions', { tier: 'nothing' }, /no tier "nothing"\. It has brief, longer-term/)
  await wrong('outcome-change', { only: ['change=better'] }, /improved, sustained, declined/)
  await wrong('satisfaction', { only: ['yes=1'] }, /true, false/)
  await wrong('actions', { from: '2018-12-31', to: '2018-12-30' }, /must not be before/)
  for (const day of ['2018-02-29', '29/02/2016', '2016-2-29', '2018-13-01', 'today', ''])
    await wrong('actions', { to: day }, /real date|Say --to/)
  await assert.rejects(
    figure('actions', { area: 'nowhere' }),
    (error) => error instanceof NotFound && /nowhere.*there is nottinghamshire/.test(error.message),
  )
})

test('both days count, the 29th of February and those on which the clocks change like any other', async () => {
  const days = [
    '2015-12-31',
    '2016-02-28',
    '2016-02-29',
    '2016-03-01',
    '2016-03-27',
    '2016-10-30',
    '2016-12-31',
    '2017-03-31',
    '2017-04-01',
  ]
  const area = await t.area()
  await t.act(
    area,
    { visit_id: '00000000-0000-7000-8000-000000000001', query: {} },
    async (ctx) =>
      void (await ctx.db
        .insertInto('referrals.referral')
        .values(
          days.map((received_on, i) => ({
            held_by: area.receiving_team_id,
            reference: `D${i}`,
            received_on,
            source: 'self',
            result: 'accepted' as const,
          })),
        )
        .execute()),
  )
  const day = fc.constantFrom(...days, '2016-01-01', '2016-03-26', '2017-01-01')
  await fc.assert(
    fc.asyncProperty(day, day, async (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const { value, by } = await figure('referrals-received', { from, to, by: 'quarter' })
      const within = days.filter((one) => one >= from && one <= to)
      assert.equal(value, within.length)
      assert.equal(
        by!.reduce((sum, line) => sum + Number(line.value), 0),
        value,
      )
    }),
    { numRuns: 30 },
  )
  const { by } = await figure('referrals-received', { from: '2017-03-31', to: '2017-04-01', by: 'quarter' })
  assert.deepEqual(
    by!.map((line) => line.quarter),
    ['2016-17 Q4', '2017-18 Q1'],
  )
})

test('what no row says is a line of its own, and can be asked for', async () => {
  const { by } = await figure('self-referrals', { from: '2015-01-01', to: '2017-12-31', by: 'district' })
  assert.deepEqual(
    by!.map(({ district, value }) => [district, value]),
    [['not-stated', 9]],
  )
  assert.equal(
    (await figure('self-referrals', { from: '2015-01-01', to: '2017-12-31', only: ['district=not-stated'] }))
      .value,
    9,
  )
})
