// Tables of recorded crime on their way to the public and back: who may publish, what stays, what is told of a change, and what a withdrawal leaves.
import assert from 'node:assert/strict'
import test from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { smallExtract } from '../../../testing/small-extract.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const [nell, craig, ruth] = [
  await t.as('Nell Wainwright'),
  await t.as('Craig Galloway'),
  await t.as('Ruth Adeyemi'),
]
const actor = await t.area()
const crimes = await smallExtract(t)
await crimes({ Burglary: 30, 'Vehicle offences': 40, Rape: 2, Homicide: 12 })

const OWN = '/recorded-crime/published/2020-04-01-to-2021-03-31'
const PUBLIC = '/published/nottinghamshire/recorded-crime/2020-04-01-to-2021-03-31'
const readOn = (text: string) => /name="read" value="([^"]+)"/.exec(text)?.[1] ?? ''
async function publish(fields: Record<string, string> = {}) {
  const read = readOn((await craig.get(`${OWN}/publish`)).text)
  return craig.post(`${OWN}/publish`, { read, ...fields })
}
const seen = async (url = PUBLIC) => t.asNobody.get(url)
/** A line of a table among the tables themselves, or of what changed, which stands before them. */
const tablesIn = (text: string) => text.slice(text.indexOf('<article'))
const rowOf = (text: string, name: string) =>
  new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${name}(?:(?!</tr>).)*</tr>`, 's')
    .exec(text)?.[0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('nothing is public until a signatory publishes what they read', async () => {
  assert.equal((await seen()).status, 404)
  const page = (await nell.get(OWN)).text
  assert.ok(page.includes('Not published') && !page.includes(`${OWN}/publish`))
  assert.equal((await nell.get(`${OWN}/publish`)).status, 403)
  assert.equal((await ruth.get(OWN)).status, 403)
  const read = readOn((await craig.get(`${OWN}/publish`)).text)
  await crimes({ Burglary: 1 })
  const changed = await craig.post(`${OWN}/publish`, { read })
  assert.equal(changed.status, 422)
  assert.match(changed.text, /have changed since you opened/)
  assert.equal((await craig.post(`${OWN}/publish`, { read: 'guessed' })).status, 422)
  assert.equal((await publish()).status, 303)
})

test('the public reads area, period, as-at time, definitions and no small number', async () => {
  const { status, text, headers } = await seen()
  assert.equal(status, 200)
  for (const words of [
    'Nottinghamshire, April 2020 to March 2021',
    'As at',
    'Version 1, published',
    'counted once in each class in which they were a victim',
    'Counts from 1 to 9 are hidden',
    'of recorded crime and of anti-social behaviour',
  ])
    assert.ok(text.includes(words), words)
  assert.equal(rowOf(text, 'Vehicle offences'), 'Vehicle offences 40 47.06% 40 47.06%')
  assert.equal(rowOf(text, 'Rape'), 'Rape [c] [c] [c] [c]')
  assert.equal(rowOf(text, 'Homicide'), 'Homicide [c] [c] [c] [c]', 'keeps it company')
  assert.equal(headers.get('set-cookie'), null)
  assert.ok(text.length < 100 * 1024)
  assert.ok(!text.includes('Craig Galloway') && !text.includes('/measures/'))
})

test('nothing that was hidden is in what the public can reach: the page, the files, the rows', async () => {
  const { held } = await t.act({ ...actor, team_ids: [] }, { visit_id: newId(), query: {} }, async (ctx) => ({
    held: {
      figures: await ctx.db.selectFrom('insight.published_tables_figures').selectAll().execute(),
      versions: await ctx.db.selectFrom('insight.published_tables_version').selectAll().execute(),
    },
  }))
  assert.deepEqual([held.figures.length, held.versions.length], [0, 1])
  assert.ok(!JSON.stringify(held.versions).includes('"events":2'))
  for (const kind of ['docx', 'odt', 'ods']) {
    const { response, headers } = await seen(`${PUBLIC}/versions/1/tables.${kind}`)
    assert.equal(response.status, 200)
    assert.match(headers.get('content-disposition')!, /recorded-crime-2020-04-01-to-2021-03-31-version-1/)
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const words = strFromU8(parts[kind === 'docx' ? 'word/document.xml' : 'content.xml']!)
    assert.ok(words.includes('Vehicle offences') && words.includes('[c]'))
  }
  const office = await craig.act((ctx) =>
    ctx.db.selectFrom('insight.published_tables_figures').selectAll().execute(),
  )
  const kept = office[0]!.figures as { crimes: { value: number; query: string; as_at: string } }
  assert.equal(kept.crimes.value, 85)
  assert.match(kept.crimes.query, /insight\.crime/)
})

test('what is published stays when the records change; a new version tells each cell that changed, and why', async () => {
  assert.match((await publish()).text, /nothing in them has changed/)
  await crimes({ 'Vehicle offences': 3 })
  assert.equal(
    rowOf(tablesIn((await seen()).text), 'Vehicle offences'),
    'Vehicle offences 40 47.06% 40 47.06%',
  )
  assert.match(rowOf((await nell.get(OWN)).text, 'Vehicle offences')!, /Number of crimes 40 43/)
  assert.equal((await publish()).status, 422, 'not without a reason')
  assert.equal((await publish({ because: 'Three crimes were recorded late.' })).status, 303)
  const { text } = await seen()
  assert.ok(text.includes('Version 2') && text.includes('Three crimes were recorded late.'))
  const changed = text.slice(text.indexOf('What this version changed'))
  assert.match(rowOf(changed, 'Vehicle offences')!, /Number of crimes 40 43$/)
  assert.ok(!changed.includes('36.47%'), 'shares follow from the counts')
  const first = (await seen(`${PUBLIC}/versions/1`)).text
  assert.ok(first.includes('Superseded'))
  assert.equal(rowOf(tablesIn(first), 'Vehicle offences'), 'Vehicle offences 40 47.06% 40 47.06%')
})

test('a decision about small numbers has its reason and its history, and is the signatory’s alone', async () => {
  const at = '/recorded-crime/small-numbers/crimes'
  assert.equal((await nell.get(at)).status, 403)
  assert.equal((await craig.post(at, { hide_below: '0' })).status, 422, 'not without a reason')
  const because = 'Of the whole area, over a year.'
  assert.equal((await craig.post(at, { hide_below: '0', because })).status, 303)
  const rules = (await nell.get('/recorded-crime/small-numbers')).text
  assert.ok(
    rules.includes(because) && rules.includes('Craig Galloway') && rules.includes('Every count is printed'),
  )
  assert.equal(
    rowOf(tablesIn((await seen()).text), 'Rape'),
    'Rape [c] [c] [c] [c]',
    'holds from the next version',
  )
  assert.match(
    (await craig.get(`${OWN}/publish`)).text,
    /A count that was hidden in the version before would be shown/,
  )
  await publish({ because: 'The office decided to print every count.' })
  const { text } = await seen()
  assert.equal(rowOf(tablesIn(text), 'Rape'), 'Rape 2 2.27% 2 2.27%')
  assert.ok(text.includes(`Why every count is printed here, however small: ${because}`))
  await craig.post(at, { hide_below: '', because: 'Back to what is usual.' })
  const telling = /Version 3 prints a count that is hidden now.*it must be withdrawn, by its number/
  assert.match((await craig.get(`${OWN}/publish`)).text, telling)
  await publish({ because: 'Back to what is usual.' })
  const again = (await seen()).text
  assert.equal(rowOf(tablesIn(again), 'Rape'), 'Rape [c] [c] [c] [c]')
  const changed = again.slice(again.indexOf('What this version changed'), again.indexOf('<article'))
  assert.match(
    rowOf(changed, 'Rape')!,
    /Number of crimes \[c\] \[c\]$/,
    'what changed prints no hidden count',
  )
  assert.match((await nell.get(OWN)).text, telling, 'as long as it stands')
})

test('one version is withdrawn by its number, and the others stand', async () => {
  const because = 'It prints a count that is hidden now.'
  const asked = await nell.post(`${OWN}/withdraw`, { because })
  assert.match(asked.text, /Select which version is withdrawn/)
  assert.equal((await nell.post(`${OWN}/withdraw`, { version: '9', because })).status, 422)
  assert.equal((await nell.post(`${OWN}/withdraw`, { version: '3', because })).status, 303)
  assert.equal((await seen(`${PUBLIC}/versions/3`)).status, 410)
  for (const version of [1, 2, 4])
    assert.equal((await seen(`${PUBLIC}/versions/${version}`)).status, 200, `version ${version}`)
  assert.doesNotMatch((await nell.get(OWN)).text, /is hidden now\. The public can read it/)
  assert.equal((await nell.post(`${OWN}/withdraw`, { version: '3', because })).status, 422)
})

test('the latest version withdrawn, the one before stands again; all of them withdrawn, the address says so for good', async () => {
  assert.equal((await nell.post(`${OWN}/withdraw`, { version: '4' })).status, 422)
  const because = 'A class was misread.'
  await nell.post(`${OWN}/withdraw`, { version: '4', because })
  assert.match((await seen()).text, /Version 2, published/)
  const gone = await seen(`${PUBLIC}/versions/4`)
  assert.equal(gone.status, 410)
  assert.ok(gone.text.includes(because) && !gone.text.includes('Burglary'))
  await nell.post(`${OWN}/withdraw`, { version: 'all', because })
  for (const url of [PUBLIC, `${PUBLIC}/versions/3`, `${PUBLIC}/versions/1/tables.ods`])
    assert.equal((await seen(url)).status, 410, url)
  assert.ok(!(await t.asNobody.get('/published/nottinghamshire')).text.includes(PUBLIC))
  await publish({ because: 'Read anew.' })
  assert.match((await seen()).text, /Version 5, published/)
  assert.equal((await seen(`${PUBLIC}/versions/3`)).status, 410)
})

test('an address that is none is not there', async () => {
  for (const period of ['x', '2020-04-01', '2021-03-31-to-2020-04-01', '2020-02-31-to-2020-03-01'])
    for (const [who, at] of [
      [craig, `/recorded-crime/published/${period}`],
      [t.asNobody, `/published/nottinghamshire/recorded-crime/${period}`],
    ] as const)
      assert.equal((await who.get(at)).status, 404, at)
  for (const version of ['0', '99', 'x', '1e0'])
    assert.equal((await seen(`${PUBLIC}/versions/${version}`)).status, 404)
  assert.equal((await craig.get('/recorded-crime/small-numbers/toString')).status, 404)
  const empty = await craig.get('/recorded-crime/published/2001-04-01-to-2002-03-31/publish')
  assert.match(empty.text, /No extract of recorded crime covers this period/)
})
