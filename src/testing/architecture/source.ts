import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A file of ours: its path from the root, with slashes, and its text. */
export type Source = { path: string; text: string }

/** A place that breaks a law: 'path' or 'path: what'. */
export type Broken = string

/** One law over the sources. */
export type SourceLaw = (sources: readonly Source[]) => Broken[]

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Every file under the folders, which are named from the root. A folder that is not there has none. */
export function readSources(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => walk(folder))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

function walk(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? walk(path) : /\.(ts|tsx|js|mjs|css)$/.test(path) ? [path] : []
    })
  } catch {
    return []
  }
}

// What is not the program itself: it may import the whole assembly, and write wherever it needs a row.
const APART = /(\.test|-for-tests)\.ts$|^(src\/testing|bench|journeys)\//

/** Tests, and what nothing but tests imports. */
export function testsOf(sources: readonly Source[]): Set<string> {
  const tests = new Set(sources.map(({ path }) => path).filter((path) => APART.test(path)))
  const importers = new Map<string, string[]>()
  for (const source of sources)
    for (const { from } of importsOf(source))
      if (from.startsWith('.'))
        importers.set(resolved(source.path, from), [
          ...(importers.get(resolved(source.path, from)) ?? []),
          source.path,
        ])
  for (let before = -1; before !== tests.size;) {
    before = tests.size
    for (const [path, by] of importers) if (by.every((importer) => tests.has(importer))) tests.add(path)
  }
  return tests
}

/** Where a relative import leads, from the root. */
export const resolved = (path: string, from: string): string =>
  posix.normalize(posix.join(posix.dirname(path), from))

export const isTypeScript = ({ path }: Source): boolean => path.endsWith('.ts')

/** The module of a path, such as 'support'. */
export const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

/** The text without comments, so that what a comment speaks of is not taken for code. Lines stay where they are. */
export const withoutComments = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')

export type Import = { from: string; names: string; type_only: boolean }

/** What a file imports, re-exports or loads later, as written. */
export function importsOf({ text }: Source): Import[] {
  const code = withoutComments(text)
  const still = [
    ...code.matchAll(/^(?:import|export)\s+(type\s+)?([^'"`;=]*?)\s*\bfrom\s+['"]([^'"\n]+)['"]/gm),
    ...code.matchAll(/^import\s+()()['"]([^'"\n]+)['"]/gm),
  ].map(([, type, names = '', from = '']) => ({ from, names, type_only: Boolean(type) }))
  const later = [...code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)].map(([, from = '']) => ({
    from,
    names: '',
    type_only: false,
  }))
  return [...still, ...later]
}
