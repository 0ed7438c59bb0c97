// An intake worker sends a day's file by the page: it is safe at once, its page follows the reading, and what became of it adds up.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { runJobs } from '../src/testing/run-jobs.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ areas: ['nottinghamshire'] })
const day = (number: number) =>
  join(import.meta.dirname, `../database/cast/daily-transfer/NOTTS_ADT_201703${number}.csv`)

for (const [javascript, number, rows] of [
  [true, 13, 41],
  [false, 14, 40],
] as const)
  test(`a file is sent ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await stage.window('Imani Osei', { width: 390, javascript })
    await page.goto('/transfers')
    await page.getByRole('button', { name: 'Send a file' }).click()
    await page.getByLabel('How is the file written?').selectOption('nottinghamshire-police')
    await page.getByLabel('The file', { exact: true }).setInputFiles(day(number))
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('The file waits for its turn').waitFor()
    await page.setViewportSize({ width: 320, height: 700 })
    assert.deepEqual(await accessibilityProblems(page), [])
    assert.equal(await runJobs(stage), 1)
    // With JavaScript the page sees by itself that it is done; without, the link looks again.
    if (!javascript) await page.getByRole('link', { name: 'See how far it is now' }).click()
    await page.getByText('It adds up.').waitFor()
    await page.getByText(`${rows} rows in the file`).waitFor()
  })
