// Nothing that reading could not tell is kept before a person has said what it is.
import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { listDeliverables } from '../deliverables/queries.ts'

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
  assert.equal((await nell.post(`${at}/keep`)).location, at)
  assert.match(wordsOf(review.text), /before you have said what each row that is not clear is/)
  const [line, total] = [...review.text.matchAll(/rows\/(\d+)">Say/g)].map(([, one]) => one)
  // The form begins with what the row would be, so that little is typed.
  const asked = (await nell.get(`${at}/rows/${line}`)).text
  assert.match(asked, />Improve the reporting of hate crime<\/textarea>/)
  assert.match(asked, /value="amber" checked/)
  const bare = await nell.post(`${at}/rows/${line}`, { what: 'deliverable', number: '2' })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Enter what is to be delivered/)
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
