import type { Ctx } from '#platform/act.ts'
import { type Audience, hideBelow } from '../disclosure/small-numbers.ts'

/** The tables of recorded crime, by what they are of: those of one set can be held against each other, so one rule holds for them. */
export const TABLE_SETS = {
  crimes: 'Crimes and victims by class',
  domestic: 'Domestic crimes',
  hate: 'Hate crimes',
  repeat: 'Repeat victims',
  asb: 'Anti-social behaviour',
} as const
export type TableSet = keyof typeof TABLE_SETS

/** Below which number the counts of some tables are hidden, and why, where the office has decided it. */
export type Rule = { hide_below: number; because: string | null }
export type Rules = Readonly<Record<TableSet, Rule>>

/** Rows as they were decided, the latest first. */
export type Decided = {
  tables: TableSet
  hide_below: number | null
  because: string
  decided_at: Date
  decided_by_name: string
}

/** Every decision about tables of recorded crime, the latest first. */
export const listDecided = async (ctx: Ctx): Promise<Decided[]> =>
  (await ctx.db
    .selectFrom('insight.small_number_rule as r')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'r.area_id').onRef('m.member_id', '=', 'r.decided_by'),
    )
    .select(['r.tables', 'r.hide_below', 'r.because', 'r.decided_at', 'm.name as decided_by_name'])
    .orderBy('r.decided_at', 'desc')
    .orderBy('r.small_number_rule_id', 'desc')
    .execute()) as Decided[]

/**
 * The rule of each set of tables for this audience: the latest decision about it, or what is usual. What the public may read, the office reads
 * too: for the office the lower of the two.
 */
export async function readRules(ctx: Ctx, audience: Audience): Promise<Rules> {
  const usual = await hideBelow(ctx, audience)
  const decided = await listDecided(ctx)
  const ruleOf = (tables: TableSet): Rule => {
    const latest = decided.find((one) => one.tables === tables)
    if (!latest || latest.hide_below === null) return { hide_below: usual, because: null }
    const lower = audience === 'office' && usual < latest.hide_below
    return lower
      ? { hide_below: usual, because: null }
      : { hide_below: latest.hide_below, because: latest.because }
  }
  return Object.fromEntries(
    (Object.keys(TABLE_SETS) as TableSet[]).map((tables) => [tables, ruleOf(tables)]),
  ) as Rules
}
