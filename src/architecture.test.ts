// The laws of docs/STYLE.md and the README, over every file: who imports whom, who writes where, how long, how named. Each law is shown
// to work on a file made wrong on purpose.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { MODULES } from './modules.ts'
import {
  erasable,
  kebabCase,
  namedFolders,
  nothingInline,
  shortFiles,
  smallFeatures,
} from './testing/architecture/file-laws.ts'
import {
  importsEndInTs,
  modulesInOrder,
  noOtherHandle,
  platformStandsAlone,
  rawInPlatformOnly,
} from './testing/architecture/import-laws.ts'
import { readSources, type SourceLaw } from './testing/architecture/source.ts'
import { ctxFirst, onlyTheOwnerWrites } from './testing/architecture/writing-laws.ts'

const inOrder = modulesInOrder(MODULES)
const ownerWrites = onlyTheOwnerWrites(MODULES)
const ten = (folder: string) => Array.from({ length: 11 }, (_, i) => [`${folder}/file-${i}.ts`, ''] as const)

/** Each law, with files that break it and files that do not. */
const LAWS: readonly {
  law: string
  find: SourceLaw
  bad: readonly (readonly [path: string, text: string])[][]
  good: readonly (readonly [path: string, text: string])[]
}[] = [
  {
    law: 'platform imports no module',
    find: platformStandsAlone,
    bad: [
      [['src/platform/a.ts', `import { getCase } from '#support'`]],
      [['src/platform/http/a.ts', `import type { Role } from '../../modules/access/roles.ts'`]],
      [['src/platform/a.ts', `const { x } = await import('../app.ts')`]],
    ],
    good: [
      [
        'src/platform/http/a.ts',
        `import { y } from '../act.ts'\nimport { z } from '#platform/words/dates.ts'\nimport pg from 'pg'`,
      ],
    ],
  },
  {
    law: 'a module imports only modules before it, by #name, and nothing climbs out of it',
    find: inOrder,
    bad: [
      [['src/modules/people/a.ts', `import { openCase } from '#support'`]],
      [['src/modules/people/a.ts', `import { x } from '#people'`]],
      [['src/modules/people/a/b.ts', `import { x } from '../../access/roles.ts'`]],
      [['src/modules/people/a.ts', `export { x } from '../../app.ts'`]],
      [['src/modules/people/a.ts', `import { testApp } from '../../testing/cast.ts'`]],
      [['src/modules/victims/a.ts', `export const x = 1`]],
    ],
    good: [
      [
        'src/modules/people/a/b.ts',
        `import { x } from '../c.ts'\nimport { y } from '#access'\n// import { openCase } from '#support'`,
      ],
      ['src/modules/people/a/b.test.ts', `import { testApp } from '../../../testing/cast.ts'`],
    ],
  },
  {
    law: 'imports end in .ts',
    find: importsEndInTs,
    bad: [[['src/a.ts', `import { x } from './b'`]], [['src/a.ts', `import { x } from '#platform/act'`]]],
    good: [['src/a.ts', `import { x } from './b.ts'\nimport { y } from '#people'\nimport 'pg'`]],
  },
  {
    law: 'raw is used in platform only',
    find: rawInPlatformOnly,
    bad: [
      [['src/modules/people/a.ts', `import { html, raw } from '#platform/design-system/index.ts'`]],
      [['src/modules/people/a.ts', `import { html } from 'hono/html'`]],
    ],
    good: [['src/modules/people/a.ts', `import { html, drawRow } from '#platform/design-system/index.ts'`]],
  },
  {
    law: 'no other handle on the database than ctx is in reach of a module',
    find: noOtherHandle,
    bad: [
      [['src/modules/people/a.ts', `import pg from 'pg'`]],
      [['src/modules/people/a.ts', `import { Kysely, sql } from 'kysely'`]],
    ],
    good: [
      ['src/modules/people/a.ts', `import type pg from 'pg'\nimport { sql, type Kysely } from 'kysely'`],
    ],
  },
  {
    law: 'only the owning module writes to its schema',
    find: ownerWrites,
    bad: [
      [['src/modules/insight/a.ts', 'await ctx.db.insertInto("people.person").values({})']],
      [['src/modules/insight/a.ts', 'sql`insert into people.person (a) values (1)`']],
      [['src/modules/insight/a.ts', 'sql`update only support.case set x = 1`']],
      [['src/modules/insight/a.ts', 'sql`delete\n from support.case c`']],
      [['src/modules/insight/a.ts', 'sql`copy referrals.referral (a, b) from stdin`']],
      [['src/app.ts', `ctx.db.updateTable('access.member')`]],
    ],
    good: [
      [
        'src/modules/people/a.ts',
        'sql`insert into people.person (a)`; sql`select * from access.team for update`',
      ],
      ['src/modules/community-points/a.ts', `ctx.db.deleteFrom('community_points.stage')`],
      ['src/modules/insight/a.test.ts', `ctx.db.insertInto('people.person')`],
      ['src/modules/insight/b.ts', '// insert into people.person is not for us'],
    ],
  },
  {
    law: 'use cases and queries take ctx first',
    find: ctxFirst,
    bad: [
      [
        [
          'src/modules/people/a.ts',
          'export async function openCase(case_id: string, ctx: Ctx): Promise<void> {}',
        ],
      ],
      [['src/modules/people/a.ts', 'export const openCase = async (case_id: string, ctx: Ctx) => 1']],
    ],
    good: [
      [
        'src/modules/people/a.ts',
        'export async function openCase(ctx: Ctx, case_id: string) {}\nexport const f = (ctx: Ctx) => 1\nexport const g = (a: string) => a',
      ],
    ],
  },
  {
    law: 'no file is over 250 lines',
    find: shortFiles,
    bad: [[['src/a.ts', 'x\n'.repeat(251)]]],
    good: [['src/a.ts', 'x\n'.repeat(250)]],
  },
  {
    law: 'a feature has at most ten files',
    find: smallFeatures,
    bad: [ten('src/modules/people/person')],
    good: ten('src/modules/people/person').slice(1),
  },
  {
    law: 'no folder is called utils, common, helpers, services, lib or misc',
    find: namedFolders,
    bad: [[['src/modules/people/utils/a.ts', '']], [['src/lib/a.ts', '']]],
    good: [['src/modules/people/person/a.ts', '']],
  },
  {
    law: 'files are kebab-case',
    find: kebabCase,
    bad: [[['src/aB.ts', '']], [['src/a_b.ts', '']]],
    good: [['src/a-b.page.ts', '']],
  },
  {
    law: 'only erasable TypeScript',
    find: erasable,
    bad: [
      [['src/a.ts', 'export enum A { B }']],
      [['src/a.ts', 'export namespace A { export const b = 1 }']],
      [['src/a.ts', 'class A { constructor(private b: string) {} }']],
      [['src/a.ts', '@sealed\nclass A {}']],
      [['src/a.tsx', '']],
    ],
    good: [['src/a.ts', '// enum A { B }\nconst enumerate = 1\nclass A { constructor(b: string) {} }']],
  },
  {
    law: 'nothing is inline that the content security policy would stop',
    find: nothingInline,
    bad: [
      [['src/modules/people/a.page.ts', 'html`<p style="color: red">`']],
      [['src/modules/people/a.page.ts', 'html`<button onclick="go()">`']],
      [['src/modules/people/a.page.ts', 'html`<script>go()</script>`']],
    ],
    good: [
      [
        'src/modules/people/a.page.ts',
        'html`<script type="module" src="${url}"></script><p class="a" data-on="b">`',
      ],
    ],
  },
]

// Not this file: it is full of what is wrong on purpose.
const sources = readSources(['src', 'bench', 'journeys']).filter(
  ({ path }) => path !== 'src/architecture.test.ts',
)
const made = (files: readonly (readonly [string, string])[]) => files.map(([path, text]) => ({ path, text }))

test('there are sources to look at', () => assert.ok(sources.length > 200))

for (const { law, find, bad, good } of LAWS) {
  test(law, () => assert.deepEqual(find(sources), []))
  test(`${law}: what breaks it is found, what does not is left alone`, () => {
    for (const files of bad) assert.equal(find(made(files)).length, 1, JSON.stringify(files).slice(0, 200))
    assert.deepEqual(find(made(good)), [])
  })
}

test('the checker is told to refuse what cannot be erased, and there is no path alias', () => {
  const { compilerOptions } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'tsconfig.json'), 'utf8'),
  ) as {
    compilerOptions: Record<string, unknown>
  }
  assert.equal(compilerOptions.erasableSyntaxOnly, true)
  assert.equal(compilerOptions.verbatimModuleSyntax, true)
  assert.equal(compilerOptions.strict, true)
  assert.equal(compilerOptions.paths, undefined)
})
