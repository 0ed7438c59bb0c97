import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { PLAN_START } from './form.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')

test('an analyst starts a plan in the office’s own words', async () => {
  const said = {
    ...PLAN_START,
    title: 'Police and Crime Plan 2021-25',
    'starts_on-day': '1',
    'starts_on-month': '4',
    'starts_on-year': '2021',
    'ends_on-day': '31',
    'ends_on-month': '3',
    'ends_on-year': '2025',
  }
  const started = await nell.post('/delivery-plans/start', {
    ...said,
    theme_word: 'Objective',
    deliverable_word: 'Priority',
    themes: 'A Visible Police Force\r\n\r\nA Focus on Victims',
  })
  assert.equal(started.status, 303)
  const page = wordsOf((await nell.get(started.location!)).text)
  assert.match(page, /Objectives 1\. A Visible Police Force 2\. A Focus on Victims/)
  // Named by its own words everywhere, and they can be changed; no part is ever taken away.
  const words = {
    ...said,
    theme_word: 'Priority',
    deliverable_word: 'Activity',
    green_means: 'On track',
  }
  const fewer = await nell.post(`${started.location}/change`, { ...words, themes: 'Only one' })
  assert.match(fewer.text, /Give all 2 objectives: they can be renamed, not taken away/)
  const changed = await nell.post(`${started.location}/change`, {
    ...words,
    themes: 'A Visible Police Service\nA Focus on Victims\nRural Crime',
  })
  assert.equal(changed.status, 303)
  assert.match(
    wordsOf((await nell.get(started.location!)).text),
    /Priorities 1\. A Visible Police Service 2\. A Focus on Victims 3\. Rural Crime .*Green On track/,
  )
  const year = await nell.post(`${started.location}/years/add`, {
    title: 'Year one',
    'starts_on-day': '1',
    'starts_on-month': '4',
    'starts_on-year': '2020',
    'ends_on-day': '31',
    'ends_on-month': '3',
    'ends_on-year': '2021',
  })
  assert.equal(year.status, 422)
  assert.match(year.text, /The year must lie within the plan/)
})
