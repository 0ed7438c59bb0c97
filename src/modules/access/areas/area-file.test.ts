import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AreaFile } from './area-file.ts'
import { readAreaFile } from './add-area.ts'

const cast = join(import.meta.dirname, '../../../../database/cast')
const cumbria = (): AreaFile => JSON.parse(readFileSync(join(cast, 'cumbria.json'), 'utf8')) as AreaFile
/** What is said of the file of Cumbria with one thing changed in it. */
const told = (change: (file: AreaFile & Record<string, unknown>) => unknown) => {
  const file = cumbria() as AreaFile & Record<string, unknown>
  change(file)
  try {
    readAreaFile(file)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

test('each thing that is wrong with an area file is told before anything is made', () => {
  const provider = (file: AreaFile) => file.organisations[0]!
  const settings = (more: object) => (file: AreaFile) => Object.assign(file.settings, more)
  assert.equal(
    told(() => {}),
    '',
  )
  assert.match(
    told((file) => (file.force_code = 'E23999999')),
    /E23999999 is no police force area/,
  )
  assert.match(
    told((file) => file.organisations.push(provider(file))),
    /two with the code "victim-support-cumbria"/,
  )
  assert.match(
    told((file) => provider(file).teams.push(provider(file).teams[0]!)),
    /two teams with the code "all-staff"/,
  )
  assert.match(
    told((file) => (provider(file).teams[0]!.kind = 'restricted')),
    /of the kind restricted, and cannot take/,
  )
  assert.match(told(settings({ receiving_team: 'commissioner/office' })), /of the kind office/)
  assert.match(told(settings({ receiving_team: 'no/team' })), /no team "no\/team"/)
  assert.match(
    told((file) => (file.organisations[1]!.members[0]!.email = 'HOLLY.TYSON@example.org')),
    /two members have the e-mail address holly\.tyson@example\.org/,
  )
  assert.match(
    told((file) => (provider(file).code = 'waymark')),
    /kept for Waymark itself/,
  )
  assert.match(
    told((file) => (file.nmae = 'x')),
    /nmae: there is no such part/,
  )
  assert.match(
    told(settings({ small_numbers: { office: 'five' } })),
    /settings\.small_numbers\.office: write a/,
  )
  assert.match(told(settings({ intake: { scopes: {} } })), /settings\.intake\.scopes: there is no such part/)
  assert.match(told(settings({ matching: { link: 'high' } })), /settings\.matching\.link: write a number/)
  assert.match(
    told(settings({ small_number: { office: 10 } })),
    /settings\.small_number: there is no such part\. Did you mean “small_numbers”/,
  )
  assert.match(told(settings({ small_numbers: { office: -3 } })), /small_numbers\.office: write 0 or more/)
  assert.match(
    told(settings({ intake: { serves_outcodes: ['ca1 2bb'] } })),
    /outcodes\.0: write the first half/,
  )
  assert.equal(told(settings({ intake: { serves_outcodes: ['CA1'] } })), '')
  assert.match(
    told((file) => (file.name = '')),
    /^name: it is empty/,
  )
  assert.match(
    told((file) => (file.organisations[1]!.members[0]!.email = 'holly')),
    /email: write an e-mail address, like/,
  )
  assert.match(
    told((file) => (file.organisations = [])),
    /organisations: write at least 1/,
  )
  assert.throws(() => readAreaFile([]), /The file: write an object in braces/)
})
