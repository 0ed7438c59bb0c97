// One row a crime: whoever has a column in the file is read, or the file is refused with a sentence. Nobody is passed over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf } from '../transfers/decided-in-memory.ts'
import { readProfile } from './mapping-profile.ts'

const profileWith = (more: object, columns: object = {}) =>
  readProfile({
    profile: 'fen-victims',
    title: 'One row a crime',
    row_is: 'crime',
    ...more,
    columns: {
      occurrence_no: 'Ref',
      reported_on: 'On',
      surname: 'V{n} Name',
      mobile: { column: 'V{n} Tel', optional: true },
      ...columns,
    },
  })
const surnames = async (profile: ReturnType<typeof profileWith>, text: string) =>
  (await rowsOf(profile, text)).map(({ victims }) =>
    victims.map(({ read, problems }) => read?.surname ?? problems[0]),
  )

test('headings with line breaks or more spaces than the profile has are the same headings', async () => {
  const text =
    'Ref,On,"V1\r\nName",V2  NAME\r\nF1,01/03/2024,Ada,\r\nF2,01/03/2024,,Bo\r\nF3,01/03/2024,Cy,Di\r\n'
  assert.deepEqual(await surnames(profileWith({}), text), [['Ada'], ['Bo'], ['Cy', 'Di']])
})

test('a victim whose optional column the file lacks is read all the same', async () => {
  const text = 'Ref,On,V1 Name,V1 Tel,V2 Name\nF1,01/03/2024,Ada,07700 900111,Bo\n'
  assert.deepEqual(await surnames(profileWith({}), text), [['Ada', 'Bo']])
})

test('a file where a later victim lacks a needed column is refused, and says which', async () => {
  const text = 'Ref,On,V1 Name,V1 Tel,V1 Agreed,V2 Name,V2 Tel\nF1,01/03/2024,Ada,,yes,Bo,\n'
  await assert.rejects(
    surnames(profileWith({}, { consent_basis: 'V{n} Agreed' }), text),
    /has no column “V2 Agreed”, which the profile asks for/,
  )
})

test('a file with room for more victims than the profile is refused, and says what to write', async () => {
  const text = 'Ref,On,V1 Name,V2 Name,V3 Name\nF1,01/03/2024,Ada,Bo,Cy\n'
  assert.deepEqual(await surnames(profileWith({ victims: 3 }), text), [['Ada', 'Bo', 'Cy']])
  await assert.rejects(
    surnames(profileWith({ victims: 2 }), text),
    /has a column “V3 Name”, and the profile has room for 2: say "victims": 3/,
  )
})

test('a row that names no victim still says which crime it is', async () => {
  const rows = await rowsOf(profileWith({}), 'Ref,On,V1 Name,V2 Name\nF7,01/03/2024,,\n')
  assert.deepEqual(
    rows.map(({ occurrence_no, victims }) => [occurrence_no, victims[0]!.problems]),
    [['F7', ['The row names no victim']]],
  )
})
