import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { stringify } from 'csv-stringify/sync'
import { strFromU8, unzipSync } from 'fflate'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  assertComplete,
  assertPrinted,
  bare,
  type Fact,
  factsOf,
  original,
  sourcedFigures,
  themeSources,
  wordsOf,
} from './original-facts.ts'
import {
  cumbriaSections,
  date,
  makeCumbriaPaper,
  makeThemePaper,
  optionIn,
  startPaper,
} from './plan-papers-cast.ts'

const t = await testApp()
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const nell = await t.as('Nell Wainwright')

/** Whether a page says this; a name begins with a capital in a list. */
const says = (html: string, words: string) => bare(html).toLowerCase().includes(bare(words).toLowerCase())

/** The rows of a page's table that begin with a number, by that number. */
const rowsOf = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].flatMap(([, row = '']) => {
      const number = /^\d+(?= )/.exec(bare(row.replace(/<span[^>]*aria-hidden[^]*?<\/span>/g, '')))?.[0]
      return number ? [[number, row] as const] : []
    }),
  )

/** That each fact is printed where it belongs, and says how many are. */
function assertSideBySide(name: string, facts: readonly Fact[], partOf: (at: string) => string): string {
  const words = new Map<string, ReturnType<typeof wordsOf>>()
  for (const fact of facts) {
    if (fact.printed === '') continue
    const at = fact.at
    if (!words.has(at)) words.set(at, wordsOf(partOf(at)))
    assertPrinted(words.get(at)!, fact)
  }
  const count = (kind: string) => facts.filter((fact) => fact.kind === kind).length
  const differ = facts.filter(({ because }) => because)
  const left = facts.filter(({ printed }) => !printed).length
  // WAYMARK_FACTS=FOLDER keeps all of them side by side, and not only those that differ.
  const folder = process.env['WAYMARK_FACTS']
  if (folder) {
    const sides = facts.map((fact) => ({ ...fact, same: fact.because ? 'no' : 'yes' }))
    writeFileSync(join(folder, `facts-${name}.csv`), stringify(sides, { header: true }))
  }
  return [
    `${facts.length} facts: ${count('deliverable')} deliverables, ${count('update')} updates, ${count('figure')} figures, ${count('date')} dates; ${left === 0 ? 'all printed' : `all printed but ${left}`}`,
    ...differ.map(({ original, printed, because }) => `“${original}” | “${printed}” | ${because}`),
  ].join('\n')
}

for (const theme of [1, 2] as const)
  test(`Theme ${theme}, printed from records, gives every fact of the original, its numbers as figures with their source`, async (it) => {
    const facts = factsOf(`theme-${theme}`)
    assertComplete(`theme-${theme}`, facts)
    const { text } = await nell.get(await makeThemePaper(nell, theme))
    if (theme === 2)
      assert.match(
        text,
        /href="https:\/\/example\.org\/delivery-plan-2019-20"[^>]*>revised Police and Crime Delivery Plan/,
      )
    const article = text.slice(text.indexOf('<article'))
    const appendix = article.slice(article.indexOf('Appendix A: Police'))
    const rows = rowsOf(appendix.slice(0, appendix.indexOf('Figures in this paper</h2>')))
    it.diagnostic(
      assertSideBySide(`theme-${theme}`, facts, (at) =>
        at === 'front' ? article : at === 'key' ? appendix : (rows.get(at) ?? ''),
      ),
    )
    // Each row is a deliverable of the original, and the list at the end says where each number comes from.
    const deliverables = facts.filter(({ kind }) => kind === 'deliverable')
    assert.equal(rows.size, deliverables.length)
    for (const { at, original } of deliverables)
      assert.ok(original.endsWith(' G') && />\s*Green\s*</.test(rows.get(at)!), `${at} is Green`)
    const sources = themeSources(theme)
    for (const { figure, at } of facts.filter((fact) => fact.figure)) {
      const row = [...article.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].find(
        ([, one = '']) =>
          /(?:Not c|C)ounted here/.test(one) &&
          new RegExp(` ${escaped(bare(figure))} (?:Not c|C)ounted here`).test(bare(one)) &&
          sources.some((source) => source.at === at && source.figure === figure && says(one, source.name)),
      )
      assert.ok(row, `${figure}, at ${at}`)
      const source = sources.find((one) => one.figure === figure && says(row[1]!, one.name))!
      assert.ok(
        bare(row[1]!).includes(bare(`Source: ${source.origin} Entered by Nell Wainwright`)),
        source.origin,
      )
    }
    assert.equal(sources.length, facts.filter((fact) => fact.figure).length, 'each has a source of its own')
  })

