import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { testApp } from '../../../testing/cast.ts'
import { makeSmallService } from '../writing/service-in-small.ts'
import { countHere } from './counted-here.ts'
import type { FigureSource } from './queries.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const small = await ruth.act((ctx) => makeSmallService(ctx, 18))
const answers = small.surveys.filter(({ satisfied }) => satisfied !== null)

const source = (figure: string, counted_by: string): FigureSource => ({
  area_id: ruth.actor.area_id,
  figure_source_id: 'one',
  update_id: 'update',
  held_by: ruth.actor.team_ids[0]!,
  figure,
  place: 1,
  about: 'people who were satisfied',
  n: null,
  origin: 'the records',
  as_at_on: '2019-03-31',
  counted_by,
  counted_from: '2018-01-01',
  entered_by: ruth.actor.actor_id,
  entered_at: new Date(0),
  entered_by_name: 'Ruth Adeyemi',
})
const now = async (figure: string, counted_by: string) =>
  (await ruth.act((ctx) => countHere(ctx, [source(figure, counted_by)]))).get('one')!

test('a share of few people is not said of a number that somebody typed', async () => {
  assert.ok(answers.length > 0 && answers.length < 10)
  const { value, agrees } = await now('50%', 'satisfaction')
  assert.equal(value, 'too few to say')
  assert.equal(agrees, false)
})

test('what is small is what the area has set', async () => {
  const conferences = small.rj.filter(({ outcome }) => outcome === 'conference').length
  assert.ok(conferences > 0 && conferences < 5)
  const said = async () => (await now('20', 'rj-referrals:outcome:conference')).value
  assert.equal(await said(), 'fewer than 5')
  assert.equal((await now('18', 'referrals-received')).value, '18')
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  await client.query(`set waymark.area_id = '${ruth.actor.area_id}'`)
  await client.query(
    `update access.area set settings = settings || '{"small_numbers":{"office":0}}' where area_id = $1`,
    [ruth.actor.area_id],
  )
  await client.end()
  assert.equal(await said(), String(conferences))
})
