// Decision 7: a number or an address is used only as the one door gives it. Nothing outside this module so much as names the tables
// that hold them, but to ask whether a row is there.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import test from 'node:test'

const SRC = join(import.meta.dirname, '..', '..', '..')
/** Generated from the schema: it holds types and reads nothing. */
const NOT_CODE = new Set(['platform/database/tables.ts'])

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.endsWith('.test.ts') &&
      !file.startsWith('testing/') &&
      !NOT_CODE.has(file),
  )

/** Each place where a text names a table of contact values. */
const named = (text: string) =>
  [...text.matchAll(/people\.(?:contact_method|address)\b/g)].map((match) => match.index)

test('no other module’s code reads contact values', () => {
  const outside = files.filter((file) => !file.startsWith('modules/people/'))
  assert.ok(outside.length > 50, 'the whole of the source is read')
  const readers = outside.filter((file) => named(readFileSync(join(SRC, file), 'utf8')).length > 0)
  assert.deepEqual(readers, [], 'ask people for it: safeContact, personHead, recordPeople')
})

test('within people, values leave only by the door, and for finding and comparing', () => {
  const readers = files
    .filter(
      (file) => file.startsWith('modules/people/') && named(readFileSync(join(SRC, file), 'utf8')).length > 0,
    )
    .map((file) => relative('modules/people', file))
    .toSorted()
  assert.deepEqual(readers, [
    'addresses/queries.ts',
    'addresses/record-address.ts',
    'addresses/review-address.ts',
    'bulk/record-people.ts',
    'contact-methods/add-contact-method.ts',
    'contact-methods/change-contact-method.ts',
    'contact-methods/stop-channel.ts',
    'keys/key-facts.ts',
    'moving/move-people.ts',
    'new/add-to-known.ts',
    'safe-contact/read-contact.ts',
  ])
})

test('no front door of people hands out what the door has not judged', async () => {
  const front = readFileSync(join(SRC, 'modules', 'people', 'index.ts'), 'utf8')
  for (const inner of ['readKeyFacts', 'contactUses', 'previousAddresses', 'answer'])
    assert.ok(!front.includes(inner), inner)
})