test('a number that a measure counts leads to it, and says where the records give another', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  // 34 registered by the end of September 2019: the paper says 34 then, and 32 of the month after.
  await ruth.act(async (ctx) => {
    await ctx.connection.query(
      `with point as (insert into community_points.community_point (held_by, name, district)
         select t.team_id, 'Invented point ' || n, 'Nottingham' from access.team t, generate_series(1, 34) n
         where t.code = 'all-staff' and t.team_id = any ($1::uuid[]) returning community_point_id, held_by)
       insert into community_points.stage (community_point_id, held_by, stage, reached_on) select community_point_id, held_by, 'registered', '2019-09-01' from point`,
      [ctx.actor.team_ids],
    )
  })
  const url = /href="(\/papers\/[0-9a-f-]{36})">[^<]*Theme 2/.exec((await nell.get('/papers')).text)![1]!
  const { text } = await nell.get(url)
  const printed = bare(text)
  assert.match(
    printed,
    /Registered Community Points at the end of quarter 2 34 Counted here Community Points/,
  )
  assert.match(printed, /in October 2019 32 Counted here the records give 34 not 32/)
  assert.match(
    text,
    /href="\/measures\/community-points\?from=2019-09-30&amp;to=2019-09-30&amp;stage=registered"/,
  )
})

test('Theme 2 is taken away as a Word file and an OpenDocument text; once it is signed off its sources stay', async () => {
  const url = /href="(\/papers\/[0-9a-f-]{36})">[^<]*Theme 2/.exec((await nell.get('/papers')).text)![1]!
  const file = await nell.get(`${url}/paper.docx`)
  const xml = strFromU8(unzipSync(new Uint8Array(await file.response.arrayBuffer()))['word/document.xml']!)
  assert.match(xml, /<w:tblHeader\/>/)
  assert.ok(bare(xml).includes('Update January 2020 NW NOPCC The PCC has funded'))
  const odt = await nell.get(`${url}/paper.odt`)
  const content = strFromU8(unzipSync(new Uint8Array(await odt.response.arrayBuffer()))['content.xml']!)
  assert.ok(bare(content).includes('Update January 2020 NW NOPCC The PCC has funded'))
  const craig = await t.as('Craig Galloway')
  const paper_id = idIn(url)
  await craig.act(async (ctx) => {
    const { held_by } = await ctx.db
      .selectFrom('papers.paper')
      .select('held_by')
      .where('paper_id', '=', paper_id)
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('papers.sign_off')
      .values({ paper_id, held_by, document: '{}', figures: '[]' })
      .execute()
  })
  const late = await nell.post(`${url}/sources/updates`)
  assert.match(late.text, /signed off/)
})

test('a paper cannot be for a meeting before its period has ended, nor about a part of another plan', async () => {
  const cycles = await nell.act((ctx) => ctx.db.selectFrom('delivery_plan.cycle').selectAll().execute())
  const form = `/plan-papers/start/${cycles[0]!.cycle_id}`
  const theme_id = optionIn((await nell.get(form)).text, /Helping/)
  const values = {
    template: 'plan-theme-report',
    theme_id,
    report_to: 'X',
    report_author: 'X',
    is_public: 'yes',
  }
  const early = await nell.post(form, { ...values, ...date('meeting_on', '2019-12-01') })
  assert.equal(early.status, 422)
  assert.match(early.text, /The meeting must be after the end of the period/)
  const other = await nell.post(form, {
    ...values,
    theme_id: cycles[0]!.cycle_id,
    ...date('meeting_on', '2030-12-01'),
  })
  assert.match(other.text, /Select the part of the plan from the list/)
  const unknown = await nell.post(form, { ...values, template: 'X', ...date('meeting_on', '2030-12-01') })
  assert.match(unknown.text, /Select the kind of paper from the list/)
  assert.equal((await (await t.as('Dan Jessop')).get(form)).status, 403)
})

