import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckedPaper, Part } from '../../model/paper.ts'
import { allSentences } from '../../model/sentences.ts'
import { assemblePaper } from '../../reading/assemble.ts'
import { readText } from '../../reading/read-text.ts'
import { tryRule } from '../try-rule.ts'
import { smallNumbers } from './small-numbers.ts'

test('few people, cases or crimes, in words or digits; the most private stop publishing', () => {
  for (const [said, severity] of [
    ['Three victims of honour-based abuse were moved.', 'stops'],
    ['This is compared with 9 cases of stalking.', 'stops'],
    ['Two children were seen.', 'stops'],
    ['A further 7 cases are open.', 'look'],
    ['One victim was robbed twice.', 'stops'],
  ] as const)
    assert.deepEqual(
      tryRule(smallNumbers, `2.1 ${said}`).map((one) => one.severity),
      [severity],
      said,
    )
})

test('organisations, staff, lengths of time and ways of speaking are not people', () => {
  for (const said of [
    'Two new caseworkers started and four organisations signed up.',
    'There are three themes and 5 meetings a year.',
    'The wait is 6 weeks for people aged 8 to 18.',
    'Grants of up to £2,000 went to 7 of the registered hubs.',
    'One of the main reasons is time.',
    'A victim of two crimes is counted once.',
    'There were 12 victims.',
  ])
    assert.deepEqual(tryRule(smallNumbers, `2.1 ${said}`), [], said)
})

test('a table of victims is told once, with its rows; a paper that is not public not at all', () => {
  const table = 'Ward\tVictims of hate crime\nNorth\t14\nSouth\t3\nEast\t6'
  const [one, ...others] = tryRule(smallNumbers, table)
  assert.match(one!.why, /2 rows have counts under 10: South, East/)
  assert.equal(others.length, 0)
  const secret = readText(
    `Public/Non Public:\tNon Public\nDate of Meeting:\t12 March 2024\n\n1. Points\n\n1.1 Two victims of rape asked.\n\n${table}`,
  )
  assert.deepEqual(smallNumbers.find(assemblePaper(secret)), [])
})

test('what is Green or Red is a deliverable, and a Community Point is no person, under a theme about victims too', () => {
  const table = (rows: string) => `2.1 Victims helped are told of here.\n\n${rows}\n`
  assert.deepEqual(
    tryRule(smallNumbers, table('Victims helped\tGreen\tAmber\tRed\nQuarter 1\t2\t1\t1\nQuarter 2\t3\t1\t0')),
    [],
  )
  const found = tryRule(
    smallNumbers,
    table('Victims helped\tIn 2023\tIn 2024\nCommunity Points\t29\t9\nVictims of arson\t7\t12'),
  )
  assert.deepEqual(
    found.map(({ why }) => why),
    ['This row has a count under 10: Victims of arson.'],
  )
})

const written = (parts: readonly Part[], more: Partial<CheckedPaper> = {}): CheckedPaper => ({
  source: 'draft',
  title: '',
  front: [],
  parts,
  sentences: allSentences(parts),
  links: [],
  deliverables: [],
  figures: [],
  earlier: [],
  facts: { is_public: true, hide_below: 10 },
  ...more,
})
const says = (text: string, people: string[] = [], kind: 'paragraph' | 'bullet' = 'paragraph'): Part => ({
  kind,
  text,
  people,
  typed: false,
  zone: 'body',
  section: 'Points',
  where: 'paragraph 4.6',
})
const counts = (caption: string, header: string[], ...rows: string[][]): Part => ({
  kind: 'table',
  caption,
  header,
  rows,
  section: 'Points',
  where: 'the table',
  counted: true,
})

test('in a paper written here every small count of people stops, whatever word stands beside it; one of organisations does not', () => {
  const paper = written([
    says('5 led to a meeting and 12 to a talk.', ['5', '12']),
    says('Action Fraud: 3', [], 'bullet'),
    says('A further 4 had applied.'),
    counts(
      'Change in the four outcomes',
      ['Outcome', 'Improved', 'n'],
      ['Cope', '3', '40'],
      ['Safety', '12', '50'],
    ),
    counts('Community Points by district', ['District', 'Organisations'], ['Ashfield', '2']),
  ])
  const found = smallNumbers.find(paper)
  assert.deepEqual(
    found.map(({ quote, severity }) => [quote, severity]),
    [
      ['5 led to a meeting and 12 to a talk.', 'stops'],
      ['Action Fraud: 3', 'stops'],
      ['Cope | 3 | 40', 'stops'],
    ],
  )
  assert.match(found[0]!.to_do, /answer with the reason/)
})

test('small is what the area has set for the public: nothing where it hides nothing', () => {
  const parts = [says('15 led to a meeting.', ['15'])]
  const under = (hide_below: number) =>
    smallNumbers.find(written(parts, { facts: { is_public: true, hide_below } })).map(({ to_do }) => to_do)
  assert.deepEqual(under(10), [])
  assert.match(under(20).join(''), /fewer than 20/)
  assert.deepEqual(under(0), [])
})

test('a share is told by its sentence and by each row that gives it again', () => {
  const figure = {
    title: 'Completely satisfied, per cent',
    printed: '97%',
    measure: 'satisfaction',
    from: '2018-01-01',
    to: '2018-12-31',
    value: 58,
    n: 60,
    href: '/papers/x/figures/satisfied_percent',
  }
  const shares = counts('Shares', ['Measure', '2018', 'Out of'], ['Completely satisfied', '96.7%', '60'])
  const found = smallNumbers.find(written([shares], { figures: [figure] })).flatMap(({ tells = [] }) => tells)
  assert.deepEqual(found, [
    { quote: '97%', signs: ['97%'] },
    { quote: 'Completely satisfied | 96.7% | 60', signs: ['96.7%'], within: 'Shares' },
  ])
})

test('shares of the lines of a table are told once, with the rows that print them', () => {
  const line = (title: string, value: number, n: number) => ({
    title,
    printed: `${Math.round((value * 100) / n)}%`,
    measure: 'satisfaction',
    from: '2018-01-01',
    to: '2018-12-31',
    value,
    n,
    of_line: true as const,
    href: '/papers/x/figures/satisfaction_Q1_percent',
  })
  const table = counts('By quarter', ['Quarter', 'n', 'Yes'], ['Q1', '51', '96%'], ['Q2', '60', '50%'])
  const [one, ...others] = smallNumbers.find(
    written([table], { figures: [line('Q1', 49, 51), line('Q2', 30, 60)] }),
  )
  assert.deepEqual(others, [])
  assert.deepEqual(one!.tells, [{ quote: 'Q1 | 51 | 96%', signs: ['96%'], within: 'By quarter' }])
  assert.match(one!.why, /^96% is 49 of 51: so few/)
})

test('a share that leaves few out of many tells of them', () => {
  const share = (value: number, n: number) =>
    smallNumbers.find(
      written([], {
        figures: [
          {
            title: 'Satisfaction, per cent',
            printed: `${Math.round((value * 100) / n)}%`,
            measure: 'satisfaction',
            from: '2018-01-01',
            to: '2018-12-31',
            value,
            n,
            href: '/papers/1/figures/satisfied_percent',
          },
        ],
      }),
    )
  assert.deepEqual(share(637, 650), [])
  for (const [value, n] of [
    [6, 7],
    [98, 100],
    [3, 100],
  ] as const)
    assert.equal(share(value, n).length, 1, `${value} of ${n}`)
})
