import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Kysely, sql } from 'kysely'
import { clientDialect } from './client-dialect.ts'
import { testDatabase } from '../testing.ts'
import { rowsAsColumns } from './rows-as-columns.ts'

const { pools } = await testDatabase()
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'null', 'NULL', '{}', '{a,b}', '"', '\\', "'", ' a ', 'a,b', '\n', '\t', '$1'),
)
const words = text.filter((value) => !value.includes('\0'))

test('whatever rows say comes back as it was', async () => {
  const connection = await pools.app.connect()
  try {
    const db = new Kysely<unknown>({ dialect: clientDialect(connection) })
    const row = fc.record({
      n: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      said: fc.option(words),
      yes: fc.boolean(),
      list: fc.array(words, { maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const types = { n: 'int', said: 'text', yes: 'boolean', list: 'text' } as const
        const read =
          await sql`select n, said, yes, list::text[] as list from ${rowsAsColumns(rows, types)}`.execute(db)
        assert.deepEqual(
          read.rows,
          rows.map((one) => ({ ...one })),
        )
      }),
    )
  } finally {
    connection.release()
  }
})
