import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAddress, readEmail, readPhone, readPostcode, readSex } from './contact.ts'
import { inferDateOrder, readDate } from './dates.ts'
import { forenameOf, splitFullName, surnameOf } from './names.ts'

test('a date is read however it was typed', () => {
  for (const text of [
    '1971-06-24',
    '19710624',
    '24/06/1971',
    '24.6.1971',
    '24 June 1971',
    'June 24, 1971',
    '1971-06-24T00:00:00',
    '24-Jun-71',
  ])
    assert.equal(readDate(text), 19_710_624, text)
  assert.equal(readDate('06/24/1971', 'mdy'), 19_710_624)
})

test('a part of a date is kept as a part, and a slip as typed', () => {
  assert.equal(readDate('1971'), 19_710_000)
  assert.equal(readDate('1971-06'), 19_710_600)
  assert.equal(readDate('06/1971'), 19_710_600)
  assert.equal(readDate('19718024'), 19_718_024)
  for (const nothing of ['', 'unknown', '01/01/1900', '1900-01-01', 'n/a'])
    assert.equal(readDate(nothing), 0, nothing)
})

test('the order of day and month is told by the values', () => {
  assert.equal(inferDateOrder(['01/02/1990', '24/06/1971']), 'dmy')
  assert.equal(inferDateOrder(['01/02/1990', '06/24/1971']), 'mdy')
  assert.equal(inferDateOrder([]), 'dmy')
})

test('postcodes lose spaces, get digits where letters were typed, and no fixed abode is none', () => {
  assert.deepEqual(readPostcode(' ng1  1aa'), { text: 'ng11aa', outward: 'ng1' })
  assert.deepEqual(readPostcode('NG7 OAB'), { text: 'ng70ab', outward: 'ng7' })
  assert.deepEqual(readPostcode('2095'), { text: '2095', outward: '20' })
  for (const none of ['ZZ99 3VZ', 'unknown', '', '-']) assert.equal(readPostcode(none), undefined, none)
})

test('telephone numbers are one however written', () => {
  for (const text of ['07700 900123', '+44 7700 900123', '0044 (0)7700-900123'])
    assert.equal(readPhone(text), '700900123', text)
  for (const none of ['', '0', '0000000000', '11111111111', '0123456789', 'none'])
    assert.equal(readPhone(none), undefined, none)
})

test('emails, addresses and sex are brought to one form', () => {
  assert.deepEqual(readEmail(' Amy.Cole+news@Example.org '), {
    text: 'amy.cole@example.org',
    local: 'amy.cole',
    domain: 'example.org',
  })
  assert.equal(readEmail('none@example.org'), undefined)
  assert.equal(readEmail('no'), undefined)
  const { number, street } = readAddress('178 Chestnut Grove')
  assert.deepEqual([number, street], [178, 'chestnutgr'])
  assert.equal(readAddress('Flat 2, 14 High Street').number, 14)
  assert.equal(readAddress('178 Chestnut Gr').street, street)
  assert.deepEqual(['F', 'female', 'M', 'Male', 'U', 'other'].map(readSex), [1, 1, 2, 2, 0, 3])
})

test('names are taken apart: titles, middle names, barrels, particles', () => {
  assert.equal(forenameOf('Mrs Mary', 'Jane')?.text, 'maryjane')
  assert.equal(forenameOf('Mary Jane', undefined)?.first, forenameOf('Mary', undefined)?.first)
  assert.equal(forenameOf('e mma', undefined)?.first, forenameOf('Emma', undefined)?.first)
  assert.equal(forenameOf('unknown', undefined), undefined)
  const both = surnameOf('Spinka-Christiansen')!
  assert.deepEqual([both.first, both.second], [surnameOf('Spinka')!.hash, surnameOf('Christiansen')!.hash])
  assert.equal(surnameOf('van der Berg')?.text, 'vanderberg')
  assert.deepEqual(splitFullName('Smith, Mary Jane'), { forename: 'Mary Jane', surname: 'Smith' })
  for (const after of ['1st Earl of Orford', 'Jr', 'MBE, FRS'])
    assert.deepEqual(splitFullName(`Sir Robert Walpole, ${after}`), {
      forename: 'Sir Robert',
      surname: 'Walpole',
    })
  assert.deepEqual(splitFullName('Mary Jane van der Berg'), {
    forename: 'Mary Jane',
    surname: 'van der Berg',
  })
})
