import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { beginnings } from './beginnings.ts'

const plan = (second: string) =>
  `No\tOwner\tDeliverable\tRAG\n1\tNW\tSupport people who are stalked\tG\nUpdate February 2024: The project went live in October 2023. ${second}`

test('one thing that begins twice', () => {
  assert.match(
    whyOf(
      beginnings,
      '2.1 Victim CARE opened in January 2017.\n\n2.2 The Victim CARE contract runs from November 2017 to March 2020.',
    ),
    /begins in November 2017 here, and in January 2017 in paragraph 2\.1/,
  )
  assert.equal(tryRule(beginnings, plan('The service began in July 2023.')).length, 1)
})

test('two things, or one that begins once', () => {
  assert.deepEqual(
    tryRule(
      beginnings,
      '2.1 Victim CARE opened in January 2017.\n\n2.2 Lantern Advocacy opened in May 2018.',
    ),
    [],
  )
  assert.deepEqual(tryRule(beginnings, plan('The service was expanded in January 2024.')), [])
  assert.deepEqual(tryRule(beginnings, plan('The service began in October 2023.')), [])
})
