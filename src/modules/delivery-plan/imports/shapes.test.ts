// Plans as other offices write them: whatever their shape, each line ends in a deliverable, an update, the rest, or a question to a person.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readPlanText } from './reading/read-plan-text.ts'
import { readStatus } from './reading/read-status.ts'

const FRONT = 'THEME 2: HELPING VICTIMS\nPolice and Crime Plan (2018-21)\nReport of:\tThe Chief Executive\n'
const read = (text: string) => readPlanText(FRONT + text)
const rows = (text: string) =>
  read(text).deliverables.map(({ number, owners, words, status }) => [number, owners, words, status])

const THREE = [
  [1, 'NW/CG', 'Open three more Community Points', 'green'],
  [2, 'Force', 'Improve the reporting of hate crime', 'amber'],
  [3, 'VRU', 'Train every school in the county', 'white'],
]

test('columns in another order, under other headings, with updates and dates in columns of their own', () => {
  const text = [
    'Ref\tAction\tLead officer\tTarget date\tRAG rating\tProgress update\tBudget code',
    'A1\tOpen three more Community Points\tNW/CG\t31.3.20\tG\tUpdate 14.1.20: Two are open.\tX12',
    'A2\tImprove the reporting of hate crime\tForce\tSummer 2020\tAmber\tTraining has begun.',
    'A3\tTrain every school in the county\tVRU\t\tNot started',
  ].join('\n')
  assert.deepEqual(rows(text), THREE)
  const { deliverables, rest, doubts } = read(text)
  assert.equal(deliverables[0]!.due_on, '2020-03-31')
  assert.deepEqual(
    deliverables.map(({ updates }) => updates.map(({ dated_on, words }) => [dated_on, words])),
    [[['2020-01-14', 'Two are open.']], [[null, 'Training has begun.']], []],
  )
  // What no column of ours takes is not lost.
  const shown = rest.map((one) => one.text)
  assert.ok(shown.includes('Budget code: X12') && shown.includes('Target date: Summer 2020'))
  assert.ok(doubts.includes('Number 3: “Not started” was read as White.'))
})

test('no headings, and no owners', () => {
  assert.deepEqual(
    rows(THREE.map(([number, , words, status]) => `${status}\t${words}\t${number}`).join('\n')),
    THREE.map(([number, , words, status]) => [number, 'OPCC', words, status]),
  )
  assert.ok(
    read('No\tDeliverable\tRAG\n1\tOpen more points\tG\n2\tTrain every school\tR').doubts.includes(
      'It names nobody who answers for them: OPCC is taken for all.',
    ),
  )
})

test('how offices write their colours', () => {
  for (const [text, status] of [
    ['g', 'green'],
    ['GREEN', 'green'],
    ['RAG: Amber', 'amber'],
    ['White (NS)', 'white'],
    ['N/S', 'white'],
    ['On track', 'green'],
    ['Off track', 'red'],
    ['🟠', 'amber'],
    ['Amber ▲', 'amber'],
    ['Blue', 'green'],
    ['Amber/Green', 'amber'],
    ['A/R', 'red'],
    ['Green - complete', 'green'],
    ['Status: Not yet due', 'white'],
  ] as const)
    assert.equal(readStatus(text)?.status, status, text)
  for (const text of ['', 'tbc', 'Greenwich', 'See below', 'NW', 'Open more points to victims'])
    assert.equal(readStatus(text), undefined, text)
  assert.deepEqual(
    read('No\tOwner\tAction\tRAG\n1\tNW\tOpen more points\tBlue\n2\tCG\tTrain schools\tG').doubts[0],
    'Number 1: “Blue” was read as Green.',
  )
})

test('rows that were pasted over several lines, from a spreadsheet and from Word', () => {
  const heading = 'No\tOwner\tDeliverable\tUpdate\tRAG'
  const sheet = `${heading}\n1\tNW/CG\tOpen three more Community Points\t"Update 14.1.20: Two are open.\nThe third has ""a lease""."\tG\n2\tForce\tImprove the reporting of hate crime\t\tA\n3\tVRU\tTrain every school in the county\t\tNS`
  assert.deepEqual(rows(sheet), THREE)
  assert.match(
    read(sheet).deliverables[0]!.updates[0]!.words,
    /^Two are open\.\n\nThe third has "a lease"\.$/,
  )
  const word = `${heading}\n1\tNW/CG\tOpen three more Community Points\tUpdate 14.1.20: Two are open.\n\nThe third has a lease.\tG\n2\tForce\tImprove the reporting of hate crime\t\tA\n3\tVRU\tTrain every school in the county\t\tNS`
  assert.deepEqual(rows(word), THREE)
  assert.match(read(word).deliverables[0]!.updates[0]!.words, /The third has a lease/)
})

