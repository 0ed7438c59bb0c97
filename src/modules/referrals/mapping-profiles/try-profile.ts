import { newId } from '#platform/act.ts'
import type { IntakeResult } from '#reference'
import { makeDecide } from '../transfers/decide-result.ts'
import type { ArrivedFile, ImportOptions } from '../transfers/import-transfer.ts'
import { plural } from '#platform/words/plurals.ts'
import { readIntakeRules } from '../transfers/intake-rules.ts'
import { arrivalKey } from '../landing/landing.ts'
import { openTransfer } from './read-rows.ts'

export type TriedRow = {
  row: number
  victim: number
  result: IntakeResult
  read: Record<string, unknown>
  problems: string[]
  remarks: string[]
}
export type TriedProfile = {
  rows: number
  blank_lines: number
  results: Partial<Record<IntakeResult, number>>
  /** The first rows as they would be read; only fields that have something. */
  first: TriedRow[]
  /** The first rows that could not be read. */
  errors: TriedRow[]
  lines: string[]
}

const SHOWN = 10

/** Reads a whole file by a profile and keeps nothing: what would become of its rows, and how the first ones are understood. */
export async function tryProfile(
  file: ArrivedFile,
  { act, actor, profile }: ImportOptions,
): Promise<TriedProfile> {
  const rules = await act(actor, { visit_id: newId(), query: {} }, (ctx) => readIntakeRules(ctx, profile))
  const decide = makeDecide(rules)
  const table = await openTransfer(file.open(), profile)
  const seen = new Set<string>()
  const tried: Omit<TriedProfile, 'lines' | 'blank_lines'> = { rows: 0, results: {}, first: [], errors: [] }
  for await (const rows of table.batches)
    for (const { row, victims } of rows) {
      tried.rows++
      for (const { victim, read, problems, remarks } of victims) {
        let result: IntakeResult = 'error'
        if (read && problems.length === 0) {
          const key = arrivalKey(profile.sender ?? profile.profile, read)
          ;({ result } = decide(read, seen.has(key)))
          seen.add(key)
        }
        tried.results[result] = (tried.results[result] ?? 0) + 1
        const list = result === 'error' ? tried.errors : tried.first
        if (list.length < SHOWN) list.push({ row, victim, result, read: saying(read), problems, remarks })
      }
    }
  const { blank_lines } = table.passedOver()
  return { ...tried, blank_lines, lines: inLines(tried) }
}

const saying = (read: Record<string, unknown> | null) =>
  Object.fromEntries(
    Object.entries(read ?? {}).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )

function inLines({ rows, results, first, errors }: Omit<TriedProfile, 'lines' | 'blank_lines'>): string[] {
  const line = ({ row, result, read, problems }: TriedRow) =>
    `  ${row}: ${result}  ${[...problems, ...Object.entries(read).map(([field, value]) => `${field}=${String(value)}`)].join('; ')}`
  if (rows === 0) return ['The file has its headings and no rows; nothing was changed.']
  return [
    `${plural(rows, 'row')}; nothing was changed. ${Object.entries(results)
      .map(([result, n]) => `${result} ${n}`)
      .join(', ')}.`,
    ...first.map(line),
    ...(errors.length > 0 ? ['Rows that could not be read:', ...errors.map(line)] : []),
  ]
}
