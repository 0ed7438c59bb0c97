import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { assemble, makeApp } from '../../../app.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'
import { listAreas } from './area-actors.ts'
import { whyNotInProduction } from './production.ts'
import { areaVerbs } from './verbs.ts'

const t = await testApp()

test('a database with a demonstration in it is refused in production, by a sentence that names the areas', async () => {
  const areas = await listAreas(t.pools)
  assert.match(
    whyNotInProduction(areas, 'https://waymark.example.org') ?? '',
    /Cumbria and Nottinghamshire in this database are demonstrations/,
  )
  const real = areas.map((area) => ({ ...area, demonstration: false }))
  assert.equal(whyNotInProduction(real, 'https://waymark.example.org'), undefined)
  assert.equal(whyNotInProduction([], 'http://localhost:3000'), undefined)
  assert.match(whyNotInProduction(real, 'http://waymark.example.org') ?? '', /unencrypted/)
})

test('a demonstration is not added in production: Waymark would not start again', async () => {
  const area = join(import.meta.dirname, '../../../../database/cast/cumbria.json')
  const add = areaVerbs.find(({ words }) => words === 'area add')!
  const before = process.env.WAYMARK_ENV
  process.env.WAYMARK_ENV = 'production'
  try {
    await assert.rejects(
      add.run({ options: {}, rest: [area] }, { pools: t.pools, act: t.act } as never),
      /Cumbria is a demonstration, and WAYMARK_ENV is production/,
    )
  } finally {
    if (before === undefined) delete process.env.WAYMARK_ENV
    else process.env.WAYMARK_ENV = before
  }
})

test('in production nobody can be had by one click: the route is not there and the page does not offer it', async () => {
  const options = { ...t.options, demonstration: false }
  const app = makeApp(options, assemble(options))
  const b = visitor(app)
  const page = await b.get('/sign-in')
  assert.ok(!/Sign in as|Choose who to be/.test(wordsOf(page.text)))
  assert.match(wordsOf(page.text), /E-mail address/)
  assert.equal((await b.post('/sign-in/demonstration', { member_id: 'x' })).status, 404)
})

test('in the demonstration the page says so, and one click is enough', async () => {
  const b = visitor(t.app)
  const page = await b.get('/sign-in')
  assert.match(wordsOf(page.text), /This is a demonstration.*Every person in it is invented/)
  const [, id] = /name="member_id" value="([^"]+)"/.exec(page.text)!
  const inside = await b.post('/sign-in/demonstration', { member_id: id!, next: '/your-sign-in' })
  assert.equal(inside.url, '/your-sign-in')
  assert.match(wordsOf(inside.text), /You have no password here/)
})