test('rows that lack their last cells stay apart, and more of a last cell is of its row', () => {
  const text =
    'Action\tLead\tRAG\tRef\tUpdate\nOpen three more Community Points\tNW/CG\tG\t1\tUpdate 14.1.20: Two are open.\nThe third has a lease.\nImprove the reporting of hate crime\tForce\tA\t2\nTrain every school in the county\tVRU\tNS\t3\nTotal\t\t100%'
  assert.deepEqual(rows(text), THREE)
  const { deliverables, unclear } = read(text)
  assert.equal(deliverables[0]!.updates[0]!.words, 'Two are open.\n\nThe third has a lease.')
  assert.deepEqual(
    unclear.map((one) => one.text),
    ['Total\t\t100%'],
  )
})

test('each cell on a line of its own, as a writer copies its table', () => {
  const text = `No\nOwner\nDeliverable\nRAG\n${THREE.map(([number, owners, words, status]) => `${number}\n${owners}\n${words}\n${status}`).join('\n')}`
  assert.deepEqual(rows(text), THREE)
  const told = text.replace('\ngreen\n', '\ngreen\nUpdate 14.1.20: Two are open.\n')
  assert.equal(read(told).deliverables[0]!.updates[0]!.dated_on, '2020-01-14')
})

test('a list with owners and colours said at the end of each point; what says neither is asked', () => {
  const text = [
    '• Open three more Community Points (NW/CG) – Green',
    'Update 14.1.20: Two are open.',
    '• Improve the reporting of hate crime. Owner: Force. Status: Amber',
    '• Something else altogether that nobody graded',
    '• Train every school in the county (VRU): not started',
  ].join('\n')
  assert.deepEqual(
    rows(text).map(([number, owners, words, status]) => [
      number,
      owners,
      String(words).replace(/\.$/, ''),
      status,
    ]),
    THREE,
  )
  const { unclear, deliverables } = read(text)
  assert.deepEqual(
    unclear.map((one) => one.text),
    ['- Something else altogether that nobody graded'],
  )
  assert.equal(deliverables[0]!.updates[0]!.words, 'Two are open.')
  const numbered =
    '1. Open three more Community Points – Lead: NW/CG – RAG: G\n2) Improve the reporting of hate crime (Force) - Amber'
  assert.deepEqual(rows(numbered), THREE.slice(0, 2))
})

test('what stands in the other cells of a row that a person tells stays with it', () => {
  const text =
    'No\tOwner\tAction\tRAG\tUpdate\tBudget\n1\tNW\tOpen more points\tG\t\t\nnew\tForce\tTrain every officer\tA\tUpdate 14.1.20: Begun.\tX12'
  const [row] = read(text).unclear
  assert.deepEqual(
    [row!.guess!.words, row!.guess!.owners, row!.guess!.status],
    ['Train every officer', 'Force', 'amber'],
  )
  const said = {
    what: 'deliverable',
    number: 2,
    owners: 'Force',
    words: 'Train every officer',
    status: 'amber',
  } as const
  const { deliverables, rest, unclear } = readPlanText(FRONT + text, { [row!.line]: said })
  assert.deepEqual(
    deliverables[1]!.updates.map(({ dated_on, words }) => [dated_on, words]),
    [['2020-01-14', 'Begun.']],
  )
  assert.ok(rest.some((one) => one.text === 'Budget: X12'))
  assert.equal(unclear.length, 0)
})

test('several parts of a plan in one table', () => {
  const text = `No\tOwner\tAction\tRAG\nTheme 1: Keeping people safe\n1\tNW\tOpen more points\tG\nTheme 2: Helping victims\n1\tForce\tTrain every officer\tA`
  assert.deepEqual(
    read(text).deliverables.map(({ number, part }) => [part?.number, part?.title, number]),
    [
      [1, 'Keeping people safe', 1],
      [2, 'Helping victims', 1],
    ],
  )
})

test('no line of a table is lost, whatever stands in it', () => {
  const word = fc.constantFrom(
    '1',
    '2',
    'G',
    'Amber',
    'NW',
    'tbc',
    '',
    'Open more points',
    'Train schools',
    '31.3.20',
    'Update 1.2.20: done',
    'Theme 1: Parts',
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('No\tOwner\tAction\tRAG\n', 'Action\tLead\tRAG\tUpdate\tDue\n', ''),
      (table, heading) => {
        const text = heading + table.map((cells) => cells.join('\t')).join('\n')
        const found = readPlanText(text)
        if (found.deliverables.length === 0) return
        const kept = JSON.stringify([found.deliverables, found.rest, found.unclear])
        const said = new Set(table.flat().filter((one) => /^(Open|Train|tbc|Update)/.test(one)))
        for (const one of said)
          assert.ok(kept.includes(one.replace(/^Update [\d.]+: /, '')), `${one} in\n${text}`)
      },
    ),
  )
})
