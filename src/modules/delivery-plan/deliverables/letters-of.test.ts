import assert from 'node:assert/strict'
import test from 'node:test'
import { lettersOf } from './keep-deliverable.ts'

test('owners are told apart as papers print them', () => {
  assert.deepEqual(lettersOf('NW/CG'), ['NW', 'CG'])
  assert.deepEqual(lettersOf('NW + CG & Force, NW'), ['NW', 'CG', 'Force'])
  assert.deepEqual(lettersOf('T/Supt Bell / A/Insp Marsh'), ['T/Supt Bell', 'A/Insp Marsh'])
  assert.deepEqual(lettersOf(' / '), [])
})
