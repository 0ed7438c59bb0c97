import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { districtsOfForce, findDistrict } from './districts.ts'
import { findOutcode } from './outcodes.ts'
import { findPoliceForceArea, policeForceAreas } from './police-forces.ts'
import { normalisePostcode, readPostcode } from './postcode.ts'
import { servesPostcodes } from './serves.ts'
import { findWard } from './wards.ts'

test('a postcode is read however it was written', () => {
  for (const [typed, read] of [
    ['NG3 1HF', 'NG3 1HF'],
    ['ng31hf', 'NG3 1HF'],
    [' Ng3  1hF ', 'NG3 1HF'],
    ['N.G.3.1.H.F', 'NG3 1HF'],
    ['NG3-1HF', 'NG3 1HF'],
    ['NG3 IHF', 'NG3 1HF'],
    ['NG1O 1AA', 'NG10 1AA'],
    ['M14 5TL', 'M14 5TL'],
    ['LE129BE', 'LE12 9BE'],
    ['S8O 2BG', 'S80 2BG'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['gir0aa', 'GIR 0AA'],
    ['CR26XH', 'CR2 6XH'],
    ['NG24 2WW', 'NG24 2WW'],
    ['NG8 OTZ', 'NG8 0TZ'],
    ['NG3 1H', null],
    ['', null],
    ['Nottingham', null],
    ['NG3 1HFX', null],
    ['QQ1 1AA', null],
    ['NG3 1CV', null],
  ] as const)
    assert.equal(normalisePostcode(typed), read, typed)
})

test('the outward half alone still tells the area, and is not mistaken for a longer one', () => {
  assert.deepEqual(readPostcode('NG3'), { postcode: null, outcode: 'NG3' })
  assert.deepEqual(readPostcode('ng3 1'), { postcode: null, outcode: 'NG3' })
  assert.deepEqual(readPostcode('NG3 1H'), { postcode: null, outcode: 'NG3' })
  assert.deepEqual(readPostcode('NG31'), { postcode: null, outcode: 'NG31' })
  assert.equal(readPostcode('unknown'), null)
})

test('case and separators never change what is read', () => {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'.split('')
  const postcode = fc
    .tuple(
      fc.constantFrom('NG1', 'NG24', 'S80', 'DN22', 'M1', 'W1A', 'EC1A', 'CR2'),
      fc.nat(9),
      fc.constantFrom(...letters),
      fc.constantFrom(...letters),
    )
    .map(([outcode, figure, one, two]) => `${outcode} ${figure}${one}${two}`)
  fc.assert(
    fc.property(
      postcode,
      fc.constantFrom('', ' ', '  ', '-', '.', '\u00a0'),
      fc.boolean(),
      (written, gap, small) => {
        const typed = written.replace(' ', gap)
        assert.equal(normalisePostcode(small ? typed.toLowerCase() : typed), written)
      },
    ),
  )
})

test('an outcode knows its districts, its force and whether it crosses the border', () => {
  assert.deepEqual(
    findOutcode('NG16')?.districts.map((d) => d.lad_name),
    ['Broxtowe', 'Ashfield'],
  )
  assert.equal(findOutcode('NG16')?.crosses_force_border, true)
  assert.equal(findOutcode('NG9')?.crosses_force_border, false)
  assert.equal(findOutcode('DE7'), undefined)
})

test('districts are found by code and by name, old and current', () => {
  assert.equal(findDistrict('newark & sherwood district council')?.lad_code, 'E07000175')
  assert.equal(findDistrict('City of Nottingham')?.lad_code, 'E06000018')
  assert.deepEqual(
    [findDistrict('Carlisle')?.current, findDistrict('E07000028')?.active_lad_name],
    [false, 'Cumberland'],
  )
  assert.equal(findDistrict(''), undefined)
  assert.deepEqual(
    districtsOfForce('Cumbria').map((d) => d.lad_name),
    ['Cumberland', 'Westmorland and Furness'],
  )
  assert.equal(districtsOfForce('E23000019').length, 8)
  assert.equal(findWard('E05012275')?.lad_name, 'Nottingham')
  assert.equal(policeForceAreas.length, 43)
  assert.equal(findPoliceForceArea('nottinghamshire')?.code, 'E23000019')
})

test('an area serves its own outcodes, those on its border too, and NG is not a synonym for the county', () => {
  const serves = servesPostcodes({ force: 'E23000019' })
  for (const inside of ['NG3 1HF', 'S80 2BG', 'DN22 6TH', 'LE12 9BE', 'NG16 4BE', 'dn101aa'])
    assert.equal(serves(inside), true, inside)
  for (const outside of ['DE7 8AA', 'M14 5TL', 'NG10 1AA', 'NG31 6TT'])
    assert.equal(serves(outside), false, outside)
  for (const unknown of [null, '', 'not known']) assert.equal(serves(unknown), null)
  assert.equal(servesPostcodes({ force: 'Derbyshire', outcodes: ['DE7', 'de1'] })('DE7 8AA'), true)
  assert.throws(() => servesPostcodes({ force: 'Derbyshire' }), /holds no postcodes for Derbyshire/)
  assert.throws(() => servesPostcodes({ force: 'Atlantis' }), /no police force area/)
  assert.throws(() => servesPostcodes({ force: 'Cumbria', outcodes: ['CA1 1AA'] }), /not an outcode/)
})
