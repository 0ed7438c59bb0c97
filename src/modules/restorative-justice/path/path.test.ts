import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RJ_OUTCOMES } from '../codes.ts'
import { blockedBecause, type PathFacts, STEPS } from './path.ts'

const NOTHING: PathFacts = {
  steps: {},
  harmed_person: null,
  person_responsible: null,
  signed_off: false,
  domestic: false,
  domestic_allowed: false,
  outcome: null,
}

test('no gate opens without what stands before it', () => {
  const risk = fc.option(fc.record({ suitable: fc.boolean(), complex: fc.boolean() }), { nil: null })
  const facts = fc.record({
    steps: fc
      .subarray([...STEPS])
      .map((done) => Object.fromEntries(done.map((stage) => [stage, '2026-02-01']))),
    harmed_person: risk,
    person_responsible: risk,
    signed_off: fc.boolean(),
    domestic: fc.boolean(),
    domestic_allowed: fc.boolean(),
    outcome: fc.constantFrom(null, ...Object.keys(RJ_OUTCOMES)),
  })
  fc.assert(
    fc.property(facts, (known: PathFacts) => {
      if (blockedBecause('offender-contact', known) === null) {
        assert.ok(known.steps.suitability && known.harmed_person?.suitable)
        assert.ok(!known.harmed_person.complex || known.signed_off)
        assert.ok(!known.domestic || known.domestic_allowed)
      }
      if (blockedBecause('intervention', known) === null)
        assert.ok(known.steps.preparation && known.person_responsible?.suitable)
      if (blockedBecause('closed', known) === null)
        assert.ok(known.outcome && known.outcome !== 'in-preparation')
    }),
  )
  assert.equal(blockedBecause('initial-contact', NOTHING), null)
})
