import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule } from '../try-rule.ts'
import { personalData } from './personal-data.ts'

test('what leads to somebody stops publishing', () => {
  for (const said of [
    'Sandra Whitfield said thank you.',
    'We thank Mrs Hartwright for her letter.',
    'Dr Amir Khan visited the hub.',
    'She lives at 14 Orchard Close.',
    'He is from Elm Rise, NG1 5DT.',
    'The child was born on 3 March 2016.',
    'His date of birth is 03/03/1987.',
    'Write to d.hartwright81@example.org.',
    'Ring 07700 900712.',
    'Ring (01632) 960 321.',
  ])
    assert.deepEqual(
      tryRule(personalData, `2.1 ${said}`).map(({ severity }) => severity),
      ['stops'],
      said,
    )
  assert.deepEqual(
    tryRule(personalData, '2.1 Please ask PC Dave Ollerton.').map(({ severity }) => severity),
    ['look'],
  )
})

test('office holders, contacts, organisations, places and public numbers may stay', () => {
  for (const said of [
    '2.1 The Deputy Commissioner, Helen Marsh, chairs it.',
    '2.1 Chief Constable Amelia Stone attended.',
    '2.1 The hub is in Grace House, near Victoria Road, and is run by Emmanuel House Day Centre.',
    '2.1 Ring 0808 196 8999, 101 or 999, or write to info@example.org.',
    '2.1 The grant was £1,204,500 for 2023-24, 14 of them in May Street ward.',
    '2.1 St James Hospital and Martin Centre took part in March.',
    'For any enquiries about this report please contact:\n\nPriya Nolan, Manager\n\npriya.nolan@example.org\n\nTel: 01632 960145',
  ])
    assert.deepEqual(tryRule(personalData, said), [], said)
})
