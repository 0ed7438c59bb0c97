// Tables of recorded crime held against what is published of other periods, and published or withdrawn by other teams of the office.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Ctx, newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { smallExtract } from '../../../testing/small-extract.ts'
import { readRules } from '../small-number-rules/rules.ts'
import { publishTables, readToPublish, withdrawTables } from './publish-tables.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const [nell, craig] = [await t.as('Nell Wainwright'), await t.as('Craig Galloway')]
const crimes = await smallExtract(t)
await crimes({ Burglary: 30, 'Vehicle offences': 40 })
await crimes({ Burglary: 1, 'Vehicle offences': 2 }, '2021-03-09')

const OWN = '/recorded-crime/published/2020-04-01-to-2021-03-31'
const PUBLIC = '/published/nottinghamshire/recorded-crime/2020-04-01-to-2021-03-31'
const readOn = (text: string) => /name="read" value="([^"]+)"/.exec(text)?.[1] ?? ''
const read = readOn((await craig.get(`${OWN}/publish`)).text)
await craig.post(`${OWN}/publish`, { read })

test('a period that shares days with a published one is named, and needs a reason that the office alone reads', async () => {
  const OTHER = OWN.replace('2021-03-31', '2021-02-28')
  const opened = (await craig.get(`${OTHER}/publish`)).text
  assert.match(opened, /Other published periods share days with this one/)
  assert.doesNotMatch(opened, /\(optional\)/)
  assert.ok(opened.includes(`<a class="govuk-link" href="${OWN}">April 2020 to March 2021</a>`))
  const mark = readOn(opened)
  const refused = await craig.post(`${OTHER}/publish`, { read: mark })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Enter why nothing hidden can be worked out from April 2020 to March 2021/)
  const overlaps_because = 'March alone is told in another paper already.'
  assert.equal((await craig.post(`${OTHER}/publish`, { read: mark, overlaps_because })).status, 303)
  assert.ok(
    (await nell.get(OTHER)).text.includes(`Held against April 2020 to March 2021: ${overlaps_because}`),
  )
  const theirs = await t.asNobody.get(PUBLIC.replace('2021-03-31', '2021-02-28'))
  assert.ok(theirs.status === 200 && !theirs.text.includes(overlaps_because))
  assert.doesNotMatch(
    (await craig.get('/recorded-crime/published/2019-04-01-to-2020-03-31')).text,
    /share days/,
  )
  const apart = (await craig.get(`${OWN.replaceAll('2020-04-01', '2021-03-01')}/publish`)).text
  assert.ok(apart.includes('April 2020 to March 2021') && !apart.includes('February 2021</a>'))
  await nell.post(`${OTHER}/withdraw`, { version: 'all', because: 'Of no use.' })
  assert.doesNotMatch((await craig.get(OWN)).text, /share days/)
})

test('another team of the office publishes by what the area decided, and is told what it cannot take down', async () => {
  const at = '/recorded-crime/small-numbers/crimes'
  await craig.post(at, { hide_below: '20', because: 'Small places.' })
  const team_id = await craig.act(async (ctx) => {
    const { organisation_id } = ctx.actor
    const team = { organisation_id, code: 'second', name: 'Second office', kind: 'office' as const }
    const added = ctx.db.insertInto('access.team').values(team).returning('team_id')
    return (await added.executeTakeFirstOrThrow()).team_id
  })
  const year = { from: '2020-04-01', to: '2021-03-31' }
  const asTeams = (team_ids: string[], work: (ctx: Ctx) => Promise<unknown>) =>
    t.act({ ...craig.actor, team_ids }, { visit_id: newId(), query: {} }, work)
  const withdraw = (ctx: Ctx) => withdrawTables(ctx, year, { version: 'all', because: 'x' })
  await asTeams([team_id], async (ctx) =>
    assert.equal((await readRules(ctx, 'public')).crimes.hide_below, 20, 'whoever decided it'),
  )
  await assert.rejects(asTeams([team_id], withdraw), /Another team of the office published these tables/)
  await assert.rejects(asTeams([], withdraw), /Only somebody in a team of the Commissioner/)
  const publishing = asTeams([team_id], async (ctx) =>
    publishTables(ctx, year, { read: await readToPublish(ctx, year), because: 'x' }),
  )
  await assert.rejects(publishing, /Another team of the office published these tables/)
  assert.equal((await t.asNobody.get(PUBLIC)).status, 200)
  await craig.post(at, { hide_below: '', because: 'Back to what is usual.' })
})
