// A day's transfer of 100,000 rows: stored, matched, triaged and audited, against COPY of the same rows into the same tables in the same run.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateTransfer } from './intake/generate-transfer.ts'
import { measureImport } from './intake/measure-import.ts'
import { printImport } from './intake/print-import.ts'
import { AREA } from './stage/stage.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
})
const PROFILE = join(
  import.meta.dirname,
  '..',
  'src',
  'modules',
  'referrals',
  'profiles',
  'nottinghamshire-police.json',
)
const TABLES = ['people.person', 'people.contact_method', 'people.address', 'people.person_key'].concat(
  ['transfer', 'referral', 'held_row', 'receipt'].map((name) => `referrals.${name}`),
)

const measured = await measureImport('The daily transfer', TABLES, async ({ folder }) => {
  const rows = Number(values.rows)
  const file = join(folder, 'NOTTS_ADT_20170316.csv')
  await generateTransfer(file, rows)
  return { words: ['import', 'transfer', '--area', AREA, '--profile', PROFILE, file], rows }
})
process.stdout.write(
  values.json ? `${JSON.stringify(measured)}\n` : printImport(measured, { aim: 0.35, limit_mb: 300 }),
)
