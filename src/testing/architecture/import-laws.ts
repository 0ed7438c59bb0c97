import {
  importsOf,
  isTypeScript,
  moduleOf,
  resolved,
  testsOf,
  type Broken,
  type Source,
  type SourceLaw,
} from './source.ts'

const each =
  (find: (source: Source, is_test: boolean) => Broken[]): SourceLaw =>
  (sources) => {
    const tests = testsOf(sources)
    return sources.filter(isTypeScript).flatMap((source) => find(source, tests.has(source.path)))
  }

/** Platform knows no word of the domain: it imports nothing of ours but itself. */
export const platformStandsAlone: SourceLaw = each((source) => {
  if (!source.path.startsWith('src/platform/')) return []
  return importsOf(source)
    .filter(({ from }) =>
      from.startsWith('#')
        ? !from.startsWith('#platform/')
        : from.startsWith('.') && !resolved(source.path, from).startsWith('src/platform/'),
    )
    .map(({ from }) => `${source.path} imports ${from}`)
})

/** A module imports only modules before it, only by #name, and no relative import climbs out of it (a test may take src/testing and src/app.ts). */
export const modulesInOrder = (order: readonly string[]): SourceLaw =>
  each((source, is_test) => {
    const own = moduleOf(source.path)
    if (!own) return []
    const place = order.indexOf(own)
    if (place < 0) return [`${source.path} is in a module that src/modules.ts does not name`]
    return importsOf(source)
      .filter(({ from }) => {
        if (from.startsWith('#platform/')) return false
        if (from.startsWith('#')) {
          const other = order.indexOf(from.slice(1))
          return other < 0 || (other >= place && !is_test)
        }
        if (!from.startsWith('.')) return false
        const to = resolved(source.path, from)
        if (to.startsWith(`src/modules/${own}/`)) return false
        return !(is_test && (to.startsWith('src/testing/') || to === 'src/app.ts'))
      })
      .map(({ from }) => `${source.path} imports ${from}`)
  })

/** What runs is what is written: a relative import names its file with its ending. */
export const importsEndInTs: SourceLaw = each((source) =>
  importsOf(source)
    .filter(({ from }) => /^(\.|#platform\/)/.test(from) && !/\.(ts|js|mjs|json)$/.test(from))
    .map(({ from }) => `${source.path} imports ${from}`),
)

/** Markup is declared safe in platform only. */
export const rawInPlatformOnly: SourceLaw = each((source) => {
  if (source.path.startsWith('src/platform/')) return []
  return importsOf(source)
    .filter(
      ({ names, from }) =>
        /(^|[\s{,])raw([\s},]|$)/.test(names) || (from.startsWith('hono/html') && !from.startsWith('.')),
    )
    .map(({ names, from }) => `${source.path} imports ${names} from ${from}`)
})

/** No other handle on the database is in reach of a module than ctx. */
export const noOtherHandle: SourceLaw = each((source, is_test) => {
  if (!moduleOf(source.path) || is_test) return []
  return importsOf(source)
    .filter(
      ({ from, names, type_only }) =>
        !type_only &&
        (from === 'pg' ||
          (from === 'kysely' && /\bKysely\b/.test(names.replaceAll(/type \w+/g, ''))) ||
          from.endsWith('database/open.ts')),
    )
    .map(({ from, names }) => `${source.path} imports ${names} from ${from}`)
})
