import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareAll } from '../bulk-links/compare-all.ts'
import { asRecord, type KeyFacts } from '../keys/person-keys.ts'
import { ENOUGH, LINK_STAGES, THRESHOLDS } from '../matching/index.ts'
import { matchRecords } from './match-records.ts'

const person = (i: number): KeyFacts => ({
  forename: `Ada${i % 70}`,
  surname: `Brightwell${i % 130}`,
  previous_surnames: [],
  date_of_birth: `19${10 + (i % 89)}-0${1 + (i % 9)}-1${i % 10}`,
  sex: 'female',
  phones: [],
  emails: [],
  address: null,
  source_reference: null,
})

test('whoever waits for a comparison of everybody is told of each of its stages, here and from its thread', async () => {
  const people = Array.from({ length: ENOUGH }, (_, i) => person(i))
  const stages: number[] = []
  const told = { read: () => {}, compared: (done: number, of: number) => void stages.push(done / of) }
  const each = Array.from({ length: LINK_STAGES + 1 }, (_, i) => i / LINK_STAGES)
  await compareAll(people.map(asRecord), THRESHOLDS, told)
  assert.deepEqual(stages.splice(0), each)
  await matchRecords(people.length, async () => people, told)
  assert.deepEqual(stages, each)
})
