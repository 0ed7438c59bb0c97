// What was published is put right: a wrong decision, another place, words to be taken out later, and a paper withdrawn; by keyboard, and without JavaScript.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '../src/platform/act.ts'
import { deliverToFolder, sendWaiting } from '../src/platform/mail/index.ts'
import { tellFollowers } from '../src/modules/public-site/index.ts'
import {
  makeMeeting,
  publishRead,
  putOnAgenda,
  signPaperOff,
  startSmallPaper,
} from '../src/testing/publication-cast.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage()
const [nell, craig] = [await stage.as('Nell Wainwright'), await stage.as('Craig Galloway')]
const area = await stage.area()
const DECISION = {
  words: 'The contract is extended by a year.',
  decided_by: 'The Commissioner',
  is_public: 'yes',
}

async function looks(page: Page, name: string, javascript: boolean) {
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('load')
  if (javascript) assert.deepEqual(await accessibilityProblems(page), [], name)
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  assert.ok(width <= 320, `${name} is ${width} px wide`)
}

/** The worker's part: what happened is told, and what was queued leaves for the demonstration's folder. */
async function work() {
  const step = <T>(does: Parameters<typeof stage.act<T>>[2]) =>
    stage.act(area, { visit_id: newId(), query: {} }, does)
  await step((ctx) => tellFollowers(ctx, { secret: stage.secret, origin: stage.url }))
  await sendWaiting(step, deliverToFolder(stage.options.mail!.outbox!))
}

async function follow(reader: Page) {
  await reader.goto('/published/nottinghamshire/follow')
  await reader.getByLabel('E-mail address').fill(`reader-${newId()}@example.org`)
  await reader.getByRole('button', { name: 'Send me a link to confirm' }).click()
  await reader.getByRole('heading', { name: 'Check your e-mail' }).waitFor()
  await work()
  await reader.goto('/outbox')
  await reader
    .getByRole('link', { name: /Confirm that you want/ })
    .first()
    .click()
  const letter = await reader.locator('main').innerText()
  await reader.goto(/http:\/\/[^/\s]+(\/published\/\S*\/confirm\/\S+)/.exec(letter)![1]!)
  await reader.getByRole('button', { name: 'Yes, write to me' }).click()
  await reader.getByRole('heading', { name: 'You follow what is published' }).waitFor()
}

for (const javascript of [true, false]) {
  const how = javascript ? 'with JavaScript' : 'without JavaScript'
  const board = javascript ? 'Performance Meeting' : 'Strategic Resources Meeting'
  const place = `2019-03-07-${board.toLowerCase().replaceAll(' ', '-')}`
  let paper_id = ''
  let reader: Page

  test(`a paper is published with what was decided, ${how}`, async () => {
    reader = await stage.window(undefined, { width: 320, javascript })
    reader.setDefaultTimeout(20_000)
    await follow(reader)
    const meeting_id = await makeMeeting(nell, board, '2019-03-07')
    paper_id = await startSmallPaper(nell, 'The contract was let. Somebody offered the least.')
    await putOnAgenda(nell, meeting_id, 1, { paper_id, title: 'Victim services' })
    await signPaperOff(nell, craig, paper_id)
    assert.equal((await publishRead(nell, paper_id)).status, 303)
    const item = /agenda-items\/([^/"]+)\/change/.exec((await nell.get(`/meetings/${meeting_id}`)).text)![1]!
    assert.equal((await nell.post(`/agenda-items/${item}/decision`, DECISION)).status, 303)
    assert.equal((await nell.post(`/meetings/${meeting_id}/publish`)).status, 303)
    await work()
  })

  test(`what was recorded wrongly is put right, by keyboard, and the public reads it at the same address, ${how}`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(20_000)
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.goto('/meetings')
    await page.getByRole('link', { name: new RegExp(`7 March 2019.*${board}`) }).click()
    await page.getByRole('link', { name: 'Correct this decision on item 1' }).focus()
    await press('Enter')
    await page.getByLabel('What was decided?').focus()
    await looks(page, 'decision-correct', javascript)
    await press('Control+A')
    await page.keyboard.type('The contract is extended by two years.')
    await press('Tab', 'Tab', 'Tab', 'Enter')
    await page.getByText('The contract is extended by two years.').waitFor()
    await page.getByText('have changed since they were published').waitFor()
    await looks(page, 'meeting-behind', javascript)
    await page.getByRole('button', { name: 'Publish the agenda and decisions again' }).focus()
    await press('Enter')
    await page.getByText('Agenda published').waitFor()
    await page.getByRole('link', { name: 'Change the date, time or place' }).click()
    await page.getByLabel('Place (optional)').fill('Arnold Town Hall')
    await looks(page, 'meeting-change', javascript)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Arnold Town Hall').waitFor()
    await page.getByRole('link', { name: 'Change item 1' }).click()
    await looks(page, 'item-change', javascript)
    await page.getByRole('button', { name: 'Take this item off the agenda' }).click()
    await page.getByText('The public reads the paper of this item').waitFor()
    await looks(page, 'button-refused', javascript)
    await reader.goto(`/published/nottinghamshire/meetings/${place}`)
    await reader.getByText('The contract is extended by two years.').waitFor()
    await reader.getByText('Arnold Town Hall').waitFor()
  })

  test(`what is taken out later is gone from the version before, and one version is withdrawn, ${how}`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(20_000)
    await page.goto(`/papers/${paper_id}/redactions/add`)
    const part = page.getByLabel('Which paragraph or part?')
    await part.selectOption(
      await part.locator('option', { hasText: 'The contract was let' }).getAttribute('value'),
    )
    await page.getByLabel('Which words?').fill('offered the least')
    await page.getByLabel('On which ground?').selectOption('paragraph-3')
    await page.getByLabel(/Why is the public interest/).fill('The price is commercial.')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByText('can still be read in what is published').waitFor()
    await looks(page, 'public-version-behind', javascript)
    await page.getByRole('button', { name: 'Publish a new version' }).click()
    await page.getByText('Version 1 prints what is taken out now').waitFor()
    await page.getByLabel('Why is there a new version?').fill('A price was taken out.')
    await looks(page, 'publish-again', javascript)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    await work()
    const at = `/published/nottinghamshire/papers/${place}-1`
    await reader.goto(`${at}/versions/1`)
    await reader.getByRole('heading', { name: 'Version 1 of this paper was withdrawn' }).waitFor()
    await looks(reader, 'version-withdrawn', javascript)
    await page.getByRole('link', { name: 'Withdraw this publication' }).click()
    await page.getByText('Version 2,').waitFor()
    assert.equal(await page.getByRole('radio').count(), 0, 'one version stands: nothing is to be chosen')
    await page.getByLabel('Why is it withdrawn?').fill('The contract is disputed.')
    await looks(page, 'withdraw', javascript)
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('Withdrawn', { exact: true }).first().waitFor()
    await reader.goto(at)
    await reader.getByText('The contract is disputed.').waitFor()
    await work()
    await reader.goto('/outbox')
    await reader.getByRole('link', { name: 'A paper was withdrawn' }).first().click()
    await reader.getByText('The contract is disputed.').waitFor()
  })
}
