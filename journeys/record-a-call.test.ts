// A caseworker with the phone at one ear records a call by the keyboard alone, in at most twelve keystrokes plus the note; and what is
// typed is not lost when the page is left. With scripts and without.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { anOpenCase } from './an-open-case.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ areas: ['nottinghamshire'] })
const dan = await stage.as('Dan Jessop')

for (const javascript of [true, false]) {
  const how = javascript ? 'with scripts' : 'without scripts'

  test(`a call is recorded in at most twelve keystrokes plus the note, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript })
    await page.goto(`/cases/${case_id}`)
    const keys = await keyboardOf(page)

    await keys.press('Alt+c') // Record a call
    await page.waitForURL('**/contact-attempts/record')
    await page.getByText('07700 900123').waitFor()
    if (javascript) await keys.press('1')
    else await keys.press('Alt+1') // I spoke to them
    await keys.press('Alt+n') // Note
    await page.keyboard.type('Wants a new lock. Ring again on Tuesday.')
    await keys.press('Alt+s') // Save
    await page.waitForURL(`**/cases/${case_id}`)

    await page.getByText('Contact attempt recorded').waitFor()
    await page.getByText('Phone call: spoke to them').waitFor()
    await page.getByText('Wants a new lock. Ring again on Tuesday.').waitFor()
    assert.ok(keys.count() <= 12, `${keys.count()} keystrokes`)
  })

  test(`the same with nothing but Tab, arrows and Enter, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript })
    await page.goto(`/cases/${case_id}/contact-attempts/record`)
    const result = page.getByLabel('No answer; no message left')
    for (let tabs = 0; tabs < 40 && !(await page.getByLabel('I spoke to them').evaluate(isFocused)); tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    assert.ok(await result.isChecked())
    for (
      let tabs = 0;
      tabs < 10 && !(await page.getByRole('button', { name: 'Save', exact: true }).evaluate(isFocused));
      tabs++
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Next: Try again: attempt 2').waitFor()
  })

  test(`the name, the safe way of contact, the risk and the next action are in sight on a phone, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript, width: 390 })
    await page.goto(`/cases/${case_id}`)
    for (const sight of [
      page.getByText('Ada Brightwell').first(),
      page.getByText('Call mobile').first(),
      page.getByText('Not judged yet').first(),
      page.getByRole('link', { name: 'Make first contact' }).first(),
    ]) {
      const box = await sight.boundingBox()
      assert.ok(box && box.y + box.height <= 844)
    }
    assert.deepEqual(await accessibilityProblems(page), [])
    assert.doesNotMatch(await page.title(), /Ada|Brightwell/)
  })
}

test('what is typed is kept while typing and is there again, in another window', async () => {
  const { case_id } = await anOpenCase(dan)
  const page = await stage.window('Dan Jessop')
  await page.goto(`/cases/${case_id}/notes/add`)
  await page.getByLabel('Note').fill('She was calmer today')
  await page.getByText('Draft saved at').waitFor()
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0])
  await page.close()
  const other = await stage.window('Dan Jessop', { javascript: false })
  await other.goto(`/cases/${case_id}/notes/add`)
  assert.equal(await other.getByLabel('Note').inputValue(), 'She was calmer today')
  await other.getByLabel('Note').fill('She was calmer today. Ring on Friday.')
  await other.getByRole('button', { name: 'Save draft' }).click()
  await other.getByText('Draft saved').waitFor()
  assert.equal(await other.getByLabel('Note').inputValue(), 'She was calmer today. Ring on Friday.')
  await other.getByRole('button', { name: 'Save the note' }).click()
  await other.getByText('Note added').waitFor()
})

const isFocused = (element: Element) => element === document.activeElement

/** Counts every key that goes down: Alt and a letter are two. */
async function keyboardOf(page: Page) {
  const wire = await page.context().newCDPSession(page)
  let pressed = 0
  return {
    press: async (keys: string) => {
      const [first = '', letter] = keys.split('+')
      pressed += letter ? 2 : 1
      if (!letter) return page.keyboard.press(first)
      // With Alt held down a real keyboard sends the character, too, and that is what an access key answers to; Playwright does not.
      await page.keyboard.down('Alt')
      await wire.send('Input.dispatchKeyEvent', {
        type: 'char',
        text: letter,
        unmodifiedText: letter,
        modifiers: 1,
      })
      await page.keyboard.up('Alt')
    },
    count: () => pressed,
  }
}
