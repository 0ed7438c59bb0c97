import assert from 'node:assert/strict'
import test from 'node:test'
import { dataTable } from './index.ts'

test('a column of references keeps them whole, as the heading of a row and beside it', () => {
  const table = String(
    dataTable({
      caption: 'Referrals',
      columns: [
        { heading: 'Occurrence', reference: true, cell: (row: string) => row },
        { heading: 'Sent', cell: () => 'Monday' },
        { heading: 'Reference', reference: true, cell: () => 'R0000132' },
      ],
      rows: ['1700000087'],
    }),
  )
  assert.match(table, /<th scope="row" class="govuk-table__header app-reference"[^>]*>1700000087/)
  assert.match(table, /<td class="govuk-table__cell app-reference"[^>]*>R0000132/)
  assert.match(table, /<td class="govuk-table__cell"[^>]*>Monday/)
})
