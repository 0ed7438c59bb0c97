import { parseArgs } from 'node:util'
import { NotFound } from '../errors.ts'
import { makeProgress } from './progress.ts'
import { helpText, parseOptions, Usage, type Verb, type VerbTools } from './verb.ts'

type Opened = Omit<VerbTools, 'say' | 'json' | 'progress'> & { close: () => Promise<void> }

/**
 * Runs the verb that the words name. Returns the exit code: 0 done, 1 refused, 2 used wrongly, which a name is too that there is not (an area,
 * a profile, a paper); sentences go to standard error.
 */
export async function runVerb(
  words: string[],
  verbs: readonly Verb[],
  open: () => Promise<Opened>,
): Promise<0 | 1 | 2> {
  const verb = verbs
    .toSorted((a, b) => b.words.length - a.words.length)
    .find((v) => ` ${words.join(' ')} `.startsWith(` ${v.words} `))
  if (!verb) {
    const asked = words.length === 0 || words[0] === '--help' || words[0] === 'help'
    ;(asked ? process.stdout : process.stderr).write(
      `${asked ? '' : `There is no verb "${words.slice(0, 2).join(' ')}".\n\n`}${overview(verbs)}\n`,
    )
    return asked ? 0 : 2
  }
  let opened: Opened | undefined
  try {
    const { values, positionals } = parse(words.slice(verb.words.split(' ').length), verb)
    if (values.help) {
      process.stdout.write(`${helpText(verb)}\n`)
      return 0
    }
    if (!verb.needs_no_database) opened = await open()
    const asJson = values.json === true
    await verb.run(
      { options: values, rest: positionals },
      {
        ...(opened as Opened),
        say: (line) => void (asJson || process.stdout.write(`${line}\n`)),
        json: (value) => void (asJson && process.stdout.write(`${JSON.stringify(value)}\n`)),
        progress: (label, total) => makeProgress(label, total),
      },
    )
    return 0
  } catch (error) {
    const wrongly = error instanceof Usage || error instanceof NotFound
    process.stderr.write(`${(error as Error).message}\n`)
    if (wrongly) process.stderr.write(`\nwaymark ${verb.words} --help tells how to use it.\n`)
    if (process.env.WAYMARK_DEBUG) process.stderr.write(`${(error as Error).stack}\n`)
    return wrongly ? 2 : 1
  } finally {
    await opened?.close()
  }
}

function parse(args: string[], verb: Verb) {
  try {
    return parseArgs({
      args,
      options: parseOptions(verb),
      allowPositionals: takesMore(verb),
      strict: true,
    }) as {
      values: Record<string, string | boolean | string[] | undefined>
      positionals: string[]
    }
  } catch (error) {
    throw new Usage((error as Error).message.split('. ')[0])
  }
}

/** Whether anything stands in the verb's usage besides options, such as FILE. */
const takesMore = ({ usage }: Verb) => usage.replaceAll(/--[\w-]+( [^\s\]|[]+)?|[[\]|]/g, '').trim() !== ''

const overview = (verbs: readonly Verb[]) =>
  `waymark VERB …\n\n${verbs.map((verb) => `  ${verb.words} ${verb.usage}\n      ${verb.does}`).join('\n')}\n\nwaymark VERB --help tells more.`
