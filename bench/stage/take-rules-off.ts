import type pg from 'pg'

/** Takes row security and the audit's triggers off every table of a copied database: what is left are tables, indexes and foreign keys. */
export async function takeRulesOff(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')`,
  )
  for (const { name } of tables)
    await client.query(`alter table ${name} disable row level security, no force row level security`)
  const { rows: triggers } = await client.query<{ name: string; kept: string }>(
    `select quote_ident(tgname) as name, tgrelid::regclass::text as kept from pg_trigger where not tgisinternal and tgname like 'keep_%'`,
  )
  for (const { name, kept } of triggers) await client.query(`drop trigger ${name} on ${kept}`)
}
