import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReferenceCsv } from '../read-reference-csv.ts'
import { codesOf, isCodeOf, wordsFor, type CodeList } from './code-list.ts'
import { ASB_QUALIFIERS, crimeOutcomes, HATE_STRANDS } from './crime-codes.ts'
import { ETHNICITIES, POLICE_ETHNICITIES } from './ethnicities.ts'
import * as referral from './referral-codes.ts'
import * as rj from './restorative-justice-codes.ts'
import * as support from './support-codes.ts'

const listed = (file: string, column: string, list: string) =>
  Object.fromEntries(
    readReferenceCsv(file)
      .filter((row) => row[column] === list)
      .map((row) => [row.code!, (row.label ?? row.name)!]),
  )

test('the constants are the lists of the reference files, code by code and word by word', () => {
  const { error, ...results } = referral.INTAKE_RESULTS
  assert.ok(error)
  const pairs: [string, string, string, CodeList][] = [
    ['referral-codes.csv', 'list', 'referral-source', referral.REFERRAL_SOURCES],
    ['referral-codes.csv', 'list', 'consent-basis', referral.CONSENT_BASES],
    ['referral-codes.csv', 'list', 'intake-result', results],
    ['referral-codes.csv', 'list', 'contact-channel', referral.CONTACT_CHANNELS],
    ['referral-codes.csv', 'list', 'contact-result', referral.CONTACT_RESULTS],
    ['referral-codes.csv', 'list', 'case-tier', referral.CASE_TIERS],
    ['referral-codes.csv', 'list', 'close-reason', referral.CLOSE_REASONS],
    ['needs-and-outcomes.csv', 'kind', 'need', support.NEEDS],
    ['needs-and-outcomes.csv', 'kind', 'outcome', support.OUTCOMES],
    ['needs-and-outcomes.csv', 'kind', 'support-type', support.SUPPORT_TYPES],
    ['needs-and-outcomes.csv', 'kind', 'satisfaction', support.SATISFACTION_QUESTIONS],
    ['rj-codes.csv', 'list', 'rj-stage', rj.RJ_STAGES],
    ['rj-codes.csv', 'list', 'rj-type', rj.RJ_TYPES],
    ['rj-codes.csv', 'list', 'rj-close', rj.RJ_CLOSE_REASONS],
    ['rj-codes.csv', 'list', 'rj-initiated-by', rj.RJ_INITIATORS],
    ['asb-categories.csv', 'kind', 'qualifier', ASB_QUALIFIERS],
  ]
  for (const [file, column, list, constant] of pairs)
    assert.deepEqual(listed(file, column, list), constant, list)
})

test('direct restorative justice types are those that the list calls direct', () => {
  const direct = readReferenceCsv('rj-codes.csv').filter((row) => row.notes === 'direct')
  assert.deepEqual(
    direct.map((row) => row.code),
    [...rj.DIRECT_RJ_TYPES],
  )
})

test('hate strands are those of the crime flags', () => {
  const strands = readReferenceCsv('crime-flags.csv').filter((row) => row.kind === 'hate-strand')
  assert.deepEqual(
    strands.map((row) => row.code),
    codesOf(HATE_STRANDS).map((code) => `hate-${code}`),
  )
})

test('ethnic groups are the options of the equality question, and every police code leads to one', () => {
  const file = join(import.meta.dirname, '../../../../database/reference/equality-questions.json')
  const pairs = readFileSync(file, 'utf8').matchAll(/\[\s*"([a-z-]+)",\s*"([^"]+)"\s*\]/g)
  const options = [...pairs].map(([, code, label]) => [code, label]).slice(0, Object.keys(ETHNICITIES).length)
  assert.deepEqual(Object.fromEntries(options), ETHNICITIES)
  for (const code of Object.values(POLICE_ETHNICITIES)) assert.ok(isCodeOf(ETHNICITIES, code))
})

test('an unknown code is shown as it is, never as another', () => {
  assert.equal(wordsFor(referral.CLOSE_REASONS, 'moved'), 'Moved out of area')
  assert.equal(wordsFor(referral.CLOSE_REASONS, 'toString'), 'toString')
  assert.ok(!isCodeOf(referral.CLOSE_REASONS, 'toString'))
  assert.equal(crimeOutcomes.length, 22)
})
