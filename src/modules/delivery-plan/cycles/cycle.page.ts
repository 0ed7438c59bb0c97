import {
  checkboxes,
  dataTable,
  formPage,
  html,
  insetText,
  link,
  page,
  postForm,
  statusTag,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords, momentInWords, shortDayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { listInWords } from '#platform/words/lists.ts'
import { plural } from '#platform/words/plurals.ts'
import { standing } from '../deliverables/year.page.ts'
import type { Deliverable } from '../deliverables/queries.ts'
import type { Plan, Year } from '../plans/queries.ts'
import { countStatuses, doubtsAbout } from '../ratings/count-statuses.ts'
import { movementInWords } from '../ratings/movement.ts'
import { type ChangedFigures, countChanged } from '../updates/changed-since.ts'
import type { Update } from '../updates/queries.ts'
import { askedAs, levelWords } from '../level-words.ts'
import { STATUSES, statusMark, type Status } from '../words.ts'
import type { Unasked, Unnamed } from './ask-owners.ts'
import type { cycleForm, overallForm } from './form.ts'
import type { Asked, Cycle, Rated } from './queries.ts'
import { silenceInWords, type SilentOwner } from './silence.ts'

export type CycleShown = {
  plan: Plan
  year: Year
  cycle: Cycle
  deliverables: readonly Deliverable[]
  ratings: ReadonlyMap<string, Rated>
  before: ReadonlyMap<string, Status>
  asked: readonly Asked[]
  /** What the owner thinks, by deliverable. */
  suggested: ReadonlyMap<string, Status>
  unasked: readonly Unasked[]
  unnamed: readonly Unnamed[]
  silent: readonly SilentOwner[]
  /** What was said in this cycle and stands, by deliverable, and the figures in it that read otherwise today. */
  updates: ReadonlyMap<string, readonly Update[]>
  changed: ChangedFigures
  today: string
}

/** One cycle: what has come in, what is still waited for, how each deliverable stands, and the overall statement with its doubts. */
export const cyclePage = (shown: CycleShown, may: { write: boolean }, message?: string) => {
  const { plan, year, cycle, deliverables, ratings, before, asked } = shown
  const at = `/plan-cycles/${cycle.cycle_id}`
  const counts = countStatuses(
    deliverables.map(({ deliverable_id }) => ratings.get(deliverable_id)?.status ?? null),
  )
  const doubts = cycle.overall ? doubtsAbout(cycle.overall, counts) : []
  const open = !cycle.closed_at
  const say = levelWords(plan)
  return page(
    { title: cycle.name, caption: year.title, width: 'full', back: `/delivery-years/${year.year_id}` },
    html`
    <p class="govuk-body">${periodInWords({ from: cycle.period_from, to: cycle.period_to })}.
      ${cycle.closed_at ? `Closed ${momentInWords(cycle.closed_at)}.` : `Open. ${say.update.titles} are due ${dayInWords(cycle.due_on)}.`}</p>
    ${standing({ plan, deliverables, ratings })}
    <p class="govuk-body">${cycle.overall ?? 'There is no overall statement yet.'} ${may.write ? link(cycle.overall ? 'Change the overall statement' : 'Write one', `${at}/overall`) : ''}</p>
    ${doubts.length > 0 ? insetText({ html: html`<h2 class="govuk-heading-s">The counts do not bear this out</h2><ul class="govuk-list govuk-list--bullet">${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>` }) : ''}
    ${may.write ? html`<p class="govuk-body">${link(`Start a paper from this ${say.cycle.one}`, `/plan-papers/start/${cycle.cycle_id}`)}</p>` : ''}
    ${open ? notAsked(shown, may.write) : ''} ${open && may.write ? nobodyNamed(shown.unnamed) : ''}
    ${shown.silent.length > 0 ? insetText({ html: html`<h2 class="govuk-heading-s">Silent for two ${say.cycle.many} or more</h2><ul class="govuk-list govuk-list--bullet">${shown.silent.map((one) => html`<li>${silenceInWords(one, say)}</li>`)}</ul>` }) : ''}
    ${dataTable({
      caption: say.deliverable.titles,
      rows: deliverables,
      columns: [
        {
          heading: 'No',
          cell: (one) => html`<span class="app-whole">${one.theme_number}.${one.number}</span>`,
        },
        {
          heading: say.deliverable.title,
          cell: (one) => link(one.words, `/deliverables/${one.deliverable_id}`),
        },
        {
          heading: say.update.titles,
          cell: (one) => html`${saidOf(shown, one)}${answers(asked, one)}${changedIn(shown, one)}`,
        },
        {
          heading: `${say.owner.title} thinks`,
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
    ${may.write && open ? postForm({ action: `${at}/close`, submit: `Close this ${say.cycle.one}`, warning: true }, html`<p class="govuk-body">Closing is for good: no more ${say.update.many} or colours can be given for it.</p>${withoutThem(shown, message)}`) : ''}`,
  )
}

/** What is missing has to be said to be left, before a closing cuts it off. */
const withoutThem = (shown: CycleShown, message: string | undefined) => {
  const missing = stillOpen(shown)
  return missing === ''
    ? ''
    : checkboxes({
        idPrefix: 'without',
        name: 'without',
        classes: 'govuk-checkboxes--small',
        hint: { text: missing },
        fieldset: { legend: { text: 'What is still missing', classes: 'govuk-fieldset__legend--s' } },
        ...(message ? { errorMessage: { text: message } } : {}),
        items: [{ value: 'yes', text: 'Close it without them' }],
      })
}

/** What a closing would cut off: colours that nobody has decided, and answers that have not come; '' where nothing is. */
export function stillOpen({
  plan,
  deliverables,
  ratings,
  asked,
}: Pick<CycleShown, 'plan' | 'deliverables' | 'ratings' | 'asked'>): string {
  const say = levelWords(plan)
  const unrated = deliverables.filter(({ deliverable_id }) => !ratings.has(deliverable_id)).length
  const waiting = asked.filter(({ answered_at }) => !answered_at).length
  const parts = [
    ...(unrated > 0
      ? [`${plural(unrated, say.deliverable.one, say.deliverable.many)} without a colour`]
      : []),
    ...(waiting > 0 ? [`${plural(waiting, say.update.one, say.update.many)} still waited for`] : []),
  ]
  return parts.length === 0
    ? ''
    : `There ${unrated + waiting === 1 || (unrated || waiting) === 1 ? 'is' : 'are'} ${listInWords(parts)}.`
}

/** Owners who became known after the cycle opened, and the button that asks them. */
const notAsked = ({ cycle, unasked, plan, today }: CycleShown, write: boolean) =>
  unasked.length === 0
    ? ''
    : insetText({
        html: html`<h2 class="govuk-heading-s">Not asked yet</h2>
        <ul class="govuk-list govuk-list--bullet">${unasked.map(({ initials, numbers }) => html`<li>${initials}: number ${numbers.join(', ')}</li>`)}</ul>
        ${write && cycle.due_on < today ? html`<p class="govuk-body">${levelWords(plan).update.titles} were due ${dayInWords(cycle.due_on)}: whoever you ask now is told so.</p>` : ''}
        ${write ? postForm({ action: `/plan-cycles/${cycle.cycle_id}/ask`, submit: 'Ask them now', quiet: true }) : ''}`,
      })

/** Owners who cannot be asked, with the way to name somebody. */
const nobodyNamed = (unnamed: readonly Unnamed[]) =>
  unnamed.length === 0
    ? ''
    : insetText({
        html: html`<h2 class="govuk-heading-s">Nobody is named, so nobody is asked</h2>
        <ul class="govuk-list govuk-list--bullet">${unnamed.map(({ owner_id, initials, numbers }) => html`<li>${initials}: number ${numbers.join(', ')}. ${link('Say who answers', `/plan-owners/${owner_id}`, { hidden: `for ${initials}` })}</li>`)}</ul>`,
      })

/** That figures in what was said have changed since, in words, with the way to them. */
function changedIn({ updates, changed }: CycleShown, { deliverable_id, number }: Deliverable) {
  const said = (updates.get(deliverable_id) ?? []).flatMap(({ figures }) => figures)
  const count = countChanged(said, changed)
  return count === 0
    ? ''
    : html`<br>${statusTag(`${plural(count, 'figure')} changed`, 'attention')} ${link('See', `/deliverables/${deliverable_id}#updates`, { hidden: `what changed in number ${number}` })}`
}

/** How much was said in this cycle, whoever was asked: read in from a paper, written by the office, or answered. */
function saidOf({ updates, plan }: CycleShown, { deliverable_id }: Deliverable) {
  const count = updates.get(deliverable_id)?.length ?? 0
  const say = levelWords(plan)
  return html`${count === 0 ? 'None' : plural(count, say.update.one, say.update.many)}<br>`
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

export const openCyclePage = (
  plan: Plan,
  year: Year,
  unnamed: readonly Unnamed[],
  form: FilledForm<typeof cycleForm>,
) => {
  const say = levelWords(plan)
  return formPage(
    {
      title: `Open ${say.cycle.a}`,
      caption: year.title,
      back: `/delivery-years/${year.year_id}`,
      submit: `Open the ${say.cycle.one}`,
    },
    html`<p class="govuk-body">Every ${say.owner.one} who is known is asked for ${say.update.a} on each of their ${say.deliverable.many}.</p>
    ${nobodyNamed(unnamed)}
    ${field(form.name)} ${field(form.period_from)} ${field(form.period_to)}
    ${field(askedAs(form.due_on, `When are ${say.update.many} due?`, `${say.owner.titles} are reminded a week before, on the day and the day after`))}`,
  )
}

export const overallPage = (cycle: Cycle, form: FilledForm<typeof overallForm>) =>
  formPage(
    { title: 'Overall statement', caption: cycle.name, back: `/plan-cycles/${cycle.cycle_id}` },
    html`${field(form.overall)}`,
  )
