import {
  dataTable,
  html,
  insetText,
  lines,
  link,
  page,
  postForm,
  statusTag,
  summary,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { looksTable } from '../who-looked/looks.page.ts'
import type { Look } from '../who-looked/queries.ts'
import type { getBreakGlass, listBreakGlass, listOwnOpen } from './break-glass.ts'
import { FINDINGS } from './form.ts'

type One = Awaited<ReturnType<typeof getBreakGlass>>

/** What the actor has open, each with its end. */
export const openOnes = (open: Awaited<ReturnType<typeof listOwnOpen>>): Html =>
  html`${open.map(
    (one) =>
      html`${insetText({
        html: html`You can see the records of <strong>${one.team_name}</strong> until ${momentInWords(one.ends_at ?? '')}. ${link('See cases', '/cases')} or ${link('find a person', '/people')}.
      ${postForm({ action: `/break-glass/${one.break_glass_id}/end`, submit: 'End it now', quiet: true })}`,
      })}`,
  )}`

/** Everything there is to review, and what was reviewed. */
export const reviewListPage = (rows: Awaited<ReturnType<typeof listBreakGlass>>): Page => {
  const waiting = rows.filter((row) => !row.reviewed_at)
  return page(
    { title: 'Break-glass to review', width: 'full' },
    html`<p class="govuk-body">Somebody made themself a member of a team for a limited time. Look at why, and at what they opened.</p>
    ${table('Waiting for a review', waiting, 'Nothing is waiting.')}
    ${table(
      'Reviewed',
      rows.filter((row) => row.reviewed_at),
      'Nothing has been reviewed yet.',
    )}`,
  )
}

const table = (caption: string, rows: readonly One[], empty: string): Html => html`
  ${rows.length === 0 ? html`<h2 class="govuk-heading-m">${caption}</h2>` : null}
  ${dataTable({
    caption,
    rows,
    empty,
    columns: [
      {
        heading: 'Who',
        cell: (row) =>
          link(row.member_name, `/break-glass/${row.break_glass_id}/review`, {
            hidden: `into ${row.team_name}`,
          }),
      },
      { heading: 'Into', cell: (row) => row.team_name },
      { heading: 'From', cell: (row) => momentInWords(row.begun_at) },
      { heading: 'Until', cell: (row) => momentInWords(row.ends_at ?? row.begun_at) },
      { heading: 'Review', cell: (row) => reviewTag(row) },
    ],
  })}`

const reviewTag = (row: One): Html =>
  row.finding === null
    ? statusTag('To review', 'attention')
    : row.finding === 'right'
      ? statusTag('Right', 'good')
      : statusTag('Not right', 'urgent')

/** Who, into what, why, and what they opened meanwhile. */
export const whatHappened = (one: One, visits: readonly Look[]): Html => html`
  ${summary([
    { key: 'Who', value: `${one.member_name}, ${one.job_title}` },
    { key: 'Into', value: one.team_name },
    { key: 'From', value: momentInWords(one.begun_at) },
    { key: 'Until', value: momentInWords(one.ends_at ?? one.begun_at) },
    { key: 'Why', value: lines(one.reason) },
  ])}
  ${looksTable(visits, { caption: 'What they opened in that time', empty: 'They opened nothing in that time.', without_who: true })}`

/** A break-glass whose review is done. */
export const reviewedPage = (one: One, visits: readonly Look[]): Page =>
  page(
    { title: 'Break-glass, reviewed', back: '/break-glass/review', width: 'full' },
    html`${summary([
      { key: 'Reviewed by', value: one.reviewer },
      { key: 'On', value: one.reviewed_at && momentInWords(one.reviewed_at) },
      { key: 'Was it right?', value: one.finding && FINDINGS[one.finding] },
      { key: 'What was found', value: one.review && lines(one.review) },
    ])}${whatHappened(one, visits)}`,
  )
