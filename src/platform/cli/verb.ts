import type { ParseArgsOptionsConfig } from 'node:util'
import type { Act } from '../act.ts'
import type { Pools } from '../database/pools.ts'
import type { Progress } from './progress.ts'

/** Used wrongly: exit code 2, with the sentence and where the help is. */
export class Usage extends Error {}

export type VerbTools = {
  pools: Pools
  act: Act
  /** The address that signs in as an administrator: for verbs about the schema only. */
  database_url: string
  secret: string
  data: string
  /** A line of result, for people. Nothing when --json is asked for. */
  say: (line: string) => void
  /** The result, for programs: one JSON value on standard output when --json is asked for. */
  json: (value: unknown) => void
  /** A bar with rate and time left, on a terminal, for anything over two seconds. `total` undefined: not known. */
  progress: (label: string, total?: number) => Progress
}

export type Given = { options: Record<string, string | boolean | string[] | undefined>; rest: string[] }

/** One thing to do from the command line. `run` throws Usage, or NotFound for a name that there is not (2), or anything else with a sentence (1). */
export type Verb = {
  /** 'import transfer' */
  words: string
  /** One sentence. */
  does: string
  /** What follows the words: '--area AREA --profile PROFILE FILE…' */
  usage: string
  /** Each option and what it means, as `--help` prints them. --help, and --json where `prints_json`, are added. */
  options: Record<
    string,
    { type: 'string' | 'boolean'; help: string; multiple?: boolean; default?: string | boolean }
  >
  prints_json?: boolean
  /** It reads files only: no database is started for it, and nothing of one may be used. */
  needs_no_database?: boolean
  /** More for --help: an example or two. */
  more?: string
  run: (given: Given, tools: VerbTools) => Promise<void>
}

/** The text option, or Usage naming it when it was not given. */
export function required(given: Given, name: string): string {
  const value = given.options[name]
  if (typeof value !== 'string' || value === '') throw new Usage(`Say --${name}`)
  return value
}

export const parseOptions = (verb: Verb): ParseArgsOptionsConfig => ({
  ...Object.fromEntries(Object.entries(verb.options).map(([name, { help: _, ...option }]) => [name, option])),
  help: { type: 'boolean' },
  ...(verb.prints_json ? { json: { type: 'boolean' } } : {}),
})

/** What `--help` prints for one verb. */
export function helpText(verb: Verb): string {
  const options = {
    ...verb.options,
    ...(verb.prints_json ? { json: { type: 'boolean', help: 'Print the result as JSON' } } : {}),
    help: { type: 'boolean', help: 'Print this' },
  }
  const width = Math.max(...Object.keys(options).map((name) => name.length)) + 4
  return (
    `waymark ${verb.words} ${verb.usage}\n\n${verb.does}\n\nOptions:\n` +
    Object.entries(options)
      .map(([name, { help }]) => `  ${`--${name}`.padEnd(width)}${help}`)
      .join('\n') +
    `\n${verb.more ? `\n${verb.more}\n` : ''}\nExit codes: 0 done, 1 refused, 2 used wrongly.`
  )
}
