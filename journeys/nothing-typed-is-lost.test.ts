// A worker is called away in the middle of a long form, comes back an hour later, presses Save twice, goes back, and works on the same record
// as a colleague: what they typed is still there, and is saved once. With scripts and without.
import assert from 'node:assert/strict'
import test from 'node:test'
import { anOpenCase } from './an-open-case.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ areas: ['nottinghamshire'] })
const dan = await stage.as('Dan Jessop')
const LONG = 'She told me the whole of it again, from the beginning. '.repeat(60)

for (const javascript of [true, false]) {
  const how = javascript ? 'with scripts' : 'without scripts'

  test(`a session that ends in the middle of a form loses nothing of it, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript })
    await page.goto(`/cases/${case_id}/close`)
    await page.getByLabel('How did it end?').fill(LONG)
    await page.getByLabel('How did it end?').blur()
    await sessionsEnd()
    await page.getByRole('button', { name: 'Close the case' }).click()
    await page.getByText('What you typed is kept, and not saved yet').waitFor()
    await page.getByRole('button', { name: 'Sign in as Dan Jessop' }).click()
    await page.waitForURL(`**/cases/${case_id}/close`)
    await page.getByText('It is not saved yet').waitFor()
    assert.equal((await page.getByLabel('How did it end?').inputValue()).trim(), LONG.trim())
    assert.deepEqual(await accessibilityProblems(page), [])
  })

  test(`a new person typed while the session ended is there again, ${how}`, async () => {
    const page = await stage.window('Imani Osei', { javascript })
    await page.goto('/people/new')
    await page.getByLabel('Forename').fill('Zażółć')
    await page.getByLabel('Surname').fill('O’Súilleabháin-محمد')
    await sessionsEnd()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Sign in as Imani Osei' }).click()
    await page.waitForURL('**/people/new')
    assert.equal(await page.getByLabel('Surname').inputValue(), 'O’Súilleabháin-محمد')
    await page.getByRole('button', { name: 'Discard it and begin again' }).click()
    await page.getByText('Draft discarded').waitFor()
    assert.equal(await page.getByLabel('Surname').inputValue(), '')
  })

  test(`signing in anew in another window loses nothing either, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript })
    await page.goto(`/cases/${case_id}/risk/record`)
    await page.getByLabel('High').check()
    await page.getByLabel('Why').fill('He waits outside her work')
    const other = await page.context().newPage()
    await other.goto('/sign-in')
    await other.getByRole('button', { name: 'Sign in as Dan Jessop' }).click()
    await other.waitForURL('**/my-day')
    await page.getByRole('button', { name: 'Save the risk' }).click()
    await page.getByText('You signed in again after this page was opened').first().waitFor()
    assert.equal(await page.getByLabel('Why').inputValue(), 'He waits outside her work')
    await page.getByRole('button', { name: 'Save the risk' }).click()
    await page.getByText('Risk recorded').waitFor()
  })

  test(`Save pressed twice saves once, and the Back button afterwards begins anew, ${how}`, async () => {
    const { case_id } = await anOpenCase(dan)
    const page = await stage.window('Dan Jessop', { javascript })
    await page.goto(`/cases/${case_id}`)
    await page.goto(`/cases/${case_id}/notes/add`)
    await page.getByLabel('Note').fill('Pressed twice')
    await page.getByRole('button', { name: 'Save the note' }).dblclick({ noWaitAfter: true })
    await page.waitForURL(`**/cases/${case_id}`)
    await page.goto(`/cases/${case_id}/timeline`)
    assert.equal(await page.getByText('Pressed twice').count(), 1)
    await page.goto(`/cases/${case_id}/notes/add`)
    await page.getByLabel('Note').fill('The second')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.waitForURL(`**/cases/${case_id}`)
    await page.goBack()
    await page.getByLabel('Note').waitFor()
    assert.equal(await page.getByText('It is not saved yet').count(), 0)
  })

  test(`two workers change one record, and neither writes over the other, ${how}`, async () => {
    const { person_id } = await anOpenCase(dan)
    const mine = await stage.window('Dan Jessop', { javascript })
    const theirs = await stage.window('Lena Gorski', { javascript })
    for (const page of [mine, theirs]) await page.goto(`/people/${person_id}/edit`)
    await theirs.getByLabel('Language').fill('Polish')
    await theirs.getByLabel('To make contact easier').fill('Ring twice')
    await theirs.getByRole('button', { name: 'Save' }).click()
    await theirs.getByText('Details changed').waitFor()
    await mine.getByLabel('To make contact easier').fill('Large print')
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('Somebody else changed this to “Ring twice”').first().waitFor()
    await mine.getByLabel('To make contact easier').fill('Large print. Ring twice')
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('Details changed').waitFor()
    await mine.getByText('Large print. Ring twice').first().waitFor()
    await mine.getByText('Polish').first().waitFor()
  })
}

