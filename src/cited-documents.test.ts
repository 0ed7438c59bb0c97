// What a manual or a comment cites is in the repository: links lead to files, and sections of the domain are there.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manuals = globSync(['*.md', 'docs/**/*.md', 'src/**/*.md', 'bench/**/*.md', 'database/**/*.md'], {
  cwd: root,
})

test('every link of a manual leads to a file of the repository', () => {
  assert.ok(manuals.length > 20)
  const lost = manuals.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .filter(([, link]) => !existsSync(join(root, dirname(file), link!)))
      .map(([, link]) => `${file}: ${link}`),
  )
  assert.deepEqual(lost, [])
})

test('every section of the domain that is cited is in docs/domain.md', () => {
  const sections = new Set(
    [...read('docs/domain.md').matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number),
  )
  assert.ok(sections.has('4.4') && sections.has('17'))
  const files = [...manuals, ...globSync(['src/**/*.ts', 'database/migrations/*.sql'], { cwd: root })]
  const cited = files.flatMap((file) =>
    [
      ...read(file).matchAll(
        /domain(?:\.md\)?)?\]?(?:\([^)]*\))?(?: reference)?,?(?: section)? (\d+(?:\.\d+)?)\b/g,
      ),
    ].map(([, number]) => ({ file, number })),
  )
  assert.ok(cited.length > 30, `${cited.length} citations`)
  assert.deepEqual(
    cited.filter(({ number }) => !sections.has(number)),
    [],
  )
})
