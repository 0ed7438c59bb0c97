import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { refuse } from '#platform/errors.ts'
import { isDay, wordsFor } from '#reference'
import { type Measure, measureNamed, type Period } from '../measures/index.ts'
import { humanBeings } from '../counted-once/human-beings.ts'

/** One line of a figure broken down: a value for each dimension, and the words for them as `label`. */
export type FigureLine = Record<string, string | number> & { label: string; value: number; n?: number }

/** A figure: a measure, asked of a period. `n` is the denominator of a share. */
export type Figure = {
  measure: string
  title: string
  area: string
  from: string
  to: string
  as_at: string
  value: number
  n?: number
  by?: FigureLine[]
  definition: string
  unit: string
  only?: Record<string, string>
  query: string
} & Partial<Record<string, unknown>>

export type Asked = Period & {
  measure: string
  by?: readonly string[]
  /** Only the rows with these values of a dimension, of a part ({ change: 'improved' }) or of a share ({ yes: 'true' }); several as 'a|b'. */
  only?: Readonly<Record<string, string>>
  /** Only what these teams hold: a provider asks about itself. Everything in the area when not given. */
  held_by?: readonly string[]
}

/**
 * The figure, computed now as the role that sees no names. Throws NotFound for a measure, and Invalid for a dimension or a period, that
 * there is none of.
 */
export async function askFigure(ctx: Ctx, asked: Asked): Promise<Figure> {
  const measure = measureNamed(asked.measure)
  checkAsked(measure, asked)
  const by = [...new Set(asked.by)]
  const counted = await countedRows(ctx, measure, asked)
  const { total, lines, text } = await ctx.asFigures((db) => countIn(db, measure, counted, by))
  return {
    measure: measure.name,
    title: measure.title,
    area: ctx.actor.area_code,
    from: asked.from,
    to: asked.to,
    as_at: ctx.now.toISOString(),
    ...total,
    ...(by.length > 0
      ? {
          by: inOrder(
            measure,
            by,
            lines.map((line) => lineOf(measure, by, line)),
          ),
        }
      : {}),
    definition: measure.definition,
    unit: measure.unit,
    ...(asked.only && Object.keys(asked.only).length > 0 ? { only: { ...asked.only } } : {}),
    query: text,
  }
}

type Counts = { value: number; n?: number }
type Line = Counts & Record<string, string | null>

/** The whole and its lines. Where every row is a key of its own the whole is the sum of the lines, and the rows are read once. */
async function countIn(
  db: Kysely<DB>,
  measure: Measure,
  counted: RawBuilder<unknown>,
  by: readonly string[],
): Promise<{ total: Counts; lines: Line[]; text: string }> {
  // Sorting a year of a large area in memory instead of on disk.
  await sql`set local work_mem = '64MB'`.execute(db)
  const totals = sql<Counts>`select ${countsOf(measure)} from (${counted}) as counted`.compile(db)
  const text = queryText(totals.sql, totals.parameters)
  const whole = async () => (await db.executeQuery(totals)).rows[0]!
  if (by.length === 0) return { total: await whole(), lines: [], text }
  const columns = sql.join(by.map((dimension) => sql.ref(dimension)))
  const { rows: lines } = await sql<Line>`
    select ${columns}, ${countsOf(measure)} from (${counted}) as counted group by ${columns} order by ${columns}`.execute(
    db,
  )
  return { total: measure.repeats ? await whole() : sumOf(measure, lines), lines, text }
}

function sumOf(measure: Measure, lines: readonly Line[]): Counts {
  const names = ['value', ...(measure.share ? ['n'] : []), ...(measure.parts?.values ?? [])]
  return Object.fromEntries(
    names.map((name) => [name, lines.reduce((sum, line) => sum + Number(line[name]), 0)]),
  ) as Counts
}

/** The rows a figure counts, after the filters. */
export async function countedRows(ctx: Ctx, measure: Measure, { from, to, only = {}, held_by }: Asked) {
  const held = held_by
    ? sql<boolean>`held_by = any (${`{${held_by.join(',')}}`}::uuid[])`
    : sql<boolean>`true`
  const conditions = Object.entries(only).map(
    ([dimension, values]) =>
      sql`coalesce(${sql.ref(dimension)}::text, ${NOT_STATED}) = any (string_to_array(${values}, '|'))`,
  )
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const human_beings = measure.counts_people ? await humanBeings(ctx, held_by) : sql``
  return sql`select * from (${measure.rows({ from, to, held, human_beings })}) as rows ${where}`
}

