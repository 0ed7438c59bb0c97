import type { Column, Table } from '../table.ts'
import { defineTable } from '../table.ts'

/** What of a table its headings and notes need, whatever its rows are. */
export type Headed = Pick<Table<object>, 'title' | 'notes' | 'symbols'> & {
  readonly columns: readonly Pick<Column<object>, 'title' | 'notes' | 'type' | 'places'>[]
}

type Note = { readonly mark: string; readonly meaning: string }

/** The notes sheet's own table. */
export const notesTable = defineTable<Note>({
  name: 'notes',
  title: 'Notes',
  columns: [
    { name: 'mark', title: 'Note or symbol', type: 'text', required: true },
    { name: 'meaning', title: 'Meaning', type: 'text', required: true },
  ],
})

/**
 * Numbers each different note once, in the order they are met across the tables, puts '[note 1]' behind the titles and
 * headings that they belong to, and lists the notes with the tables' symbols after them.
 */
export function collectNotes(tables: readonly Headed[]) {
  const numbers = new Map<string, number>()
  const symbols = new Map<string, string>()
  const markOf = (note: string): string => {
    const number = numbers.get(note) ?? numbers.size + 1
    numbers.set(note, number)
    return `[note ${number}]`
  }
  const marked = (text: string, notes: readonly string[] = []): string =>
    [text, ...notes.map(markOf)].join(' ')
  const texts = tables.map((table) => {
    for (const [symbol, meaning] of Object.entries(table.symbols ?? {})) symbols.set(symbol, meaning)
    return {
      title: marked(table.title, table.notes),
      headings: table.columns.map(({ title, notes }) => marked(title, notes)),
    }
  })
  const notes: Note[] = [
    ...[...numbers].map(([meaning, number]) => ({ mark: `[note ${number}]`, meaning })),
    ...[...symbols].map(([mark, meaning]) => ({ mark, meaning })),
  ]
  return { texts, notes }
}
