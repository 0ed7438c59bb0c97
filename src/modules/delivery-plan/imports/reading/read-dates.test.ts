import assert from 'node:assert/strict'
import test from 'node:test'
import { readDueDate, readWrittenDate } from './read-dates.ts'
import { readPlanText } from './read-plan-text.ts'

test('dates in words', () => {
  for (const [text, day] of [
    ['31.1.20', '2020-01-31'],
    ['31-01-2020', '2020-01-31'],
    ['2020-01-31', '2020-01-31'],
    ['31st of January 2020', '2020-01-31'],
    ['31 Jan 2020', '2020-01-31'],
    ['January 31st, 2020', '2020-01-31'],
    ['Sept. 2019', '2019-09-01'],
    ['May 2020', '2020-05-01'],
  ] as const)
    assert.equal(readWrittenDate(text)?.dated_on, day, text)
  for (const text of ['31.2.20', 'Marching 2020', 'summer 2020', '2020', 'may'])
    assert.equal(readWrittenDate(text), undefined, text)
  for (const [text, day] of [
    ['by the end of February 2020', '2020-02-29'],
    ['Friday 31 January 2020', '2020-01-31'],
    ['June to September 2019', '2019-09-30'],
    ['Q3 2019-20', '2019-12-31'],
    ['end of Quarter 4 (2019/20)', '2020-03-31'],
  ] as const)
    assert.equal(readDueDate(text), day, text)
  const read = readPlanText(
    'No\tAction\tLead\tDue\tRAG\n1\tOpen more points\tNW\tby the end of March 2020\tG\n2\tTrain schools\tCG\tSummer 2020\tA\n3\tTrain officers\tCG\tSummer 2020\tA',
  )
  assert.deepEqual(
    read.doubts.filter((one) => /Due|due/.test(one)),
    [
      'Number 1: “by the end of March 2020” was read as due on 31 March 2020.',
      'Number 2 and 3: “Summer 2020” is no day. No day is kept on which it is due.',
    ],
  )
})
