// A victim service moves in, with as many rows as Nottinghamshire's had, against COPY of the same rows into the same tables in the same run.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateService } from './intake/generate-service.ts'
import { measureImport } from './intake/measure-import.ts'
import { printImport } from './intake/print-import.ts'
import { AREA } from './stage/stage.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const TABLES = [
  'people.person',
  'people.contact_method',
  'people.address',
  'people.person_key',
  'referrals.referral',
  'support.case',
  'support.closure',
  'support.action',
  'outcomes.self_assessment',
  'outcomes.survey',
  'restorative_justice.rj_referral',
  'community_points.community_point',
]

const measured = await measureImport("A service's export", TABLES, async ({ folder }) => {
  const export_folder = join(folder, 'export')
  mkdirSync(export_folder)
  const rows = generateService(export_folder)
  return { words: ['import', 'service', '--area', AREA, export_folder], rows }
})
process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : printImport(measured))
