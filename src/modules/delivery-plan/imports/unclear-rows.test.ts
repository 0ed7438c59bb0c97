// Nothing that reading could not tell is kept before a person has said what it is.
import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { type ReadPlan, readPlanText } from './reading/read-plan-text.ts'

const FRONT = 'THEME 2: HELPING VICTIMS\nPolice and Crime Plan (2018-21)\nReport of:\tThe Chief Executive\n'

test('an analyst says what an unclear row is, puts a misread one right, and only then keeps the paper', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const text = `${FRONT}POLICE AND CRIME DELIVERY PLAN (2019-20)\n(Quarter 3)\nNo\tOwner\tDeliverable\tRAG\n1\tNW\tOpen three more Community Points\tBlue\nX\tForce\tImprove the reporting of hate crime\tA\nTotal\t2\t100%`
  const sent = await nell.post('/plan-imports/start', { name: 'Another office', text })
  assert.equal(sent.status, 303)
  const at = sent.location!
  const review = await nell.get(at)
  assert.match(
    wordsOf(review.text),
    /Not clear: 2 rows .*X \| Force \| Improve the reporting of hate crime \| A/,
  )
  const early = await nell.post(`${at}/keep`)
  assert.equal(early.status, 422)
  assert.match(early.text, /Say what each row that is not clear is/)
  assert.match(wordsOf(review.text), /before you have said what each row that is not clear is/)
  const [line, total] = [...review.text.matchAll(/rows\/(\d+)">Say/g)].map(([, one]) => one)
  // The form begins with what the row would be, so that little is typed.
  const asked = (await nell.get(`${at}/rows/${line}`)).text
  assert.match(asked, />Improve the reporting of hate crime<\/textarea>/)
  assert.match(asked, /value="amber" checked/)
  const bare = await nell.post(`${at}/rows/${line}`, { what: 'deliverable', number: '2' })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Enter what is to be delivered/)
  const same = await nell.post(`${at}/rows/${line}`, { what: 'deliverable', number: '1', words: 'Another' })
  assert.equal(same.status, 422)
  assert.match(same.text, /Number 1 is [^.]*Open three more Community Points[^.]*\. Give this one another/)
  const row = {
    what: 'deliverable',
    number: '2',
    owners: 'Force',
    words: 'Improve the reporting of hate crime',
    status: 'amber',
  }
  assert.equal((await nell.post(`${at}/rows/${line}`, row)).status, 303)
  assert.equal((await nell.post(`${at}/rows/${total}`, { what: 'nothing' })).status, 303)
  const first = Number(line) - 1
  assert.match((await nell.get(`${at}/rows/${first}`)).text, /value="green" checked/)
  await nell.post(`${at}/rows/${first}`, {
    ...row,
    number: '1',
    owners: 'NW',
    words: 'Open four',
    status: 'red',
  })
  const about = {
    plan_title: 'Police and Crime Plan (2018-21)',
    theme_word: 'Theme',
    deliverable_word: 'Deliverable',
    theme_number: '2',
    theme_title: 'Helping victims',
    year: '2019',
    quarter: 'q3',
    ...Object.fromEntries(
      [
        ['plan_starts_on', '2018-04-01'],
        ['plan_ends_on', '2021-03-31'],
      ].flatMap(([name, day]) =>
        ['year', 'month', 'day'].map((part, index) => [`${name}-${part}`, day!.split('-')[index]!]),
      ),
    ),
  }
  assert.equal((await nell.post(`${at}/about`, about)).status, 303)
  const kept = await nell.post(`${at}/keep`)
  assert.match(kept.location!, /plan-cycles/)
  const listed = await nell.act(async (ctx) => {
    const { year_id } = await ctx.db
      .selectFrom('delivery_plan.cycle')
      .select('year_id')
      .where('cycle_id', '=', idIn(kept.location))
      .executeTakeFirstOrThrow()
    return listDeliverables(ctx, year_id)
  })
  assert.deepEqual(
    listed.map(({ number, owners, words }) => [number, owners, words]),
    [
      [1, 'NW', 'Open four'],
      [2, 'Force', 'Improve the reporting of hate crime'],
    ],
  )
  assert.equal((await nell.post(`${at}/rows/${first}`, row)).status, 422)
  assert.equal((await nell.get(`${at}/rows/999`)).status, 404)
})

