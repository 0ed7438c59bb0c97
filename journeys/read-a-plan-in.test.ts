// Another office's plan in a layout of its own: read in on a phone, what is no plan left out, kept, and its cycle closed.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ clock: () => new Date('2036-10-07T09:00:00Z') })

async function fits(page: Page) {
  assert.deepEqual(await accessibilityProblems(page), [])
  assert.ok(
    (await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320,
    'nothing is wider than the screen',
  )
}

for (const [javascript, starts] of [
  [true, 2040],
  [false, 2044],
] as const)
  test(`a paper in another layout is read in and its cycle closed, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(15_000)
    await page.goto('/plan-imports/start')
    await page.getByLabel('What do you call this paper?').fill('Another office')
    await page
      .getByLabel('Or paste its text')
      .fill(
        [
          `PRIORITY 2: Helping victims\nPolice and Crime Plan (${starts}-${starts + 4})`,
          `ACTION PLAN ${starts}-${(starts + 1) % 100} (Quarter 2)`,
          'Action\tDue\tRAG\tCommentary',
          `Open a place in the north (NW)\tby the end of March ${starts + 1}\tGreen, as one is open\t• 14 Sept ${starts}: One is open`,
          `Train every officer (Force)\tSpring ${starts + 1}\t\t`,
          'Risk\tMitigating action\tOwner\tRating\nNo building\tLook again\tNW\tA\nNo trainer\tAdvertise\tForce\tA',
        ].join('\n'),
      )
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('Not clear: 3 rows').waitFor()
    await page.getByText('Leave several of these out').click()
    for (const row of await page.getByRole('checkbox').all()) await row.check()
    await fits(page)
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await page.getByText('3 rows left out').waitFor()
    await page.getByRole('button', { name: 'Keep what was read' }).click()
    await page.getByRole('heading', { name: 'Nobody is named, so nobody is asked' }).waitFor()
    await fits(page)
    await page.getByRole('button', { name: 'Close this reporting cycle' }).click()
    await page.getByRole('link', { name: 'Say that you close it without what is still missing' }).waitFor()
    await page.getByText('There is 1 action without a colour').waitFor()
    await fits(page)
    await page.getByLabel('Close it without them').check()
    await page.getByRole('button', { name: 'Close this reporting cycle' }).click()
    await page.getByText('Closed 7 October 2036 at 10am').waitFor()
    await page.getByRole('link', { name: 'Open a place in the north' }).click()
    await page.getByText('By its dates: amber from 28 days').waitFor()
    await fits(page)
  })
