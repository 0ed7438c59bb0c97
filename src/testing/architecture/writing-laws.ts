import { isTypeScript, moduleOf, testsOf, withoutComments, type SourceLaw } from './source.ts'

const schemaOf = (module: string) => module.replaceAll('-', '_')

// insert into a.b, update a.b set, delete from a.b, copy a.b, merge into a.b, truncate a.b; insertInto('a.b') and its sisters.
const WRITES = [
  /\binsert\s+into\s+"?([a-z_]+)"?\."?[a-z_]+/gi,
  /\bupdate\s+(?:only\s+)?"?([a-z_]+)"?\."?[a-z_]+"?\s+(?:as\s+)?(?:[a-z]+\s+)?set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?"?([a-z_]+)"?\."?[a-z_]+/gi,
  /\bcopy\s+"?([a-z_]+)"?\."?[a-z_]+"?\s*(?:\([^)]*\)\s*)?from\b/gi,
  /\bmerge\s+into\s+"?([a-z_]+)"?\."?[a-z_]+/gi,
  /\btruncate\s+(?:table\s+)?"?([a-z_]+)"?\."?[a-z_]+/gi,
  /\b(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`]([a-z_]+)\.[a-z_]+/g,
]

/** Only the owning module writes to its schema. */
export const onlyTheOwnerWrites =
  (order: readonly string[]): SourceLaw =>
  (sources) => {
    const schemas = new Set(order.map(schemaOf))
    const tests = testsOf(sources)
    return sources
      .filter((source) => isTypeScript(source) && !tests.has(source.path))
      .flatMap((source) => {
        const own = schemaOf(moduleOf(source.path) ?? '')
        const code = withoutComments(source.text)
        return WRITES.flatMap((pattern) => [...code.matchAll(pattern)])
          .filter(([, schema = '']) => schemas.has(schema) && schema !== own)
          .map(([words]) => `${source.path}: ${words.replaceAll(/\s+/g, ' ')}`)
      })
  }

/** Every use case and query takes ctx first. */
export const ctxFirst: SourceLaw = (sources) =>
  sources
    .filter((source) => isTypeScript(source) && moduleOf(source.path))
    .flatMap((source) =>
      [
        ...withoutComments(source.text).matchAll(
          /^export\s+(?:async\s+function\s+(\w+)\s*(?:<[^>]*>)?\s*\(([\s\S]*?)\)\s*[:{]|const\s+(\w+)\s*=\s*(?:async\s*)?\(([^()]*(?:\([^()]*\)[^()]*)*)\)[^=\n]*=>)/gm,
        ),
      ]
        .map(([, f, fp, c, cp]) => ({ name: f ?? c ?? '', params: (fp ?? cp ?? '').trim() }))
        .filter(({ params }) => /:\s*Ctx\b/.test(params) && !/^(ctx|_?\w*|\{[^}]*\}):\s*Ctx\b/.test(params))
        .map(({ name }) => `${source.path}: ${name} does not take ctx first`),
    )
