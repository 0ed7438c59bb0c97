import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Field 4 of /proc/PID/stat is the parent, 14 and 15 are hundredths of a second in the program and in the system. */
function statOf(pid: string): { parent: string; seconds: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/s, 'name')
      .split(' ')
    return { parent: fields[3]!, seconds: (Number(fields[13]) + Number(fields[14])) / 100 }
  } catch {
    return undefined
  }
}

/**
 * Processor time that a server and the database's connections have used so far, in seconds: a measure that other work on the machine
 * disturbs far less than the clock. Not a number where the system does not tell (elsewhere than on Linux).
 */
export function processorTime(server: number | undefined, database_files: string): number {
  try {
    const postmaster = readFileSync(join(database_files, 'postmaster.pid'), 'utf8').split('\n')[0]
    const database = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(statOf)
      .filter((stat) => stat?.parent === postmaster)
      .reduce((sum, stat) => sum + stat!.seconds, 0)
    return database + (statOf(String(server))?.seconds ?? Number.NaN)
  } catch {
    return Number.NaN
  }
}
