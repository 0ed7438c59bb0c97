// Somebody born in 1926 is 98 when they are robbed at the door: a year of two figures must not make an error of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf } from '../transfers/decided-in-memory.ts'
import { readProfile } from './mapping-profile.ts'

const born = async (date_formats: string[], ...rows: [reported: string, born: string][]) => {
  const profile = readProfile({
    profile: 'short-years',
    title: 'Years of two figures',
    date_formats,
    columns: { occurrence_no: 'Ref', reported_on: 'On', surname: 'Name', born_on: 'Born' },
  })
  const text = rows.map(([on, birth], n) => `F${n},${on},Ada,${birth}\n`).join('')
  return (await rowsOf(profile, `Ref,On,Name,Born\n${text}`, '2026-11-22')).map(
    ({ victims: [one] }) => one!.problems[0] ?? one!.read!.born_on,
  )
}

test('a birth is the latest day of that year that is not after the report', async () => {
  const days = await born(
    ['DD/MM/YY'],
    ['01/03/24', '01/03/24'],
    ['01/03/24', '02/03/24'],
    ['01/03/24', '31/12/26'],
    ['01/03/24', '01/01/27'],
    ['01/03/24', '28/02/25'],
    ['01/03/26', '05/06/80'],
  )
  assert.deepEqual(days, ['2024-03-01', '1924-03-02', '1926-12-31', '1927-01-01', '1925-02-28', '1980-06-05'])
})

test('a year of four figures says what it says, and a day that no century has is an error', async () => {
  const [long] = await born(['DD/MM/YYYY', 'DD/MM/YY'], ['01/03/2024', '02/03/2024'])
  assert.match(String(long), /2024-03-02, is after the report/)
  const [leap] = await born(['DD/MM/YY'], ['01/03/99', '29/02/00'])
  assert.match(String(leap), /2000-02-29, is after the report/)
})