function countsOf(measure: Measure) {
  const all = measure.repeats ? sql`count(distinct key)` : sql`count(*)`
  const parts = (measure.parts?.values ?? []).map(
    (value) =>
      sql`${all} filter (where ${sql.ref(measure.parts!.column)} = ${value})::int as ${sql.ref(value)}`,
  )
  const value = measure.share
    ? [sql`${all} filter (where yes)::int as value`, sql`${all}::int as n`]
    : [sql`${all}::int as value`]
  return sql.join([...value, ...parts])
}

/** Throws Invalid for days that are none, a period that ends before it begins, and a breakdown or a value of one that there is not. */
export function checkAsked(measure: Measure, { from, to, by = [], only = {} }: Asked): void {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isDay(day))
      refuse(
        name,
        `The ${name === 'from' ? 'first' : 'last'} day must be a real date, like 2018-12-31, not "${String(day)}"`,
      )
  if (from > to) refuse('to', 'The last day must not be before the first day')
  const known = Object.keys(measure.dimensions)
  const filters = filtersOf(measure)
  for (const dimension of [
    ...by.filter((name) => !known.includes(name)),
    ...Object.keys(only).filter((name) => !filters.includes(name)),
  ])
    if (dimension)
      refuse(
        'by',
        `${measure.name} cannot be broken down by "${dimension}". It can be by ${known.join(', ') || 'nothing'}.`,
      )
  for (const [dimension, values] of Object.entries(only)) {
    const codes = codesOf(measure, dimension)
    const strange = values.split('|').find((value) => codes && !codes.includes(value))
    if (strange !== undefined)
      refuse('only', `${measure.name} has no ${dimension} "${strange}". It has ${codes!.join(', ')}.`)
  }
}

/** What stands for a row that does not say. */
const NOT_STATED = 'not-stated'

/** The values that a dimension, part or share can have; undefined where anything can. */
function codesOf(measure: Measure, dimension: string): readonly string[] | undefined {
  if (dimension === measure.parts?.column) return measure.parts.values
  const { words, open } = measure.dimensions[dimension] ?? {}
  if (words) return open ? undefined : [...Object.keys(words), NOT_STATED]
  return dimension in measure.dimensions ? undefined : ['true', 'false']
}

function lineOf(
  measure: Measure,
  by: readonly string[],
  line: Counts & Record<string, string | null | number>,
): FigureLine {
  const dimensions = Object.fromEntries(by.map((name) => [name, line[name] ?? NOT_STATED]))
  const label = by
    .map((name) =>
      line[name] === null
        ? 'Not stated'
        : wordsFor(measure.dimensions[name]?.words ?? {}, String(line[name])),
    )
    .join(', ')
  return { ...line, ...dimensions, label }
}

/** Codes in the order of their list; everything else by its own order. */
function inOrder(measure: Measure, by: readonly string[], lines: FigureLine[]): FigureLine[] {
  const places = by.map(
    (name) => new Map(Object.keys(measure.dimensions[name]?.words ?? {}).map((code, place) => [code, place])),
  )
  const place = (line: FigureLine, index: number) =>
    places[index]!.get(String(line[by[index]!])) ?? Number.MAX_SAFE_INTEGER
  return lines.toSorted((a, b) => {
    for (const index of by.keys()) {
      const difference =
        place(a, index) - place(b, index) ||
        String(a[by[index]!]).localeCompare(String(b[by[index]!]), 'en-GB', { numeric: true })
      if (difference) return difference
    }
    return 0
  })
}

/** The query with its values in place, for a reader to follow: it is never run. */
function queryText(text: string, parameters: readonly unknown[]): string {
  return text
    .replaceAll(
      /\$(\d+)/g,
      (_, number: string) => `'${String(parameters[Number(number) - 1]).replaceAll("'", "''")}'`,
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What a measure's rows can be kept to: its dimensions, the column of its parts, and for a share whether a row counts. */
export const filtersOf = (measure: Measure): string[] => [
  ...Object.keys(measure.dimensions),
  ...(measure.parts ? [measure.parts.column] : []),
  ...(measure.share ? ['yes'] : []),
]
