// Before a paper is published: an editor sees what the checks found, answers, mends; somebody checks a file of which nothing is kept.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { startPaper } from '#papers'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage()
const ruth = await stage.as('Ruth Adeyemi')
const FILE = join(
  import.meta.dirname,
  '..',
  'src/modules/papers/checks/corpus/invented/a1-quarterly-service.txt',
)

// axe works by scripts of its own timing, so it looks at the windows that have them.
async function fits(page: Page, javascript: boolean) {
  if (javascript) assert.deepEqual(await accessibilityProblems(page), [])
  assert.ok(
    (await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320,
    'nothing is wider than the screen',
  )
}

for (const javascript of [true, false]) {
  test(`an editor answers one finding and mends another, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const paper_id = await ruth.act((ctx) =>
      startPaper(ctx, {
        template: 'service-report',
        period_from: '2018-01-01',
        period_to: '2018-12-31',
        report_to: 'A meeting',
        meeting_on: '2019-03-07',
        agenda_item: null,
        report_author: 'The manager',
        author_email: null,
        other_contacts: null,
        for_what: 'information',
        is_public: true,
      }),
    )
    const page = await stage.window('Ruth Adeyemi', { width: 320, javascript })
    const write = async (words: string) => {
      await page.goto(`/papers/${paper_id}/sections/8`)
      await page.getByLabel('Your words').fill(words)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Section saved').waitFor()
    }
    await write('Sandra Whitfield was pleased.\n\nOf 120 people, 45 (40%) finished.')
    await page.getByRole('link', { name: 'Check before publishing' }).click()
    await page.getByText('2 things must be mended').waitFor()
    await fits(page, javascript)
    await page.getByRole('link', { name: /^Answer with a reason.*Sandra Whitfield/ }).click()
    await page.getByRole('button', { name: 'Keep this answer' }).click()
    await page.getByRole('link', { name: 'Enter why' }).waitFor()
    await page.getByLabel('Why?').fill('She asked to be named.')
    await fits(page, javascript)
    await page.getByRole('button', { name: 'Keep this answer' }).click()
    await page.getByText('1 thing must be mended').waitFor()
    await page.getByText('She asked to be named.').waitFor()
    await page
      .getByRole('link', { name: /^Open where it is written.*8\.2/ })
      .first()
      .click()
    await page
      .getByLabel('Your words')
      .fill('Sandra Whitfield was pleased.\n\nOf 120 people, 45 (38%) finished.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Check before publishing' }).click()
    await page.getByText('Nothing stops this paper from being signed off.').waitFor()
    await fits(page, javascript)
  })

  test(`a file is checked, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    await page.goto('/paper-checks/start')
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByRole('link', { name: 'There is no text in this file.' }).waitFor()
    await fits(page, javascript)
    await page.getByLabel('The paper: a Word file').setInputFiles(FILE)
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByText('231 is more than the 214 it is said to be of.').waitFor()
    await page.getByText('Nothing of it has been kept.').waitFor()
    await fits(page, javascript)
  })
}
