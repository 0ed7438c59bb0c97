import type pg from 'pg'

/** The schemas of our modules: everything but PostgreSQL's own, the queue's and the migrations' own. */
export const MODULE_SCHEMAS = `
  select oid from pg_namespace where nspname not in ('information_schema', 'jobs', 'migrations', 'public') and nspname !~ '^pg_'`

export const RUNNING_ROLES = ['waymark_app', 'waymark_figures', 'waymark_auditor']

/** Something that the laws refuse: where it is ('schema.table' or finer), and what is wrong with it. */
export type Refusal = { rule: string; place: string; why: string }

/** One law: finds every place that breaks it. */
export type Law = { rule: string; find: (client: pg.Client) => Promise<Omit<Refusal, 'rule'>[]> }

/** A law that one query over the catalogue can tell: its rows are the places that break it, with why. */
export const law = (rule: string, text: string, values: unknown[] = []): Law => ({
  rule,
  find: async (client) => (await client.query<{ place: string; why: string }>(text, values)).rows,
})

/** Every refusal, in the order of the laws. */
export async function refusals(client: pg.Client, laws: readonly Law[]): Promise<Refusal[]> {
  const found: Refusal[] = []
  for (const { rule, find } of laws)
    for (const { place, why } of await find(client)) found.push({ rule, place, why })
  return found
}
