import assert from 'node:assert/strict'
import test from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { idIn, type Someone, testApp } from '../../../testing/cast.ts'
import { bare, cumbriaPaper, rowsOf, sectionsOf, SOURCED, themePaper } from './original-facts.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')

const date = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** The first option of a page's list whose words match. */
const optionIn = (page: string, words: RegExp) =>
  [...page.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g)].find(([, , text]) => words.test(text!))![1]!

async function startPaper(who: Someone, cycle_id: string, template: string, theme: RegExp, meeting: string) {
  const form = `/plan-papers/start/${cycle_id}`
  const theme_id = optionIn((await who.get(form)).text, theme)
  const started = await who.post(form, {
    template,
    theme_id,
    report_to: 'Strategic Resources and Performance Meeting',
    ...date('meeting_on', meeting),
    agenda_item: '11',
    report_author: 'Chief Executive',
    is_public: 'yes',
  })
  assert.equal(started.status, 303)
  return started.location!
}

const importOf = async (theme: 1 | 2) => {
  const sent = await nell.post('/plan-imports/start', { name: `Theme ${theme}`, text: themePaper(theme) })
  return idIn((await nell.post(`${sent.location}/keep`)).location)
}

for (const { theme, meeting, title, cycle } of [
  { theme: 2, meeting: '2020-03-04', title: 'Helping and Supporting Victims', cycle: 'quarter 3 of 2019-20' },
  { theme: 1, meeting: '2020-11-04', title: 'Protecting People from Harm', cycle: 'quarter 1 of 2020-21' },
] as const)
  test(`Theme ${theme}, printed from records, gives the original’s facts`, async () => {
    const original = themePaper(theme)
    const rows = rowsOf(original)
    const paper = await startPaper(
      nell,
      await importOf(theme),
      'plan-theme-report',
      new RegExp(title),
      meeting,
    )
    const { text } = await nell.get(paper)
    const printed = bare(text)
    // Number, owner and words of every row, in order; every word of every update.
    let at = 0
    for (const { number, owners, words } of rows) {
      at = printed.indexOf(`${number} ${bare(owners)} ${bare(words)}`, at)
      assert.ok(at > 0, `${number} ${owners}`)
    }
    const from = original.split('\n').findIndex((line) => line.startsWith('1	'))
    const count = (words: string[]) =>
      words.reduce((all, word) => all.set(word, (all.get(word) ?? 0) + 1), new Map<string, number>())
    const [before, now] = [
      count(bare(original.split('\n').slice(from).join(' ')).split(' ')),
      count(printed.split(' ')),
    ]
    const lost = [...before].filter(
      ([word, number]) =>
        /[a-z]{2}|\d{2}|£|%/.test(word) && word !== 'Update' && (now.get(word) ?? 0) < number,
    )
    // Dates in figures are printed in words.
    assert.deepEqual(
      lost.filter(([word]) => !/^\d{2}$/.test(word)),
      [],
    )
    // The counts, right where the original's were not.
    assert.match(printed, new RegExp(`All ${rows.length} are graded Green`))
    assert.ok(
      printed.includes(
        `Green Achieved or Adequate Progress being Made ${rows.length} of ${rows.length} 100 0%`,
      ),
    )
    assert.ok(
      printed.includes(`Red Unachieved or strong likely that it won t be achieved 0 of ${rows.length} 0 0%`),
    )
    assert.ok(printed.includes('The overall rating is therefore very good'))
    assert.ok(
      printed.includes(`Theme ${theme} of the Police and Crime Plan 2018 21 during and up to ${bare(cycle)}`),
    )
    assert.ok(printed.includes('On 7 February 2018 the Commissioner presented'))
  })

test('Theme 2’s dates and authors stand by their updates', async () => {
  const papers = await nell.get('/papers')
  const url = /href="(\/papers\/[0-9a-f-]{36})">[^<]*Theme 2/.exec(papers.text)![1]!
  const printed = bare((await nell.get(url)).text)
  for (const head of [
    'Update January 2020 NW CG As at the end of Quarter 2',
    'Update October 2019 NW CG The Victim CARE service now has a total of 32',
    'Update 31 January 2020 Force The Stalking Steering Group',
    'Update January 2020 NW NOPCC The PCC has funded',
    'Update October 2019 CG NOPCC Following discussions',
    'Update 3 February 2020 KD Victims and survivors',
    'Update 11 February 2020 HK 40 cases',
    'Update 3 March 2020 KD The work',
  ])
    assert.ok(printed.includes(bare(head)), head)
  const file = await nell.get(`${url}/paper.docx`)
  const xml = strFromU8(unzipSync(new Uint8Array(await file.response.arrayBuffer()))['word/document.xml']!)
  assert.match(xml, /<w:tblHeader\/>/)
  assert.ok(bare(xml).includes('Update January 2020 NW NOPCC The PCC has funded'))
  // Signed off by a second person: it stays as it was.
  const craig = await t.as('Craig Galloway')
  assert.equal((await craig.post(`${url}/sign-off`)).status, 303)
  assert.match((await nell.get(url)).text, /Signed off by Craig Galloway/)
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
  assert.equal((await (await t.as('Dan Jessop')).get(form)).status, 403)
})

