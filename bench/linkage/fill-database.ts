import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { KEY_COLUMNS, personKeys } from '../../src/modules/people/keys/person-keys.ts'
import { asAdministrator } from '../stage/administrator.ts'
import type { Stage } from '../stage/stage.ts'

/** An invented person as the database has them: who they truly are, and what they are found by. */
export type Invented = { truth: string; facts: Parameters<typeof personKeys>[0] }

/** The people of a generated file, in its order. */
export async function* readInvented(path: string): AsyncGenerator<Invented> {
  const lines = createInterface({ input: createReadStream(path, 'latin1') })
  let columns: string[] | undefined
  for await (const line of lines) {
    const cells = line.split(',')
    if (!columns) {
      columns = cells
      continue
    }
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Record<string, string>
    const address = {
      line: `${row.house_number} ${row.street}`.trim(),
      town: row.town!,
      postcode: row.postcode!,
    }
    yield {
      truth: row.person!,
      facts: {
        forename: `${row.forename} ${row.middle_names}`.trim(),
        surname: row.surname!,
        previous_surnames: row.previous_surname ? [row.previous_surname] : [],
        date_of_birth: row.date_of_birth || null,
        sex: row.sex || null,
        phones: [row.mobile!, row.landline!].filter(Boolean),
        emails: row.email ? [row.email] : [],
        address,
        source_reference: row.force_nominal || null,
      },
    }
  }
}

/** The id of the nth person, so that who was found can be told from their id. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const placeOf = (id: string): number => parseInt(id.slice(-12), 16)

const IN_ONE_PIECE = 5000
// a mistyped day may be none
const WHOLE_DATE = /-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/

/** Puts people into the database by COPY, with what they are found by; held by the area's receiving team. */
export async function fillDatabase({ url, actor }: Stage, people: AsyncIterable<Invented>): Promise<void> {
  const { area_id, receiving_team_id: held_by } = actor
  const folder: string[][] = [[], []]
  await asAdministrator(url, async (client) => {
    await client.query('set session_replication_role = replica') // nobody's act: without audit
    const copy = async () => {
      const [persons, keys] = folder.splice(0, 2, [], []) as [string[], string[]]
      await pipeline(
        Readable.from(persons),
        client.query(
          copyFrom(
            'copy people.person (area_id, person_id, held_by, forename, surname, date_of_birth) from stdin',
          ),
        ),
      )
      await pipeline(
        Readable.from(keys),
        client.query(
          copyFrom(
            `copy people.person_key (area_id, person_id, held_by, part, ${KEY_COLUMNS.join(', ')}, packed) from stdin`,
          ),
        ),
      )
    }
    let n = 0
    for await (const { facts } of people) {
      const person_id = idOf(n++)
      const { forename, surname, date_of_birth } = facts
      folder[0]!.push(
        `${[area_id, person_id, held_by, forename, surname, WHOLE_DATE.test(date_of_birth ?? '') ? date_of_birth : '\\N'].join('\t')}\n`,
      )
      for (const row of personKeys(facts, held_by))
        folder[1]!.push(
          `${[area_id, person_id, held_by, row.part, ...KEY_COLUMNS.map((column) => row[column] ?? '\\N'), row.packed ? `\\\\x${row.packed.toString('hex')}` : '\\N'].join('\t')}\n`,
        )
      if (n % IN_ONE_PIECE === 0) await copy()
    }
    await copy()
    await client.query('vacuum analyze people.person, people.person_key')
    await client.query('checkpoint') // what is still to be written is written now, not while somebody measures
  })
}
