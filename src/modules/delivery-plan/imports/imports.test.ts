import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import fc from 'fast-check'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { getCycle, ratingsIn } from '../cycles/queries.ts'
import { listUpdates } from '../updates/queries.ts'
import { readPaperFile } from './files/read-paper-file.ts'
import { readPlanText } from './reading/read-plan-text.ts'

const paper = (theme: number) =>
  readFileSync(join(import.meta.dirname, 'papers', `notts-2020-theme-${theme}.txt`), 'utf8')
const two = readPlanText(paper(2))
const one = readPlanText(paper(1))

test('Theme 2: 15 deliverables, their owners and updates, each from its line', () => {
  assert.deepEqual(
    two.deliverables.map(({ number }) => number),
    Array.from({ length: 15 }, (_, i) => i + 1),
  )
  assert.deepEqual(
    two.deliverables.map(({ owners }) => owners),
    [
      'NW/CG',
      'NW/CG',
      'NW/CG',
      'Force',
      'Force',
      'NW/CG',
      'Force',
      'KD',
      'NW',
      'NW',
      'HK',
      'NW',
      'NW',
      'HK',
      'KD',
    ],
  )
  assert.ok(two.deliverables.every(({ status }) => status === 'green'))
  assert.deepEqual(
    two.deliverables.map(({ updates }) => updates.length),
    [2, 2, 2, 1, 3, 2, 1, 1, 2, 2, 1, 2, 1, 1, 1],
  )
  const [force, nw, cg] = two.deliverables[4]!.updates
  assert.deepEqual([force!.author, force!.dated_on, force!.dated_to], ['Force', '2020-01-31', 'day'])
  assert.deepEqual([nw!.author, nw!.dated_on, nw!.dated_to], ['NW NOPCC', '2020-01-01', 'month'])
  assert.deepEqual([cg!.author, cg!.dated_on], ['CG NOPCC', '2019-10-01'])
  for (const { line, words } of two.deliverables) assert.ok(paper(2).split('\n')[line - 1]!.includes(words))
})

test('a sentence that the end of a page cut is one sentence again', () => {
  assert.match(two.deliverables[0]!.updates[1]!.words, /Event which Victim CARE facilitated in late 2018/)
  assert.match(two.deliverables[3]!.updates[0]!.words, /the members of the team and will utilise/)
  assert.match(one.deliverables[4]!.updates[0]!.words, /Children's Services, the Chief Constable/)
})

test('what the paper says of itself and its rows do not bear out is told', () => {
  assert.deepEqual(two.doubts, [
    'It says 14/15 (100%) Green; its rows give 15 of 15.',
    'It says 0/0 (0%) Red; its rows give 0 of 15.',
    'It says 1/15 (0%) White; its rows give 0 of 15.',
  ])
  assert.deepEqual(one.doubts, ['Number 5: some of what is said has no date.'])
})

test('Theme 1: 16 deliverables, an update without a heading, and a footnote under what it explains', () => {
  assert.equal(one.deliverables.length, 16)
  assert.deepEqual(
    one.deliverables[4]!.updates.map(({ dated_to, author, named }) => [dated_to, author, named]),
    [['none', 'VRU', false]],
  )
  assert.equal(one.deliverables[8]!.updates[0]!.author, 'DH + CG')
  assert.match(one.deliverables[8]!.updates[0]!.words, /\n\n¹ Cuckooing is a form of crime/)
  assert.doesNotMatch(one.deliverables[9]!.updates[0]!.words, /Cuckooing/)
  assert.match(
    one.deliverables[12]!.updates[0]!.words,
    /following:\n\n- Improving Lives[^\n]*\n- Chayah Project/,
  )
  assert.deepEqual(
    one.deliverables.map(({ updates }) => updates[0]!.dated_on),
    [
      '2020-10-09',
      '2020-09-29',
      '2020-09-24',
      '2020-09-24',
      null,
      '2020-10-07',
      '2020-09-30',
      '2020-09-30',
      '2020-10-08',
      '2020-09-30',
      '2020-09-24',
      '2020-09-24',
      '2020-09-29',
      '2020-09-24',
      '2020-10-08',
      '2020-09-24',
    ],
  )
})

test('no word of a row’s updates is lost', () => {
  for (const theme of [1, 2]) {
    const text = paper(theme)
    const from = text.split('\n').findIndex((line) => line.startsWith('1	'))
    const bare = (words: string) => words.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[^A-Za-z0-9£%]+/g, ' ')
    const original = bare(text.split('\n').slice(from).join(' ')).split(' ').filter(Boolean)
    const kept = new Map<string, number>()
    const count = (words: string) =>
      bare(words)
        .split(' ')
        .forEach((word) => kept.set(word, (kept.get(word) ?? 0) + 1))
    for (const { words, updates } of readPlanText(text).deliverables)
      [words, ...updates.map((u) => u.words)].forEach(count)
    const lost = [...Map.groupBy(original, (word) => word)].filter(
      ([word, all]) => all.length > (kept.get(word) ?? 0),
    )
    // What is left is what became a number, an owner, a colour, or the heading of an update.
    const heads = /^(\d{1,4}|Update|Force|NW|CG|KD|HK|VRU|DH|MS|NB|NOPCC|G|January|October|February)$/
    assert.deepEqual(
      lost.map(([word]) => word).filter((word) => !heads.test(word)),
      [],
    )
  }
})

