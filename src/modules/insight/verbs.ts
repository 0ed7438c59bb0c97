import { areaActor } from '#access'
import { newId } from '#platform/act.ts'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { askFigure, checkAsked, type Figure } from './figures/ask-figure.ts'
import { MEASURES, measureNamed } from './measures/index.ts'

const figure: Verb = {
  words: 'figure',
  does: 'Asks a measure of a period: prints the figure with its definition, as-at time and, for a share, its n.',
  usage: 'MEASURE --area AREA --from DAY --to DAY [--by DIMENSION]',
  options: {
    area: { type: 'string', help: "The area's code, such as nottinghamshire" },
    from: { type: 'string', help: 'First day counted, such as 2017-01-01' },
    to: { type: 'string', help: 'Last day counted; for a measure as at a date, that date' },
    by: {
      type: 'string',
      multiple: true,
      help: 'Break down by a dimension: once or several times, or a list with commas',
    },
    tier: { type: 'string', help: 'Only brief or longer-term support, for measures that know it' },
    only: { type: 'string', multiple: true, help: 'Only one value of a dimension: --only district=Ashfield' },
  },
  prints_json: true,
  more:
    `Measures, and what each can be broken down by:\n${MEASURES.map((m) => `  ${m.name}: ${Object.keys(m.dimensions).join(', ')}`).join('\n')}\n\n` +
    'Example: waymark figure actions --area nottinghamshire --from 2017-01-01 --to 2018-12-31 --tier longer-term --by type',
  run: async (given, { pools, act, say, json }) => {
    const [measure, ...more] = given.rest
    if (!measure || more.length > 0) throw new Usage('Say one measure')
    const only = [
      ...([given.options.only ?? []].flat() as string[]),
      ...(given.options.tier ? [`tier=${given.options.tier as string}`] : []),
    ]
    const area = required(given, 'area')
    const known = askedRightly(() => measureNamed(measure))
    const to = required(given, 'to')
    const from = given.options.from ? String(given.options.from) : known.as_at ? to : required(given, 'from')
    const asked = {
      measure,
      from,
      to,
      by: ([given.options.by ?? []].flat() as string[])
        .flatMap((by) => by.split(','))
        .map((by) => by.trim())
        .filter(Boolean),
      only: Object.fromEntries(
        only.map((pair) => {
          const at = pair.indexOf('=')
          if (at < 1) throw new Usage(`Write --only as dimension=value, not "${pair}"`)
          return [pair.slice(0, at), pair.slice(at + 1)]
        }),
      ),
    }
    askedRightly(() => checkAsked(known, asked))
    const actor = await areaActor(pools, area)
    const answer = await act(actor, { visit_id: newId(), query: {} }, (ctx) => askFigure(ctx, asked))
    json(asPublished(answer))
    for (const line of inWords(answer)) say(line)
  },
}

/**
 * A figure as other programs read it: what was asked and as at when, the count (of n, where it is a share), each line by its dimensions and
 * nothing else, and the definition. `only` says what it was kept to.
 */
function asPublished({ title: _, unit: __, query: ___, by, only, definition, ...figure }: Figure) {
  return {
    ...figure,
    ...(only ? { only } : {}),
    ...(by ? { by: by.map(({ label: _, value, n, ...line }) => shown(line, value, n)) } : {}),
    definition,
  }
}

/** The dimensions of a line first, then its counts. */
const shown = (line: object, value: number, n: number | undefined) => ({
  ...line,
  value,
  ...(n === undefined ? {} : { n }),
})

/** A measure, dimension or day that there is not: used wrongly. */
function askedRightly<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (error instanceof Invalid || error instanceof NotFound) throw new Usage(error.message)
    throw error
  }
}

function inWords(figure: Figure): string[] {
  const amount = (line: { value: number; n?: number }) =>
    line.n === undefined
      ? line.value.toLocaleString('en-GB')
      : `${line.value.toLocaleString('en-GB')} of ${line.n.toLocaleString('en-GB')}`
  return [
    `${figure.title}, ${figure.from} to ${figure.to}: ${amount(figure)} ${figure.unit}`,
    ...(figure.by ?? []).map((line) => `  ${line.label}: ${amount(line)}`),
    figure.definition,
    `As at ${figure.as_at}`,
  ]
}

export const insightVerbs: readonly Verb[] = [figure]
