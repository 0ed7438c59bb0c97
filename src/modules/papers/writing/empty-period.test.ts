// A paper about a time, or an area, of which little or nothing is recorded says so in sentences that can be read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VerbTools } from '#platform/cli/verb.ts'
import { testApp } from '../../../testing/cast.ts'
import { printVerb } from '../command-line/print-verb.ts'
import { makeSmallService } from './service-in-small.ts'

const t = await testApp()
await (await t.as('Ruth Adeyemi')).act((ctx) => makeSmallService(ctx, 12))

async function print(from: string, to: string): Promise<string> {
  let said = ''
  const tools = {
    pools: t.pools,
    act: t.act,
    say: (line: string) => void (said += `${line}\n`),
    json: () => {},
  } as unknown as VerbTools
  await printVerb.run({ options: { area: 'nottinghamshire', from, to }, rest: ['service-report'] }, tools)
  return said
}

test('nothing is a share of nobody, and no list or table stands without a line', async () => {
  const said = await print('2015-01-01', '2015-12-31')
  assert.match(said, /^4\.1 From January to December 2015 the service received no referrals\.$/m)
  assert.match(
    said,
    /^4\.\d In the same period the restorative justice \(RJ\) team received no referrals\.$/m,
  )
  assert.match(said, /Nobody with a last score from January to December 2015 has a first one beside it/)
  assert.match(
    said,
    /No satisfaction survey was sent to anybody whose case closed from January to December 2015\./,
  )
  assert.doesNotMatch(said, /no answers|0 of 0|They came from|Outcome \| Quarter/)
})

test('one day and one month are told as such', async () => {
  assert.match(
    await print('2018-03-15', '2018-03-15'),
    /^4\.1 On 15 March 2018 the service received 1 referrals?\./m,
  )
  assert.match(await print('2018-03-01', '2018-03-31'), /^1\.1 .* delivered in March 2018, and/m)
})

test('the tables do not hide what the sentences say', async () => {
  const said = await print('2018-01-01', '2018-12-31')
  assert.match(said, /the service received 12 referrals and supported 6 people, 3 of them/)
  assert.match(said, /^People supported \| 6$/m)
  assert.match(said, /^Self-referrals \| 4$/m)
})
