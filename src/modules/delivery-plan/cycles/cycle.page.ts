import { dataTable, formPage, html, insetText, link, page, postForm } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords, momentInWords, shortDayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { standing } from '../deliverables/year.page.ts'
import type { Deliverable } from '../deliverables/queries.ts'
import type { Theme, Year } from '../plans/queries.ts'
import { countStatuses, doubtsAbout } from '../ratings/count-statuses.ts'
import { movementInWords } from '../ratings/movement.ts'
import { STATUSES, statusMark, type Status } from '../words.ts'
import type { cycleForm, overallForm } from './form.ts'
import type { Asked, Cycle, Rated } from './queries.ts'

export type CycleShown = {
  year: Year
  cycle: Cycle
  themes: readonly Theme[]
  deliverables: readonly Deliverable[]
  ratings: ReadonlyMap<string, Rated>
  before: ReadonlyMap<string, Status>
  asked: readonly Asked[]
  /** What the owner thinks, by deliverable. */
  suggested: ReadonlyMap<string, Status>
}

/** One cycle: what has come in, what is still waited for, how each deliverable stands, and the overall statement with its doubts. */
export const cyclePage = (shown: CycleShown, may: { write: boolean }) => {
  const { year, cycle, deliverables, ratings, before, asked } = shown
  const at = `/plan-cycles/${cycle.cycle_id}`
  const counts = countStatuses(
    deliverables.map(({ deliverable_id }) => ratings.get(deliverable_id)?.status ?? null),
  )
  const doubts = cycle.overall ? doubtsAbout(cycle.overall, counts) : []
  const open = !cycle.closed_at
  return page(
    { title: cycle.name, caption: year.title, width: 'full', back: `/delivery-years/${year.year_id}` },
    html`
    <p class="govuk-body">${periodInWords({ from: cycle.period_from, to: cycle.period_to })}.
      ${cycle.closed_at ? `Closed ${momentInWords(cycle.closed_at)}.` : `Open. Updates are due ${dayInWords(cycle.due_on)}.`}</p>
    ${standing({ deliverables, ratings })}
    <p class="govuk-body">${cycle.overall ?? 'There is no overall statement yet.'} ${may.write ? link(cycle.overall ? 'Change the overall statement' : 'Write one', `${at}/overall`) : ''}</p>
    ${doubts.length > 0 ? insetText({ html: html`<h2 class="govuk-heading-s">The counts do not bear this out</h2><ul class="govuk-list govuk-list--bullet">${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>` }) : ''}
    ${may.write ? html`<p class="govuk-body">${link('Start a paper from this cycle', `/plan-papers/start/${cycle.cycle_id}`)}</p>` : ''}
    ${dataTable({
      caption: 'Deliverables',
      rows: deliverables,
      columns: [
        {
          heading: 'No',
          cell: (one) => html`<span class="app-whole">${one.theme_number}.${one.number}</span>`,
        },
        { heading: 'Deliverable', cell: (one) => link(one.words, `/deliverables/${one.deliverable_id}`) },
        { heading: 'Updates', cell: (one) => answers(asked, one) },
        {
          heading: 'Owner thinks',
          cell: (one) =>
            shown.suggested.get(one.deliverable_id)
              ? STATUSES[shown.suggested.get(one.deliverable_id)!]
              : 'Not said',
        },
        {
          heading: 'Status',
          cell: (one) =>
            html`${statusMark(ratings.get(one.deliverable_id)?.status)} ${open ? link('Decide', `/deliverables/${one.deliverable_id}/rate`, { hidden: `the colour of number ${one.number}` }) : ''}`,
        },
        {
          heading: 'Since last time',
          cell: (one) =>
            movementInWords(
              ratings.get(one.deliverable_id)?.status ?? null,
              before.get(one.deliverable_id) ?? null,
            ),
        },
      ],
    })}
    ${may.write && open ? postForm({ action: `${at}/close`, submit: 'Close this cycle', warning: true }, html`<p class="govuk-body">Closing is for good: no more updates or colours can be given for it.</p>`) : ''}`,
  )
}

function answers(asked: readonly Asked[], { deliverable_id, owners }: Deliverable) {
  const mine = asked.filter((one) => one.deliverable_id === deliverable_id)
  if (mine.length === 0) return `Nobody asked (${owners})`
  return html`${mine.map((one, index) => [
    index > 0 ? html`<br>` : '',
    one.answered_at
      ? `${one.initials}: answered`
      : `${one.initials}: waiting${one.reminded_on ? `, reminded ${shortDayInWords(one.reminded_on)}` : ''}`,
  ])}`
}

export const openCyclePage = (year: Year, form: FilledForm<typeof cycleForm>) =>
  formPage(
    {
      title: 'Open a reporting cycle',
      caption: year.title,
      back: `/delivery-years/${year.year_id}`,
      submit: 'Open the cycle',
    },
    html`<p class="govuk-body">Every owner who is known is asked for an update on each of their deliverables.</p>
    ${field(form.name)} ${field(form.period_from)} ${field(form.period_to)} ${field(form.due_on)}`,
  )

export const overallPage = (cycle: Cycle, form: FilledForm<typeof overallForm>) =>
  formPage(
    { title: 'Overall statement', caption: cycle.name, back: `/plan-cycles/${cycle.cycle_id}` },
    html`${field(form.overall)}`,
  )