test('Cumbria’s objective 3, typed once with its figures and their sources, prints the original’s words', async () => {
  const sections = sectionsOf(cumbriaPaper())
  assert.deepEqual(
    sections.map(({ paragraphs }) => paragraphs.length),
    [2, 7, 1, 2, 3, 2],
  )
  const plan = (
    await nell.post('/delivery-plans/start', {
      title: 'Police and Crime Plan',
      ...date('starts_on', '2021-04-01'),
      ...date('ends_on', '2025-03-31'),
      theme_word: 'Objective',
      deliverable_word: 'Priority',
      themes: 'A Police Service for the Public\nPrevent Crime\nA Focus on Victims',
      green_means: 'G',
      amber_means: 'A',
      red_means: 'R',
      white_means: 'W',
    })
  ).location!
  for (const [name, value, origin] of SOURCED)
    assert.equal((await nell.post(`${plan}/sourced-figures/add`, { name, value, origin })).status, 303)
  const year = (
    await nell.post(`${plan}/years/add`, {
      title: '2022-23',
      ...date('starts_on', '2022-04-01'),
      ...date('ends_on', '2023-03-31'),
    })
  ).location!
  const theme_id = optionIn((await nell.get(`${year}/deliverables/add`)).text, /A Focus on Victims/)
  for (const { number, title } of sections.slice(1))
    assert.equal(
      (
        await nell.post(`${year}/deliverables/add`, {
          theme_id,
          number,
          words: title,
          owners: 'OPCC',
          organisation: 'OPCC',
          rule: 'none',
          measured_over: 'quarter',
          less_is_better: 'no',
        })
      ).status,
      303,
    )
  const cycle = (
    await nell.post(`${year}/cycles/open`, {
      name: 'Quarter 1',
      ...date('period_from', '2022-04-01'),
      ...date('period_to', '2022-06-30'),
      ...date('due_on', '2022-07-04'),
    })
  ).location!
  const bound = new Set<string>()
  for (const { title, paragraphs } of sections.slice(1)) {
    const links = [...(await nell.get(year)).text.matchAll(/href="(\/deliverables\/[0-9a-f-]{36})">([^<]*)/g)]
    const url = links.find(([, , text]) => bare(text!) === bare(title))![1]!
    const words = SOURCED.reduce((text, [name, value]) => {
      if (!text.includes(value)) return text
      bound.add(name)
      return text.replace(value, `{{ ${name} }}`)
    }, paragraphs.join('\n\n'))
    assert.equal(
      (await nell.post(`${url}/updates/write`, { words, author: 'OPCC', ...date('dated_on', '2022-07-04') }))
        .status,
      303,
    )
  }
  assert.equal(bound.size, SOURCED.length, 'every figure with a source is bound in the text')
  const paper = await startPaper(
    nell,
    idIn(cycle),
    'plan-objective-report',
    /A Focus on Victims/,
    '2022-07-04',
  )
  await nell.post(`${paper}/sections/1`, { words: sections[0]!.paragraphs.join('\n\n') })
  const { text } = await nell.get(paper)
  const printed = bare(text)
  for (const { number, title, paragraphs } of sections.slice(1)) {
    assert.ok(printed.includes(`${number} ${bare(title)}`), title)
    for (const [index, words] of paragraphs.entries())
      assert.ok(printed.includes(bare(`${number}.${index + 1} ${words}`)), `${number}.${index + 1}`)
  }
  for (const words of sections[0]!.paragraphs) assert.ok(printed.includes(bare(words)))
  // Where the original says "Overview of Objective 1", the number comes from the record.
  assert.match(printed, /1 Overview of objective 3/)
  for (const [name, value, origin] of SOURCED)
    assert.ok(printed.includes(bare(`${name} ${value} Not counted here Source ${origin}`)), name)
})