test('another table of the paper is left out at once, and comes back when it is told otherwise', async () => {
  const t = await testApp()
  const nell = await t.as('Nell Wainwright')
  const text = `${FRONT}No\tOwner\tDeliverable\tRAG\n1\tNW\tOpen more points\tG\n2\tCG\tTrain schools\tA\nRisk\tMitigating action\tOwner\tRating\nNo building is found\tLook further afield\tNW\tAmber\nNobody comes\tAdvertise\tCG\tRed`
  const at = (await nell.post('/plan-imports/start', { name: 'With risks', text })).location!
  const review = (await nell.get(at)).text
  assert.match(wordsOf(review), /Not clear: 3 rows .*Leave several of these out/)
  const nothing = await nell.post(`${at}/leave-out`)
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Select the rows that are to be left out/)
  assert.equal((await nell.post(`${at}/leave-out`, { lines: ['7', '999'] })).status, 404)
  assert.equal((await nell.post(`${at}/leave-out`, { lines: ['7', '8', '9'] })).location, at)
  const after = wordsOf((await nell.get(at)).text)
  assert.doesNotMatch(after, /Not clear/)
  assert.match(after, /8: No building is found \| Look further afield \| NW \| Amber Say what it is line 8/)
  assert.match((await nell.get(`${at}/rows/8`)).text, /value="nothing" checked/)
})

const everything = (read: ReadPlan) => JSON.stringify([read.deliverables, read.rest, read.unclear])

test('whatever a person says of a line, none is lost; what stood under a row that is none goes with it', () => {
  const text =
    'No\tOwner\tDeliverable\tRAG\n1\tNW\tOpen more points\tG\nUpdate 14.1.20: Two are open.\n2\tX\tNotes of the meeting\tG\nUpdate 15.1.20: It was noted.\nA closing remark'
  const left_out = readPlanText(text, { 4: { what: 'nothing' } })
  assert.deepEqual(
    left_out.deliverables.map(({ words, updates: said }) => [words, said.length]),
    [['Open more points', 1]],
  )
  assert.match(everything(left_out), /It was noted.*A closing remark/)
  const above = readPlanText(text, { 4: { what: 'above' } })
  assert.match(
    above.deliverables[0]!.updates.map(({ words }) => words).join(),
    /Notes of the meeting.*It was noted/,
  )
  // A line that was read as a remark may be something to be delivered, after all.
  const added = readPlanText(text, {
    6: { what: 'deliverable', number: 3, owners: 'CG', words: 'Close well', status: null },
  })
  assert.equal(added.deliverables[2]!.words, 'Close well')
})

test('a section that was read as one is left out, or said to be more of the one above', () => {
  const paper =
    'OBJECTIVE 3: A focus on victims\n1 Overview\nWhat this is.\n2 Commissioning support\n2.1 It was commissioned.\n3 Members’ questions\n3.1 There were none.\n4 Public awareness\n4.1 It was raised.'
  assert.equal(readPlanText(paper).deliverables.length, 3)
  const left_out = readPlanText(paper, { 6: { what: 'nothing' } })
  assert.deepEqual(
    left_out.deliverables.map(({ number }) => number),
    [2, 4],
  )
  assert.match(everything(left_out), /There were none/)
  const above = readPlanText(paper, { 6: { what: 'above' } })
  assert.match(
    above.deliverables[0]!.updates[0]!.words,
    /It was commissioned\.[^]*questions[^]*There were none/,
  )
})
