// Tables of recorded crime on their way from an extract to somebody who reads them on a phone; and an area's thresholds. With and without JavaScript.
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { importExtract } from '../src/modules/insight/index.ts'
import { readExtractProfile } from '../src/modules/insight/extracts/profile.ts'
import { newId } from '../src/platform/act.ts'
import { makeRefreshStatistics } from '../src/platform/database/refresh-statistics.ts'
import { accessibilityProblems, setTheStage } from './browser.ts'

const stage = await setTheStage({ areas: ['nottinghamshire'] })
const file = join(tmpdir(), `waymark-${newId()}.csv`)
after(() => rmSync(file, { force: true }))
const rows = (name: string, count: number, year: number) =>
  Array.from(
    { length: count },
    (_, i) => `${year}${name}${i},${year}-05-04,${name},${i % 9 ? '' : 'Race'},N${i}`,
  )
writeFileSync(
  file,
  [
    'number,day,class,hate,nominal',
    ...[2020, 2021].flatMap((year) => [
      ...rows('Burglary', 60, year),
      ...rows('Rape', 2, year),
      ...rows('Homicide', 30, year),
    ]),
  ].join('\n'),
)
await importExtract(
  {
    act: stage.act,
    actor: await stage.area(),
    refreshStatistics: makeRefreshStatistics(stage.url_of_database, stage.secret),
  },
  'recorded-crime',
  file,
  readExtractProfile('recorded-crime', {
    profile: 'small',
    title: 'A small extract',
    date_formats: ['YYYY-MM-DD'],
    columns: {
      crime_number: 'number',
      recorded_on: 'day',
      class: 'class',
      hate_strand: 'hate',
      nominal: 'nominal',
    },
  }),
)

/** Accessible, and as wide as the narrowest phone: tables scroll within themselves. */
async function reads(page: Page, name: string, javascript: boolean) {
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('load')
  if (javascript) assert.deepEqual(await accessibilityProblems(page), [], name)
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  assert.ok(width <= 320, `${name} is ${width} px wide`)
}

for (const javascript of [true, false]) {
  const how = javascript ? 'with JavaScript' : 'without JavaScript'
  const year = javascript ? 2020 : 2021
  const period = `${year}-04-01-to-${year + 1}-03-31`
  const look = { width: 320, javascript }

  test(`a signatory publishes what they read, and anybody reads it on a phone, ${how}`, async () => {
    const page = await stage.window('Craig Galloway', look)
    await page.goto(`/recorded-crime?from=${year}-04-01&to=${year + 1}-03-31`)
    await reads(page, 'recorded crime', javascript)
    await page.getByRole('link', { name: 'What the public reads of this period' }).click()
    await reads(page, 'what the public reads', javascript)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('heading', { name: 'This is what the public will read' }).waitFor()
    await reads(page, 'what is about to be published', javascript)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Version 1,').waitFor()

    const reader = await stage.window(undefined, look)
    await reader.goto('/published/nottinghamshire')
    await reader.getByRole('link', { name: new RegExp(`April ${year} to March ${year + 1}`) }).click()
    await reads(reader, 'the published tables', javascript)
    await reader.getByText('The three differ because they count different things').waitFor()
    const table = reader.getByRole('table', { name: /Crimes and victims by class/ })
    assert.match(await table.getByRole('row', { name: /Burglary/ }).innerText(), /60/)
    assert.match(await table.getByRole('row', { name: /Rape/ }).innerText(), /\[c\]/)
    const [download] = javascript
      ? await Promise.all([
          reader.waitForEvent('download'),
          reader.getByRole('link', { name: 'a spreadsheet (.ods)' }).click(),
        ])
      : []
    if (download) assert.match(download.suggestedFilename(), /recorded-crime-.*-version-1\.ods/)
  })

  test(`the office decides to print every count, with a reason that the public reads, and takes it back, ${how}`, async () => {
    const page = await stage.window('Craig Galloway', look)
    await page.goto('/recorded-crime/small-numbers')
    await reads(page, 'how small a count is printed', javascript)
    await page.getByRole('link', { name: 'Change Crimes and victims by class' }).click()
    await page.getByLabel('Hide counts below').fill('0')
    await page.getByLabel('Why?').fill('They are of the whole area over a year.')
    await reads(page, 'decide how small', javascript)
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByText('They are of the whole area over a year.').first().waitFor()
    await page.goto(`/recorded-crime/published/${period}/publish`)
    await page.getByText('A count that was hidden in the version before would be shown').waitFor()
    await page.getByLabel('Why is there a new version?').fill('Every count is printed.')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Version 2,').waitFor()
    const reader = await stage.window(undefined, look)
    await reader.goto(`/published/nottinghamshire/recorded-crime/${period}`)
    await reader.getByText('Why every count is printed here').first().waitFor()
    await reads(reader, 'the second version', javascript)
    const months = period.replace(`${year + 1}-03-31`, `${year}-12-31`)
    await page.goto(`/recorded-crime/published/${months}/publish`)
    await page.getByLabel(/Why can nothing hidden/).fill('Every count is printed in both.')
    await reads(page, 'a period that shares days', javascript)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Version 1,').waitFor()
    await reader.reload()
    await reader.getByText('Another page covers part of the same period').waitFor()
    await reader.getByText('later than the version you are reading').waitFor()
    await reads(reader, 'two pages of one period', javascript)
    await reader.getByRole('link', { name: 'Be told by e-mail of tables like these' }).click()
    assert.ok(await reader.getByLabel('Tables of recorded crime and its victims').isChecked())
    await reads(reader, 'follow tables', javascript)
    await page.getByRole('link', { name: 'Withdraw what is published' }).click()
    await page.getByText('is the only one that stands').waitFor()
    assert.equal(await page.getByRole('radio').count(), 0)
    await reads(page, 'withdraw the only version', javascript)
    await page.getByLabel('Why is it withdrawn?').fill('It was a mistake.')
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('Withdrawn', { exact: false }).first().waitFor()
    await reader.goto(`/published/nottinghamshire/recorded-crime/${period}`)
    assert.equal(await reader.getByText('Another page covers').count(), 0)
    await page.goto(`/recorded-crime/published/${period}`)
    await page.getByRole('link', { name: 'Withdraw what is published' }).click()
    await reads(page, 'withdraw one of two', javascript)
    await page.getByRole('radio', { name: /Every version/ }).check()
    await page.getByLabel('Why is it withdrawn?').fill('A class was misread.')
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('Withdrawn', { exact: false }).first().waitFor()
    await reader.reload()
    await reader.getByRole('heading', { name: 'These tables were withdrawn' }).waitFor()
    await reads(reader, 'withdrawn tables', javascript)
    await page.goto('/recorded-crime/small-numbers/crimes')
    await page.getByLabel('Hide counts below').fill('')
    await page.getByLabel('Why?').fill('Back to what is usual.')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByText('Back to what is usual.').first().waitFor()
  })

  test(`an administrator sees what error to expect of a threshold, and moves it, ${how}`, async () => {
    const page = await stage.window('Ruth Adeyemi', look)
    await page.goto('/people/reviews')
    await page.getByRole('link', { name: 'How sure a comparison must be' }).click()
    await reads(page, 'how sure a comparison must be', javascript)
    await page.getByRole('button', { name: 'Change this' }).click()
    await page.getByLabel(/Link without asking/).selectOption(javascript ? '99.9' : '99.5')
    await page.getByLabel('Why is it changed?').fill('Two brothers were linked.')
    await reads(page, 'change how sure', javascript)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByText('Two brothers were linked.').first().waitFor()
    await reads(page, 'how sure, changed', javascript)
  })
}
