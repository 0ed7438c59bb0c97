// Plans in layouts that offices also use: cards, owners in brackets, updates as lists, several years.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type ReadPlan, readPlanText } from './reading/read-plan-text.ts'

const rows = ({ deliverables }: ReadPlan) =>
  deliverables.map(({ number, owners, words, status }) => [number, owners, words, status])
const updates = ({ deliverables }: ReadPlan) =>
  deliverables.map((one) => one.updates.map(({ dated_on, author, words }) => [dated_on, author, words]))
const everything = (read: ReadPlan) => JSON.stringify([read.deliverables, read.rest, read.unclear])

const THREE = [
  [1, 'NW/CG', 'Open three more Community Points', 'green'],
  [2, 'Force', 'Improve the reporting of hate crime', 'amber'],
  [3, 'VRU', 'Train every school in the county', 'white'],
]

test('a card for each deliverable: labels, and what they say', () => {
  const card = (number: number, words: string, lead: string, status: string, more: string[]) =>
    [`Action ${number}\t${words}`, `Lead officer\t${lead}`, `RAG\t${status}`, ...more].join('\n')
  const text = [
    'Our plan of last year',
    card(1, 'Open three more Community Points', 'NW/CG', 'Green', [
      'Budget\t£40,000',
      'Update January 2020\tTwo are open.',
      'Update October 2019\tOne is open.\nA lease is being agreed.',
    ]),
    card(2, 'Improve the reporting of hate crime', 'Force', 'A', ['Due\tby the end of March 2020']),
    card(3, 'Train every school in the county', 'VRU', 'Not started', []),
  ].join('\n\n')
  const read = readPlanText(text)
  assert.deepEqual(rows(read), THREE)
  assert.deepEqual(updates(read)[0], [
    ['2020-01-01', 'NW/CG', 'Two are open.'],
    ['2019-10-01', 'NW/CG', 'One is open.\n\nA lease is being agreed.'],
  ])
  assert.equal(read.deliverables[1]!.due_on, '2020-03-31')
  assert.ok(read.rest.some((one) => one.text === 'Budget: £40,000'))
  // The same with colons, as it is typed without tables.
  assert.deepEqual(rows(readPlanText(text.replaceAll('\t', ': '))), THREE)
})

test('owners in brackets, where the table has no column for them; other brackets are part of the words', () => {
  const text = [
    'No\tDeliverable\tRAG',
    '1\tOpen three more Community Points (NW/CG)\tG',
    '2\tImprove the reporting of hate crime (Force)\tA',
    '3\tTrain every school in the county (VRU)\tNS',
  ]
  const read = readPlanText(text.join('\n'))
  assert.deepEqual(rows(read), THREE)
  assert.match(read.doubts[0]!, /no column of owners/)
  const titles = readPlanText(
    'No\tPriority\tRAG\n1\tOpen more points (Head of Commissioning)\tG\n2\tTrain every officer [Chief Inspector]\tA',
  )
  assert.deepEqual(rows(titles), [
    [1, 'Head of Commissioning', 'Open more points', 'green'],
    [2, 'Chief Inspector', 'Train every officer', 'amber'],
  ])
  const one = readPlanText(
    `${text[0]}\n1\tOpen a second centre (SARC)\tG\n2\tTrain officers\tA\n3\tTrain schools\tA`,
  )
  assert.equal(one.deliverables[0]!.words, 'Open a second centre (SARC)')
})

test('what is said as a list, each point with its date; points within an update with a heading stay in it', () => {
  const heading = 'No\tOwner\tDeliverable\tRAG\n1\tNW\tOpen three more Community Points\tG\n'
  assert.deepEqual(
    updates(
      readPlanText(
        `${heading}• 14 January 2020: Two are open.\n• Oct 2019 – One is open.\nA lease is being agreed.\n• 1.7.19 (CG): Begun.\n• A place was found (Force, June 2019)`,
      ),
    )[0],
    [
      ['2020-01-14', 'NW', 'Two are open.'],
      ['2019-10-01', 'NW', 'One is open.\n\nA lease is being agreed.'],
      ['2019-07-01', 'CG', 'Begun.'],
      ['2019-06-01', 'Force', 'A place was found'],
    ],
  )
  assert.deepEqual(
    updates(
      readPlanText(
        `${heading}Update January 2020:\n- 14 January 2020: the first\n- 20 January 2020: the second`,
      ),
    )[0],
    [['2020-01-01', 'NW', '- 14 January 2020: the first\n- 20 January 2020: the second']],
  )
  assert.deepEqual(
    updates(
      readPlanText(`${heading}January 2020\n- Two are open\nOctober 2019 update (CG)\n- One is open`),
    )[0],
    [
      ['2020-01-01', 'NW', '- Two are open'],
      ['2019-10-01', 'CG', '- One is open'],
    ],
  )
  // A day that there is not is said, and stays in the words.
  const wrong = readPlanText(`${heading}Update 31.2.20: Begun.`)
  assert.deepEqual(updates(wrong)[0], [[null, 'NW', 'Update 31.2.20: Begun.']])
})

