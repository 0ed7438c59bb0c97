// An office's own template: made on pages, shown, kept, and a paper started from it, on a phone too.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { makeSmallPlan, openSmallCycle } from '../src/modules/delivery-plan/plan-cast.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ clock: () => new Date('2036-10-20T09:00:00Z') })
const nell = await stage.as('Nell Wainwright')
const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))

async function fits(page: Page, javascript: boolean) {
  if (javascript) assert.deepEqual(await accessibilityProblems(page), [])
  assert.ok(
    (await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320,
    'nothing is wider than the screen',
  )
}

for (const javascript of [true, false])
  test(`an analyst makes a template and starts a paper from it, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const name = `For the Panel, ${javascript ? 'first' : 'second'}`
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(15_000)
    await page.goto('/paper-templates')
    await fits(page, javascript)
    await page.getByRole('button', { name: 'Make a template' }).click()
    await page.getByLabel('What do you call this template?').fill(name)
    await page.getByLabel('Nothing, for papers about a delivery plan').check()
    await fits(page, javascript)
    await page.getByRole('button', { name: 'Start the template' }).click()
    await page.getByRole('link', { name: 'Add a section' }).click()
    await page.getByLabel('Heading').fill('Purpose')
    await page.getByLabel(/^A numbered section/).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Add to this section').selectOption('Text, or a sentence with figures')
    await fits(page, javascript)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByLabel('Words').fill('So far we have had')
    await page.getByLabel('Put a figure in').selectOption('referrals received')
    await page.getByRole('button', { name: 'Put the figure in' }).click()
    assert.match(
      await page.getByLabel('Words').inputValue(),
      /So far we have had \{\{ referrals received \}\}/,
    )
    await fits(page, javascript)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Add to this section').selectOption('The table of deliverables with their updates')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('button', { name: 'Move up part 2' }).click()
    await page.getByText('Moved').waitFor()
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByRole('link', { name: 'See how it reads' }).click()
    await page.getByText('So far we have had 0').waitFor()
    await fits(page, javascript)
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Keep as version 1' }).click()
    await page.getByText('Version 1 is in use now').waitFor()
    await fits(page, javascript)
    await page.goto(`/plan-papers/start/${cycle_id}`)
    await page.getByLabel(name).check()
    await fits(page, javascript)
  })
