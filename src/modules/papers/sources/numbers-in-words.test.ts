import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { numbersIn } from './numbers-in-words.ts'
import { numbersOfUpdate } from './numbers-of-update.ts'

const figures = (text: string) => numbersIn(text).map(({ figure }) => figure)

for (const [text, found] of [
  ['a total of 34 registered Community Points', ['34']],
  ['grants of up to £2,000 to 7 of the registered', ['£2,000', '7']],
  ['over £500k and £655,285 over 2 years', ['£500k', '£655,285', '2']],
  ['40 incidents (15%), of which 57% were children', ['40', '15%', '57%']],
  ['recorded suicide (+24%) against (+5%)', ['+24%', '+5%']],
  ['within the next 12-18 months', ['12-18']],
  // Days, years, times, and what is only numbered or named.
  ['On 25 November 2019, in April 2020, by 31.1.20 and in 2018/2019 or 2019-20', []],
  ['As outlined in no 9 above; Round 2; Quarter 2; Covid-19; a 24/7 helpline; 1-2-1 support', []],
  ['It is available 9am- 11pm, 7 days per week', ['7']],
  ['Gateway4Women and Q2', []],
] as const)
  test(`the numbers in “${text}”`, () => assert.deepEqual(figures(text), found))

test('the same figure said twice is told apart by its place, each with the words around it', () => {
  const [first, second] = numbersIn('Of these 74% felt safer. Then 74% felt better informed.')
  assert.deepEqual([first!.place, second!.place], [1, 2])
  assert.deepEqual(
    [first!.around, second!.around],
    ['Of these 74% felt safer', 'Then 74% felt better informed'],
  )
})

test('a figure in braces is bound already, and the digits of its name count nothing', () => {
  const words = 'There were {{ referrals received, this quarter }} and {{ safer, top 10 }}, and 32 more.'
  assert.deepEqual(
    numbersOfUpdate({ words }).map(({ figure }) => figure),
    ['32'],
  )
})

test('whatever the text, a number is where it is said to be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 99_999 }), (text, count) => {
      for (const said of [text, `${text} ${count} ${text}`])
        for (const { figure, at } of numbersIn(said)) assert.equal(said.slice(at, at + figure.length), figure)
    }),
  )
})
