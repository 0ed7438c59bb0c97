// Every verb ends with 0 done, 1 refused, 2 used wrongly: the same for the same mistake, whichever verb it is.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { runVerb } from '#platform/cli/run.ts'
import { testApp } from './testing/cast.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const verbs = t.modules.flatMap((m) => m.verbs ?? [])
const root = join(import.meta.dirname, '..')
const file = join(root, 'database/cast/daily-transfer/NOTTS_ADT_20170313.csv')
const open = async () => ({
  ...t.options,
  database_url: t.url,
  secret: t.secret,
  data: '',
  close: async () => {},
})

/** What each verb with an area needs besides it, and the names in that which somebody may get wrong. */
const ASKED: Record<string, { rest: string[]; names?: string[] }> = {
  'import transfer': {
    rest: ['--profile', 'nottinghamshire-police', file],
    names: ['nottinghamshire-police'],
  },
  'import service': { rest: [join(root, 'docs')] },
  'import recorded-crime': {
    rest: ['--profile', 'nottinghamshire-crime-2014', file],
    names: ['nottinghamshire-crime-2014'],
  },
  'import asb': {
    rest: ['--profile', 'nottinghamshire-asb-2014', file],
    names: ['nottinghamshire-asb-2014'],
  },
  'sender-key add': { rest: ['--profile', 'nottinghamshire-police'], names: ['nottinghamshire-police'] },
  'member invite': { rest: ['nobody@example.org'], names: ['nobody@example.org'] },
  'people count-once': { rest: [] },
  'people link': { rest: [] },
  figure: {
    rest: ['referrals-received', '--from', '2017-01-01', '--to', '2017-12-31'],
    names: ['referrals-received'],
  },
  'paper list': { rest: [] },
  'paper print': {
    rest: ['service-report', '--from', '2017-01-01', '--to', '2017-12-31'],
    names: ['service-report'],
  },
}

async function run(...words: string[]) {
  let said = ''
  const write = process.stderr.write.bind(process.stderr)
  process.stderr.write = (text: string | Uint8Array) => Boolean((said += String(text)))
  try {
    return { code: await runVerb(words, verbs, open), said }
  } finally {
    process.stderr.write = write
  }
}

test('every verb that takes an area is asked here', () => {
  const taking = verbs.filter(({ options }) => 'area' in options).map(({ words }) => words)
  assert.deepEqual(taking.toSorted(), Object.keys(ASKED).toSorted())
})

for (const [words, { rest, names = [] }] of Object.entries(ASKED))
  test(`${words}: an area, or another name, that there is not is used wrongly, with what there is instead`, async () => {
    const nowhere = await run(...words.split(' '), '--area', 'nope', ...rest)
    assert.equal(nowhere.code, 2, nowhere.said)
    assert.match(nowhere.said, /The area "nope" \(there is nottinghamshire\) was not found/)
    assert.match(nowhere.said, new RegExp(`waymark ${words} --help tells how to use it`))
    assert.equal((await run(...words.split(' '), ...rest)).code, 2, 'no area at all')
    for (const name of names) {
      const other = rest.map((each) => (each === name ? `no-${name}` : each))
      const unknown = await run(...words.split(' '), '--area', 'nottinghamshire', ...other)
      assert.equal(unknown.code, 2, unknown.said)
      assert.match(unknown.said, /was not found/)
    }
  })

test('what was asked rightly and cannot be done is refused', async () => {
  const here = ['--area', 'nottinghamshire']
  for (const [words, says] of [
    [
      ['import', 'transfer', ...here, '--profile', 'nottinghamshire-police', 'none.csv'],
      /none\.csv is no file/,
    ],
    [['import', 'service', ...here, join(root, 'docs')], /is not in .*docs/],
  ] as const) {
    const { code, said } = await run(...words)
    assert.equal(code, 1, said)
    assert.match(said, says)
  }
})

test('a word or an option that a verb does not take is used wrongly, in a short sentence', async () => {
  const here = ['--area', 'nottinghamshire']
  for (const words of ['people count-once', 'people link', 'paper list']) {
    const { code, said } = await run(...words.split(' '), ...here, 'something')
    assert.equal(code, 2, said)
    assert.match(said, /^Unexpected argument 'something'\n/)
  }
  const { code, said } = await run('demonstration', 'load', 'something')
  assert.deepEqual([code, said.split('\n')[0]], [2, "Unexpected argument 'something'"])
  assert.match((await run('figure', '--bogus')).said, /^Unknown option '--bogus'\n/)
})
