// A correction begins with all that people gave the paper it corrects: their words, their answers to the checks, the sources of numbers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPaper } from '#papers'
import { idIn, testApp } from '../../../testing/cast.ts'
import { signPaperOff, startSmallPaper } from '../../../testing/publication-cast.ts'
import { makeThemePaper } from '../plan-papers/plan-papers-cast.ts'

const t = await testApp()
const [nell, nadia, craig] = [
  await t.as('Nell Wainwright'),
  await t.as('Nadia Whelan'),
  await t.as('Craig Galloway'),
]
const checked = async (paper_id: string) => (await nell.act((ctx) => checkPaper(ctx, paper_id))).findings

test('what an editor answered stands in the correction, in their name, while its sentence is the same', async () => {
  const paper_id = await startSmallPaper(nell, 'We heard that 90% of people were satisfied.')
  const [finding] = (await checked(paper_id)).filter(({ rule }) => rule === 'percent-without-n')
  const reason = 'Told at the meeting in March.'
  assert.equal((await nell.post(`/papers/${paper_id}/checks/${finding!.key}`, { reason })).status, 303)
  await signPaperOff(nell, craig, paper_id)
  const begun = await nadia.post(`/papers/${paper_id}/correct`, { because: 'A date was wrong.' })
  const correction = idIn(begun.location)
  const [again] = (await checked(correction)).filter(({ key }) => key === finding!.key)
  assert.deepEqual([again?.answer?.reason, again?.answer?.answered_by_name], [reason, 'Nell Wainwright'])
  await nadia.post(`/papers/${correction}/sections/8`, {
    words: 'We heard that 95% of people were satisfied.',
  })
  const changed = (await checked(correction)).filter(({ rule }) => rule === 'percent-without-n')
  assert.deepEqual(
    changed.map(({ answer }) => answer),
    [undefined],
  )
})

test('every number of a plan’s paper has its source in the correction too', async () => {
  const url = await makeThemePaper(nell, 2)
  // What signing keeps: how a paper is signed is another test's.
  await craig.act(async (ctx) => {
    const paper_id = idIn(url)
    const { held_by } = await ctx.db
      .selectFrom('papers.paper')
      .select('held_by')
      .where('paper_id', '=', paper_id)
      .executeTakeFirstOrThrow()
    const signed = { paper_id, held_by, document: '{}', figures: '[]' }
    await ctx.db.insertInto('papers.sign_off').values(signed).execute()
  })
  const begun = await nell.post(`${url}/correct`, { because: 'A date was wrong.' })
  const { text } = await nell.get(`/papers/${idIn(begun.location)}/sources`)
  assert.match(text, /Every one has a source/)
})
