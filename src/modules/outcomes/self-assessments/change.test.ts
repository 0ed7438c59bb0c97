import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { changeInWords, changeOf, type Scores } from './change.ts'

const scores = (cope: number | null, scale = 10): Scores => ({
  scale,
  cope,
  health_wellbeing: 1,
  safety: 1,
  informed: 1,
})

test('higher is better, equal is the same, lower is worse', () => {
  assert.equal(changeInWords(scores(3), scores(7), 'cope'), '3 to 7 of 10: better')
  assert.equal(changeInWords(scores(7), scores(7), 'cope'), '7 to 7 of 10: the same')
  assert.equal(changeInWords(scores(7), scores(3), 'cope'), '7 to 3 of 10: worse')
})

test('what was not asked twice, or on another scale, is never compared', () => {
  assert.equal(changeOf(scores(3), scores(null), 'cope'), undefined)
  assert.equal(changeOf(scores(null), scores(3), 'cope'), undefined)
  assert.equal(changeOf(scores(3, 5), scores(7, 10), 'cope'), undefined)
  assert.equal(changeInWords(scores(3), undefined, 'cope'), '3 of 10 at the first, not asked again')
})

test('turned round, improved is worse and the same stays the same', () => {
  const mirror = { improved: 'worse', same: 'same', worse: 'improved' } as const
  const score = fc.integer({ min: 1, max: 10 })
  fc.assert(
    fc.property(score, score, (a, b) => {
      assert.equal(changeOf(scores(a), scores(b), 'cope'), mirror[changeOf(scores(b), scores(a), 'cope')!])
    }),
  )
})