test('a Word file of the same table reads the same', async () => {
  const cell = (lines: string[]) => new TableCell({ children: lines.map((line) => new Paragraph(line)) })
  const rows = two.deliverables.flatMap(({ number, owners, words, updates }) => [
    new TableRow({ children: [cell([String(number)]), cell([owners]), cell([words]), cell(['G'])] }),
    new TableRow({
      children: [
        cell(
          updates.flatMap((u) => [
            `Update ${u.dated_to === 'month' ? 'January 2020' : u.dated_on!.split('-').toReversed().join('.')}`,
            ...u.words.split('\n\n'),
          ]),
        ),
      ],
    }),
  ])
  const file = new Document({
    sections: [{ children: [new Paragraph('THEME 2: HELPING AND SUPPORTING VICTIMS'), new Table({ rows })] }],
  })
  const read = readPlanText(readPaperFile(await Packer.toBuffer(file)))
  assert.deepEqual(read.theme, { number: 2, title: 'Helping and Supporting Victims' })
  assert.deepEqual(
    read.deliverables.map(({ number, owners, words, status, updates }) => [
      number,
      owners,
      words,
      status,
      updates.length,
    ]),
    two.deliverables.map(({ number, owners, words, status, updates }) => [
      number,
      owners,
      words,
      status,
      updates.length,
    ]),
  )
})

test('what is no Word file is refused, and nothing that is pasted breaks the reading', () => {
  assert.throws(
    () => readPaperFile(new Uint8Array([80, 75, 3, 4, 0])),
    /could not be read as a Word document/,
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPlanText(text)))
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('1\tNW\tWords\tG', 'Update 31.2.20: x', '- a', '¹ note', '<p>', '')),
      (some) => void readPlanText(some.join('\n')),
    ),
  )
})

test('an analyst pastes a paper, looks at what was read from where, and keeps it', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const nothing = await nell.post('/plan-imports/start', { name: 'Empty', text: '' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Choose a Word file, or paste the text of the paper/)
  const sent = await nell.post('/plan-imports/start', { name: 'Theme 2, Q3 2019-20', text: paper(2) })
  assert.equal(sent.status, 303)
  const review = wordsOf((await nell.get(sent.location!)).text)
  assert.match(review, /It says 14\/15 \(100%\) Green; its rows give 15 of 15\./)
  assert.match(review, /Line 90/)
  assert.match(review, /31 January 2020, Force, line 108/)
  assert.deepEqual(
    await nell.act((ctx) => ctx.db.selectFrom('delivery_plan.deliverable').selectAll().execute()),
    [],
  )
  assert.equal((await (await t.as('Dan Jessop')).get(sent.location!)).status, 403)
  assert.equal((await (await t.as('Craig Galloway')).get(sent.location!)).status, 403)

  const kept = await nell.post(`${sent.location}/keep`)
  const cycle_id = idIn(kept.location)
  const cycle = await nell.act((ctx) => getCycle(ctx, cycle_id))
  assert.deepEqual([cycle.name, cycle.period_to, cycle.due_on], ['Quarter 3', '2019-12-31', '2020-03-04'])
  const rows = await nell.act((ctx) => listDeliverables(ctx, cycle.year_id))
  assert.deepEqual(
    rows.map(({ number, owners, organisation }) => [number, owners, organisation]).slice(2, 5),
    [
      [3, 'NW/CG', 'OPCC'],
      [4, 'Force', 'Force'],
      [5, 'Force', 'Force'],
    ],
  )
  assert.equal((await nell.act((ctx) => ratingsIn(ctx, cycle_id))).size, 15)
  const updates = await nell.act((ctx) => listUpdates(ctx, rows[4]!.deliverable_id))
  assert.deepEqual(
    updates.map(({ author, read_from }) => [author, read_from]),
    [
      ['Force', 'Theme 2, Q3 2019-20, line 108'],
      ['NW NOPCC', 'Theme 2, Q3 2019-20, line 108'],
      ['CG NOPCC', 'Theme 2, Q3 2019-20, line 108'],
    ],
  )
  // Kept once; and the next paper of the same plan joins it.
  await nell.post(`${sent.location}/keep`)
  const again = await nell.post('/plan-imports/start', { name: 'Again', text: paper(2) })
  const doubled = await nell.post(`${again.location}/keep`)
  assert.equal(doubled.status, 422)
  assert.match(doubled.text, /Number 1, 2, [^<]* and 15 is in [^<]* already. Nothing was kept./)
  assert.equal((await nell.act((ctx) => listDeliverables(ctx, cycle.year_id))).length, 15)
  const other = await nell.post('/plan-imports/start', { name: 'Theme 1', text: paper(1) })
  assert.match((await nell.post(`${other.location}/keep`)).location!, /plan-cycles/)
  const plans = await nell.act((ctx) => ctx.db.selectFrom('delivery_plan.plan').selectAll().execute())
  assert.equal(plans.length, 1)
  assert.equal(plans[0]!.amber_means, "Started but Inadequate Progress or Risk that it won't be achieved")
})
