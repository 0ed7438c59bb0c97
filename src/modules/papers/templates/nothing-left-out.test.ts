// What a paper counts part by part it counts whole: each kind there is stands in one of its figures, named or with the rest.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { measureNamed } from '#insight'
import type { BoundFigure } from './template.ts'

const { figures, sections } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'standard', 'service-report.json'), 'utf8'),
) as { figures: Record<string, BoundFigure>; sections: unknown }

for (const [measure, dimension] of [
  ['actions', 'type'],
  ['rj-referrals', 'outcome'],
  ['community-points', 'stage'],
] as const)
  test(`the parts of ${measure} in the service report are all that there are, each in one figure`, () => {
    const picked = Object.values(figures)
      .filter((figure) => figure.measure === measure && figure.pick)
      .flatMap(({ pick }) => pick![dimension]!.split('|'))
    assert.deepEqual(
      picked.toSorted(),
      Object.keys(measureNamed(measure).dimensions[dimension]!.words!).toSorted(),
    )
  })

test('each figure stands in a sentence', () => {
  const written = JSON.stringify(sections)
  for (const key of Object.keys(figures)) assert.ok(written.includes(`{{${key}}}`), key)
})