test('Cumbria’s objective 3, typed once with its figures and their sources, gives every fact and every word of the original', async (it) => {
  const facts = factsOf('cumbria')
  assertComplete('cumbria', facts)
  const wilf = await t.as('Wilf Dixon', 'cumbria')
  const { text } = await wilf.get(await makeCumbriaPaper(wilf))
  const article = text.slice(text.indexOf('<article'))
  it.diagnostic(assertSideBySide('cumbria', facts, () => article))
  const printed = bare(article)
  for (const { number, title, paragraphs } of cumbriaSections()) {
    if (number > 1) assert.ok(printed.includes(`${number} ${bare(title)}`), title)
    for (const [index, words] of paragraphs.entries())
      assert.ok(printed.includes(bare(`${number}.${index + 1} ${words}`)), `${number}.${index + 1}`)
  }
  for (const { name, value, origin } of sourcedFigures())
    assert.ok(says(printed, `${name} ${value} Not counted here Source ${origin}`), name)
})

test('Cumbria’s paper read in by the import page gives the same facts, each number with its update as its source', async (it) => {
  const read = (await nell.post('/plan-imports/start', { name: 'Objective 3', text: original('cumbria') }))
    .location!
  const cycle_id = idIn((await nell.post(`${read}/keep`)).location)
  const paper = await startPaper(nell, cycle_id, {
    template: 'plan-objective-report',
    theme: /A Focus on Victims/,
    meeting: '2022-07-04',
    report_to: 'Police and Crime Panel',
    agenda_item: '6',
  })
  assert.equal((await nell.post(`${paper}/sources/updates`)).status, 303)
  const { text } = await nell.get(paper)
  const article = text.slice(text.indexOf('<article'))
  // What stands in the sections: the overview is the author's, typed in the paper.
  const facts = factsOf('cumbria').filter(({ at }) => /^[2-6]/.test(at))
  it.diagnostic(assertSideBySide('cumbria-imported', facts, () => article))
})

test('a number is given a better source than its update, and says who gave it', async () => {
  const wilf = await t.as('Wilf Dixon', 'cumbria')
  const url = /href="(\/papers\/[0-9a-f-]{36})"/.exec((await wilf.get('/papers')).text)![1]!
  const { text } = await wilf.get(`${url}/sources`)
  assert.match(text, /Every one has a source/)
  const [form] = [...text.matchAll(/href="([^"]+\/sources\/[0-9a-f-]{36})"/g)].map(([, href]) => href!)
  const page = await wilf.get(form!)
  const number = optionIn(page.text, /^4 /)
  const given = { number, about: 'years of the all-age contract', origin: 'NHS England, contract award' }
  assert.equal((await wilf.post(form!, { ...given, number: '99' })).status, 422)
  const counted = { ...given, counted_by: 'referrals-received' }
  assert.match((await wilf.post(form!, counted)).text, /Enter when it was so/)
  const all = { ...counted, number: 'rest', ...date('as_at_on', '2022-03-31') }
  assert.match((await wilf.post(form!, all)).text, /Select the one number/)
  const late = { ...counted, ...date('as_at_on', '2022-03-31'), ...date('counted_from', '2022-04-01') }
  assert.match((await wilf.post(form!, late)).text, /must not be after/)
  assert.equal((await wilf.post(form!, { ...given, counted_by: 'unicorns' })).status, 422)
  assert.equal((await wilf.post(form!, given)).status, 303)
  const printed = bare((await wilf.get(url)).text)
  assert.match(
    printed,
    /Years of the all age contract 4 Not counted here Source NHS England contract award Entered by Wilf Dixon/,
  )
  // Another area's analyst sees neither the paper nor its sources.
  assert.equal((await nell.get(`${url}/sources`)).status, 404)
  assert.equal(idIn(url).length, 36)
})
