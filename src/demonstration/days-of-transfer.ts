import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { addDays, type Day, daysBetween, isDay } from '#reference'

const LAST = '2017-03-15'
const REPORTED = 'Reported Date'

/**
 * The three days of March 2017 as if they were the last three up to `today`: the files are called by the new days, and what was reported
 * moves with them. So there is something to see of today, and the counts of 2017 stay those of the service's own report.
 */
export function daysOfTransfer(folder: string, today: Day): { file_name: string; content: Buffer }[] {
  const shift = daysBetween(LAST, today)
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const [headings = [], ...rows] = parse(readFileSync(join(folder, name), 'utf8'), {
        relax_column_count: true,
      })
      const reported = headings.indexOf(REPORTED)
      const moved = rows.map((row) => row.map((cell, at) => (at === reported ? later(cell, shift) : cell)))
      const sent = /(\d{4})(\d\d)(\d\d)/.exec(name)!
      const day = addDays(`${sent[1]}-${sent[2]}-${sent[3]}`, shift)
      return {
        file_name: name.replace(sent[0], day.replaceAll('-', '')),
        content: Buffer.from(stringify([headings, ...moved])),
      }
    })
}

/** A day that cannot be read stays as it is: that row is an error on purpose. */
function later(cell: string, shift: number): string {
  const [date, month, year] = cell.split('/')
  const day = `${year}-${month}-${date}`
  return isDay(day) ? addDays(day, shift).split('-').toReversed().join('/') : cell
}
