// Where a measure that counts nothing now last counted something; and one that counts over years what is in no single year of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { smallExtract } from '../../../testing/small-extract.ts'
import { askFigure } from './ask-figure.ts'
import { lastYearCounted } from './last-year-counted.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const crimes = await smallExtract(t)
await crimes({ Burglary: 1 }, '2014-05-04', 'N-once-and-again')
await crimes({ Burglary: 1 }, '2016-09-09', 'N-once-and-again')
const nell = await t.as('Nell Wainwright')
const lastOf = (measure: string) =>
  nell.act(async (ctx) => {
    const asked = { measure, from: '2022-04-01', to: '2023-03-31' }
    return lastYearCounted(ctx, asked, await askFigure(ctx, asked))
  })

test('the latest year that counts something', async () => {
  assert.equal((await lastOf('victims-again'))?.from, '2016-04-01')
})

test('crimes two years apart are counted over both and in neither: none, and the search ends', async () => {
  const over_both = await nell.act((ctx) =>
    askFigure(ctx, { measure: 'time-to-repeat', from: '2014-04-01', to: '2017-03-31' }),
  )
  assert.equal(over_both.value, 1)
  assert.equal(await lastOf('time-to-repeat'), null)
})
