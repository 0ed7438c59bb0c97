// A paper's way to the public: its editor, its reviewer, its signatory, and somebody who reads it on a phone and asks to be told of the next.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '../src/platform/act.ts'
import { deliverToFolder, sendWaiting } from '../src/platform/mail/index.ts'
import { tellFollowers } from '../src/modules/public-site/index.ts'
import { startSmallPaper } from '../src/testing/publication-cast.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage()
const nell = await stage.as('Nell Wainwright')
const area = await stage.area()
const pictures = process.env.WAYMARK_PICTURES

async function looks(page: Page, name: string, javascript = true) {
  // A click may still be on its way to the next page, and a page is as wide as it will be once its style is there.
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('load')
  if (javascript) assert.deepEqual(await accessibilityProblems(page), [], name)
  const wider = await page.evaluate<string[]>(
    `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > 321).map((one) => one.outerHTML.slice(0, 200))`,
  )
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  assert.ok(width <= 320, `${name} is ${width} px wide: ${wider.join('\n')}`)
  if (!pictures || !javascript) return
  mkdirSync(pictures, { recursive: true })
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 320, height: 844 })
}

async function typeDay(page: Page, legend: string, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Day').fill(date)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** The worker's part: what was published is told, and what was queued leaves for the demonstration's folder. */
async function work() {
  const step = <T>(does: Parameters<typeof stage.act<T>>[2]) =>
    stage.act(area, { visit_id: newId(), query: {} }, does)
  await step((ctx) => tellFollowers(ctx, { secret: stage.secret, origin: stage.url }))
  await sendWaiting(step, deliverToFolder(stage.options.mail!.outbox!))
}

/** Where a link of the latest letter leads on this stage, whose port the app does not know. */
async function linkInOutbox(page: Page, subject: RegExp, what: string): Promise<string> {
  await page.goto('/outbox')
  await page.getByRole('link', { name: subject }).first().click()
  const body = await page.locator('main').innerText()
  return new RegExp(`http://[^/\\s]+(/published/\\S*/${what}/\\S+)`).exec(body)![1]!
}

for (const javascript of [true, false]) {
  const how = javascript ? 'with JavaScript' : 'without JavaScript'
  const board = javascript ? 'Performance Meeting' : 'Strategic Resources Meeting'
  const secret = 'Harbourside Housing'
  let paper_id = ''
  let reader: Page

  test(`a member of the public follows by e-mail, ${how}`, async () => {
    reader = await stage.window(undefined, { width: 320, javascript })
    reader.setDefaultTimeout(20_000)
    await reader.goto('/published/nottinghamshire')
    await looks(reader, 'public-list-empty', javascript)
    await reader.getByRole('link', { name: /Be told by e-mail/ }).click()
    await looks(reader, 'follow', javascript)
    await reader.getByRole('button', { name: 'Send me a link to confirm' }).click()
    await reader.getByRole('link', { name: 'Enter your e-mail address' }).waitFor()
    await reader.getByLabel('E-mail address').fill(`reader-${javascript}@example.org`)
    await reader.getByRole('button', { name: 'Send me a link to confirm' }).click()
    await reader.getByRole('heading', { name: 'Check your e-mail' }).waitFor()
    await work()
    await reader.goto(await linkInOutbox(reader, /Confirm that you want/, 'confirm'))
    await looks(reader, 'follow-confirm', javascript)
    await reader.getByRole('button', { name: 'Yes, write to me' }).click()
    await reader.getByRole('heading', { name: 'You follow what is published' }).waitFor()
    assert.deepEqual(await reader.context().cookies(), [], 'the public gets no cookie')
  })

  test(`an editor adds a meeting and sends a paper for review, a colleague comments, ${how}`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(20_000)
    paper_id = await startSmallPaper(nell, `The contract was let. ${secret} offered the least.`)
    await page.goto('/meetings')
    await looks(page, 'meetings', javascript)
    await page.getByRole('button', { name: 'Add a board' }).click()
    await page.getByLabel('What is the meeting called?').fill(board)
    await page.getByLabel('No', { exact: true }).check()
    await looks(page, 'board-add', javascript)
    await page.getByRole('button', { name: 'Add' }).click()
    await typeDay(page, 'Date of the meeting', '2019-03-07')
    await typeDay(page, 'When are papers due?', '2019-02-28')
    await looks(page, 'meeting-add', javascript)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('button', { name: 'Add an item' }).click()
    await page.getByLabel('Title on the agenda').fill('Victim services')
    await page.getByLabel('Paper (optional)').selectOption(paper_id)
    await looks(page, 'item-add', javascript)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: '1. Victim services' }).waitFor()
    await looks(page, 'meeting-before', javascript)
    await page.goto(`/papers/${paper_id}`)
    await looks(page, 'paper-draft', javascript)
    await page.getByRole('button', { name: 'Send for review' }).click()
    await page.getByText('Sent for review').first().waitFor()

    const colleague = await stage.window('Nadia Whelan', { width: 320, javascript })
    await colleague.goto(`/papers/${paper_id}/review`)
    await colleague.getByLabel('Which paragraph is it about?').selectOption({ index: 3 })
    await colleague.getByLabel('Your comment').fill('Since when?')
    await looks(colleague, 'review', javascript)
    await colleague.getByRole('button', { name: 'Add this comment' }).click()
    await page.goto(`/papers/${paper_id}/review`)
    await page.getByRole('link', { name: /^Answer/ }).click()
    await page.getByLabel('Your answer').fill('Since May: said now.')
    await looks(page, 'answer', javascript)
    await page.getByRole('button', { name: 'Answer' }).click()
    await looks(page, 'review-answered', javascript)
    await page.goto(`/papers/${paper_id}`)
    await page.getByRole('button', { name: 'Send for sign-off' }).click()
    await page.getByText('Waiting for sign-off').waitFor()
  })

  test(`a signatory returns it once, then signs it off, ${how}`, async () => {
    const page = await stage.window('Craig Galloway', { width: 320, javascript })
    page.setDefaultTimeout(20_000)
    await page.goto(`/papers/${paper_id}/review`)
    await page.getByRole('link', { name: 'Return this paper to its author' }).click()
    await page.getByLabel('What has to change?').fill('Say who decided.')
    await looks(page, 'return', javascript)
    await page.getByRole('button', { name: 'Return it' }).click()
    await page.getByText('Say who decided.').first().waitFor()
    await looks(page, 'paper-returned', javascript)
    for (const step of ['send-for-review', 'send-for-sign-off'])
      assert.equal((await nell.post(`/papers/${paper_id}/${step}`)).status, 303)
    await page.goto(`/papers/${paper_id}`)
    await page.getByRole('button', { name: 'Sign off this paper' }).click()
    await page.getByText(/Signed off by Craig Galloway/).waitFor()
  })

  test(`the editor takes something out and publishes; the reader reads it without, on a phone, ${how}`, async () => {
    const page = await stage.window('Nell Wainwright', { width: 320, javascript })
    page.setDefaultTimeout(20_000)
    await page.goto(`/papers/${paper_id}/public-version`)
    await looks(page, 'public-version', javascript)
    await page.getByRole('link', { name: 'Take something out' }).click()
    const part = page.getByLabel('Which paragraph or part?')
    await part.selectOption(
      await part.locator('option', { hasText: 'The contract was let' }).getAttribute('value'),
    )
    await page.getByLabel('Which words?').fill(secret)
    await page.getByLabel('On which ground?').selectOption('paragraph-3')
    await page.getByLabel(/Why is the public interest/).fill('The price is commercial.')
    await looks(page, 'redaction', javascript)
    await page.getByRole('button', { name: 'Take it out' }).click()
    await looks(page, 'public-version-redacted', javascript)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await looks(page, 'publish', javascript)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    await page.goto('/meetings')
    await page.getByRole('link', { name: new RegExp(`7 March 2019.*${board}`) }).click()
    await page.getByRole('link', { name: 'Record a decision on item 1' }).click()
    await page.getByLabel('What was decided?').fill('The contract is extended by a year.')
    await looks(page, 'decision', javascript)
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('link', { name: 'Record an action on item 1' }).click()
    await page.getByLabel('What is to be done?').fill('Write to the provider')
    await page.getByLabel('Who does it?').fill('Head of commissioning')
    await typeDay(page, 'By when?', '2019-04-01')
    await looks(page, 'action', javascript)
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('button', { name: 'Publish the agenda' }).click()
    await page.getByText('Agenda published').waitFor()
    await looks(page, 'meeting-after', javascript)

    await work()
    await reader.goto('/outbox')
    await reader
      .getByRole('link', { name: /^Published: / })
      .first()
      .click()
    await looks(reader, 'outbox-letter', javascript)
    await reader.goto('/published/nottinghamshire')
    await looks(reader, 'public-list', javascript)
    await reader
      .getByRole('link', { name: /Agenda and decisions/ })
      .first()
      .click()
    await looks(reader, 'public-agenda', javascript)
    await reader.goto('/published/nottinghamshire')
    await reader.getByRole('heading', { name: board }).waitFor()
    await reader.goto(
      `/published/nottinghamshire/papers/2019-03-07-${board.toLowerCase().replaceAll(' ', '-')}-1`,
    )
    await looks(reader, 'public-paper', javascript)
    const text = await reader.locator('main').innerText()
    assert.match(text, /\[Redacted\. Paragraph 3/)
    assert.ok(!(await reader.content()).includes(secret))
    await reader.getByRole('link', { name: 'Be told by e-mail of papers like this' }).click()
    assert.ok(await reader.getByLabel('Reports of a service').isChecked())
    await reader.getByLabel(`Papers for the meeting: ${board}`).check()
    await looks(reader, 'follow-kinds', javascript)
    assert.deepEqual(await reader.context().cookies(), [])
  })

  test(`the reader stops the e-mail by one button, ${how}`, async () => {
    await reader.goto(await linkInOutbox(reader, /^Published: /, 'stop'))
    await looks(reader, 'stop', javascript)
    await reader.getByRole('button', { name: 'Stop, and delete my address' }).click()
    await reader.getByRole('heading', { name: 'You hear no more' }).waitFor()
  })
}
