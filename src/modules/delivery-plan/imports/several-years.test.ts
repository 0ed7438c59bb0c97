import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { getCycle, listCycles } from '../cycles/queries.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { getYear, listYears } from '../plans/queries.ts'

test('a paper of two years is kept in both; what is only planned opens no cycle', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const text = [
    'THEME 2: HELPING VICTIMS\nPolice and Crime Plan (2018-21)\nDELIVERY PLAN 2019-20 (Quarter 3)',
    'No\tOwner\tDeliverable\tRAG\n1\tNW\tOpen more points\tG\nUpdate 14.1.20: Two are open.',
    'DELIVERY PLAN 2020-21',
    'No\tOwner\tDeliverable\tDue\n1\tCG\tTrain every school\tby the end of March 2021',
  ].join('\n')
  const sent = await nell.post('/plan-imports/start', { name: 'Two years', text })
  const kept = await nell.post(`${sent.location}/keep`)
  const [later, own] = await nell.act(async (ctx) => {
    const { year_id } = await getCycle(ctx, idIn(kept.location))
    return listYears(ctx, (await getYear(ctx, year_id)).plan_id)
  })
  const [planned] = await nell.act((ctx) => listDeliverables(ctx, later!.year_id))
  assert.deepEqual(
    [planned!.words, planned!.rule, planned!.due_on, later!.starts_on],
    ['Train every school', 'date', '2021-03-31', '2020-04-01'],
  )
  assert.deepEqual(await nell.act((ctx) => listCycles(ctx, later!.year_id)), [])
  assert.equal((await nell.act((ctx) => listCycles(ctx, own!.year_id)))[0]!.name, 'Quarter 3')
})
