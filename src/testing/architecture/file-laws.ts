import { posix } from 'node:path'
import { isTypeScript, moduleOf, testsOf, withoutComments, type SourceLaw } from './source.ts'

const MOST_LINES = 250
const MOST_FILES = 10
const FORBIDDEN = new Set([
  'utils',
  'util',
  'common',
  'helpers',
  'helper',
  'services',
  'service',
  'lib',
  'libs',
  'misc',
  'shared',
  'core',
])
const GENERATED = new Set(['src/platform/database/tables.ts'])

/** No file over 250 lines. */
export const shortFiles: SourceLaw = (sources) =>
  sources
    .filter(({ path }) => !GENERATED.has(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`)

/** At most ten files a feature, tests apart: beyond that it is two features. */
export const smallFeatures: SourceLaw = (sources) => {
  const tests = testsOf(sources)
  const features = Map.groupBy(
    sources.filter(({ path }) => moduleOf(path) && !tests.has(path)),
    ({ path }) => posix.dirname(path),
  )
  return [...features]
    .filter(([folder, files]) => folder.split('/').length > 3 && files.length > MOST_FILES)
    .map(([folder, files]) => `${folder} has ${files.length} files`)
}

/** No folder is named for nothing in particular. */
export const namedFolders: SourceLaw = (sources) =>
  [...new Set(sources.map(({ path }) => posix.dirname(path)))].filter((folder) =>
    folder.split('/').some((part) => FORBIDDEN.has(part)),
  )

/** Files are kebab-case. */
export const kebabCase: SourceLaw = (sources) =>
  sources
    .map(({ path }) => path)
    .filter((path) => !/^[a-z\d]+(-[a-z\d]+)*(\.[a-z]+)*$/.test(posix.basename(path)))

/** Only TypeScript that can be erased: no enum, namespace, parameter property, decorator or .tsx. */
export const erasable: SourceLaw = (sources) =>
  sources.flatMap((source) => {
    if (source.path.endsWith('.tsx')) return [source.path]
    if (!isTypeScript(source)) return []
    const code = withoutComments(source.text)
    const found = [
      /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w+\s*\{/m,
      /^\s*(?:export\s+)?(?:declare\s+)?(?:namespace|module)\s+[\w.]+\s*\{/m,
      /\bconstructor\s*\((?:[^)]*,)?\s*(?:public|private|protected|readonly)\s+\w+/,
      /^\s*@\w+(?:\([^)]*\))?\s*(?:export\s+)?(?:class|\w+\s*\()/m,
    ].find((pattern) => pattern.test(code))
    return found ? [`${source.path}: ${(found.exec(code)?.[0] ?? '').trim()}`] : []
  })

/** The content security policy lets no inline script or style run: neither does a page ask for one. */
export const nothingInline: SourceLaw = (sources) => {
  const tests = testsOf(sources)
  return sources
    .filter((source) => isTypeScript(source) && !tests.has(source.path) && moduleOf(source.path))
    .flatMap(({ path, text }) =>
      [
        ...withoutComments(text).matchAll(/\sstyle="|\son[a-z]+="|<style\b|<script(?![^>]*\bsrc=)[^>]*>/g),
      ].map(([words]) => `${path}: ${words.trim()}`),
    )
}