test('points typed within a cell are of its row', () => {
  const read = readPlanText(
    'No\tOwner\tAction\tUpdate\tRAG\n1\tNW\tOpen more points\t• Jan 2020: Two are open\u2028• Oct 2019: One is open\tG\n2\tCG\t• Train schools\t\tA',
  )
  assert.deepEqual(rows(read), [
    [1, 'NW', 'Open more points', 'green'],
    [2, 'CG', 'Train schools', 'amber'],
  ])
  assert.deepEqual(
    updates(read)[0]!.map(([day]) => day),
    ['2020-01-01', '2019-10-01'],
  )
})

test('two years in one paper, each with its own table in an order of its own', () => {
  const read = readPlanText(
    [
      'DELIVERY PLAN 2019-20',
      'No\tOwner\tDeliverable\tRAG',
      '1\tNW\tOpen three more Community Points\tG',
      '2\tCG\tTrain every school in the county\tA',
      'DELIVERY PLAN 2020-21',
      'Priority 3: Fewer people reoffend',
      'Deliverable\tLead\tDue',
      'Open a place in the north of the county\tNW\tMay 2020',
    ].join('\n'),
  )
  assert.deepEqual(
    read.deliverables.map(({ year, number, owners, words }) => [year, number, owners, words]),
    [
      [2019, 1, 'NW', 'Open three more Community Points'],
      [2019, 2, 'CG', 'Train every school in the county'],
      [2020, 1, 'NW', 'Open a place in the north of the county'],
    ],
  )
  assert.ok(!read.doubts.some((one) => one.includes('twice')))
  assert.ok(read.doubts.some((one) => /1 row from line 8 on is of 2020-21: kept in that year\./.test(one)))
  const column = readPlanText(
    'Year\tNo\tAction\tRAG\n2019-20\t1\tOpen more points\tG\n2020/21\t1\tTrain every school\tNS',
  )
  assert.deepEqual(
    column.deliverables.map(({ year }) => year),
    [2019, 2020],
  )
})

test('several columns of colours: the last is read and the others are told; a colour with a sentence after it', () => {
  const read = readPlanText(
    'No\tAction\tLead\tQ1\tQ2\tQ3\tQ4\n1\tOpen more points\tNW\tR\tA\tG\t\n2\tTrain schools\tCG\tA\tA\tA\t',
  )
  assert.deepEqual(rows(read), [
    [1, 'NW', 'Open more points', 'green'],
    [2, 'CG', 'Train schools', 'amber'],
  ])
  assert.ok(read.doubts.includes('It has 3 columns of colours: “Q3” was read.'))
  assert.ok(read.rest.some(({ text }) => text === 'Q1: R'))
  const earlier = readPlanText(
    'No\tAction\tLead\tRAG\tPrevious RAG\n1\tOpen more points\tNW\tG\tR\n2\tTrain schools\tCG\tA\tR',
  )
  assert.deepEqual(
    earlier.deliverables.map(({ status }) => status),
    ['green', 'amber'],
  )
  const said = readPlanText(
    'No\tAction\tLead\tRAG\n1\tOpen more points\tNW\tGreen, as two of the three have been open since the summer of this year\n2\tTrain schools\tCG\tAmber',
  )
  assert.equal(said.deliverables[0]!.status, 'green')
  assert.match(everything(said), /summer of this year/)
})

test('a table without numbers ends where another begins, and nobody’s words are the office’s', () => {
  const read = readPlanText(
    'PRIORITY 2: Helping victims\nPolice and Crime Plan (2026-30)\nACTION PLAN 2026-27 (Quarter 2)\nAction\tDue\tRAG Q1\tRAG Q2\tCommentary\nOpen a place in the north (NW)\tMarch 2027\tAmber\tGreen, as one is open\t• 14 Sept 2026: One is open • July 2026: None yet\nTrain every officer (Force)\tSpring 2027\tRed\tRed\t• Begun (CG, August 2026)\nRisk\tMitigating action\tOwner\tRating\nNo building\tLook again\tNW\tA\nNo trainer\tAdvertise\tForce\tA\nA remark at the end',
  )
  assert.deepEqual(rows(read), [
    [1, 'NW', 'Open a place in the north', 'green'],
    [2, 'Force', 'Train every officer', 'red'],
  ])
  assert.deepEqual(updates(read), [
    [
      ['2026-09-14', 'NW', 'One is open'],
      ['2026-07-01', 'NW', 'None yet'],
    ],
    [['2026-08-01', 'CG', 'Begun']],
  ])
  assert.equal(read.deliverable_word, 'Action')
  assert.deepEqual([read.cycle?.name, read.cycle?.period_from], ['Quarter 2', '2026-07-01'])
  assert.equal(read.unclear.length, 3)
  const nobody = readPlanText('No\tAction\tRAG\n1\tOpen more points\tG\nUpdate 14.1.20: Two are open.')
  assert.equal(nobody.deliverables[0]!.updates[0]!.author, 'OPCC')
})

test('another table of the paper is asked about, row by row', () => {
  const read = readPlanText(
    'No\tOwner\tDeliverable\tRAG\n1\tNW\tOpen more points\tG\n2\tCG\tTrain schools\tA\nRisk\tMitigating action\tOwner\tRating\nNo building is found\tLook further afield\tNW\tAmber\nNobody comes\tAdvertise\tCG\tRed',
  )
  assert.equal(read.deliverables.length, 2)
  assert.equal(read.unclear.length, 3)
})
