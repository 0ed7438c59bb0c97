import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))

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