test('a new person that was being typed is there again after the browser died', async () => {
  const page = await stage.window('Imani Osei')
  await page.goto('/people/new')
  await page.getByLabel('Surname').fill('Ó Raghallaigh')
  await page.getByLabel('Phone number').fill('07700 900188')
  await page.getByLabel('Language').fill('Irish')
  await page.getByRole('group', { name: 'Use only routes known to be safe?' }).getByLabel('Yes').check()
  await page.getByText('Draft saved at').waitFor()
  await page.context().close()

  const other = await stage.window('Imani Osei', { width: 390, javascript: false })
  await other.goto('/people/new')
  await other.getByText('It is not saved yet').waitFor()
  assert.equal(await other.getByLabel('Surname').inputValue(), 'Ó Raghallaigh')
  assert.ok(
    await other
      .getByRole('group', { name: 'Use only routes known to be safe?' })
      .getByLabel('Yes')
      .isChecked(),
  )
  assert.deepEqual(await accessibilityProblems(other), [])
  await other.getByLabel('Forename').fill('Bríd')
  await other.getByRole('button', { name: 'Save draft' }).click()
  await other.getByText('Draft saved').waitFor()
  await other.getByRole('button', { name: 'Continue' }).click()
  await other.getByText('Person recorded').waitFor()
  await other.goto('/people/new')
  assert.equal(await other.getByLabel('Surname').inputValue(), '')
})

test('whoever is about to be signed out is asked, and stays by one key; whoever types is not asked', async () => {
  const { case_id } = await anOpenCase(dan)
  const page = await stage.window('Dan Jessop', { width: 390 })
  await page.clock.install()
  await page.goto(`/cases/${case_id}/notes/add`)
  await page.clock.fastForward('28:10')
  const asked = page.getByRole('dialog', { name: 'You will be signed out soon' })
  await asked.waitFor()
  assert.deepEqual(await accessibilityProblems(page), [])
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'hidden' })
  for (let i = 0; i < 6; i++) {
    await page.clock.fastForward('10:00')
    const told = page.waitForResponse('**/still-here')
    await page.getByLabel('Note').pressSequentially('x')
    await told
  }
  assert.equal(await asked.isVisible(), false)
})

test('when nobody answers, the screen is cleared, and what was typed is kept', async () => {
  const { case_id } = await anOpenCase(dan)
  const page = await stage.window('Dan Jessop')
  await page.clock.install()
  await page.goto(`/cases/${case_id}/enhanced-rights`)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('textbox').first().fill('Half a reason')
  await page.clock.fastForward('10:00')
  await sessionsEnd()
  await page.clock.fastForward('25:00')
  await page.waitForURL('**/sign-in**')
  assert.equal(await page.getByText('Ada Brightwell').count(), 0)
  await page.getByRole('button', { name: 'Sign in as Dan Jessop' }).click()
  await page.waitForURL('**/enhanced-rights')
  assert.equal(await page.getByRole('textbox').first().inputValue(), 'Half a reason')
})

/** Every session of these two has lain idle for an hour. */
async function sessionsEnd() {
  for (const name of ['Dan Jessop', 'Imani Osei'])
    await (
      await stage.as(name)
    ).act((ctx) =>
      ctx.db
        .updateTable('access.session')
        .set({ last_seen_at: new Date(Date.now() - 3_600_000) })
        .where('member_id', '=', ctx.actor.actor_id)
        .execute(),
    )
}
