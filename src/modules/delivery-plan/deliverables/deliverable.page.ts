import {
  button,
  dataTable,
  details,
  html,
  link,
  page,
  summary,
  type Content,
} from '#platform/design-system/index.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { poundsInWords } from '#platform/words/numbers.ts'
import { plural } from '#platform/words/plurals.ts'
import type { Plan } from '../plans/queries.ts'
import { movementInWords } from '../ratings/movement.ts'
import { ruleInWords } from '../ratings/propose-status.ts'
import { type ChangedFigures, countChanged } from '../updates/changed-since.ts'
import { datedInWords, type Update } from '../updates/queries.ts'
import { wordsWithFigures } from '../updates/words-with-figures.ts'
import { type Status, STATUSES, statusMark } from '../words.ts'
import { levelWords, type LevelWords } from '../level-words.ts'
import type { LinkedFigures } from './linked-figures.ts'
import type { Deliverable, TrailStep } from './queries.ts'

export type RatingShown = {
  cycle_id: string
  cycle_name: string
  status: Status
  proposed: Status | null
  because: string | null
  reason: string | null
  /** The paper that an import read it from. */
  read_from: string | null
  decided_at: Date
  decided_by_name: string
}

/** One deliverable: what it is, how it stood in each cycle and why, and everything said of it, the newest first. */
export const deliverablePage = (
  one: Deliverable,
  {
    plan,
    trail,
    updates,
    changed,
    ratings,
    before,
    measured,
  }: {
    plan: Plan
    trail: readonly TrailStep[]
    updates: readonly Update[]
    changed: ChangedFigures
    ratings: readonly RatingShown[]
    before: Status | null
    measured: readonly LinkedFigures[]
  },
  may: { write: boolean; rate: boolean },
) => {
  const at = `/deliverables/${one.deliverable_id}`
  const now = ratings[0]
  const say = levelWords(plan)
  return page(
    {
      title: `${one.theme_title}, number ${one.number}`,
      heading: one.words,
      caption: `${one.year_title}: ${one.theme_title}, number ${one.number}`,
      width: 'full',
      back: `/delivery-years/${one.year_id}`,
    },
    html`
    <div class="govuk-button-group">${may.write ? button({ text: `Write ${say.update.a}`, href: `${at}/updates/write` }) : ''}
      ${may.rate ? button({ text: 'Decide its colour', href: `${at}/rate`, classes: 'govuk-button--secondary' }) : ''}
      ${may.write ? link('Change the details', `${at}/change`) : ''}</div>
    ${summary([
      {
        key: 'Status',
        value: html`${statusMark(now?.status)} ${now ? html`in ${now.cycle_name}. ${plan[`${now.status}_means`]}` : ''}`,
      },
      { key: 'Since last time', value: movementInWords(now?.status ?? null, before) },
      { key: say.owner.titles, value: one.owners },
      { key: 'Organisation', value: one.organisation },
      { key: 'What success looks like', value: one.success },
      {
        key: 'Paid for',
        value: [one.funding, one.funding_pounds === null ? null : poundsInWords(one.funding_pounds)]
          .filter(Boolean)
          .join(': '),
      },
      { key: 'Planned to start', value: one.starts_on && dayInWords(one.starts_on) },
      { key: 'Due', value: one.due_on && dayInWords(one.due_on) },
      { key: 'Finished', value: one.done_on && dayInWords(one.done_on) },
      { key: 'How its colour is proposed', value: ruleInWords(one, measured[0]?.title) },
      ...(one.read_from ? [{ key: 'Read from', value: one.read_from }] : []),
    ])}
    ${linkedMeasures(measured)}
    ${trail.length > 1 ? html`<h2 class="govuk-heading-m">Carried over</h2><ol class="govuk-list govuk-list--number">${trail.map((step) => html`<li>${step.deliverable_id === one.deliverable_id ? html`<strong>${step.year_title}, number ${step.number}</strong>` : link(`${step.year_title}, number ${step.number}`, `/deliverables/${step.deliverable_id}`)}: ${step.words} ${step.status ? html`${statusMark(step.status)} in ${step.rated_in}` : ''}</li>`)}</ol>` : ''}
    <h2 class="govuk-heading-m" id="updates">${say.update.titles}</h2>
    ${updates.length === 0 ? html`<p class="govuk-body">Nothing has been said yet${trail.some(({ deliverable_id }) => deliverable_id !== one.deliverable_id) ? ' this year. What was said in other years is with each of them, above' : ''}.</p>` : ''}
    ${updates.map((update) => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${update.author}, ${datedInWords(update).replace(/^No/, 'no')}${update.corrected ? ' (corrected later)' : ''}</h3>${updateBody(update, changed, say)}`)}
    ${ratings.length > 0 ? html`<h2 class="govuk-heading-m">How its colour was decided</h2><ul class="govuk-list">${ratings.map(decision)}</ul>` : ''}`,
  )
}

const decision = (one: RatingShown): Content =>
  html`<li>${statusMark(one.status)} ${one.cycle_name}, ${one.read_from ? `read from ${one.read_from} by` : 'by'} ${one.decided_by_name}, ${momentInWords(one.decided_at)}.
    ${one.proposed && one.proposed !== one.status ? `${STATUSES[one.proposed]} was proposed: ${one.because ?? ''} ` : ''}${one.reason ? `Reason: ${one.reason}` : ''}</li>`

const updateBody = (update: Update, changed: ChangedFigures, say: LevelWords): Content =>
  html`${wordsWithFigures(update, { changed: update.corrected ? undefined : changed })}${!update.corrected && countChanged(update.figures, changed) > 0 ? html`<p class="govuk-body">${plural(countChanged(update.figures, changed), 'figure')} changed since this was written. What was said stays: write ${say.update.a} that corrects it.</p>` : ''}${update.suggests ? html`<p class="govuk-body">The ${say.owner.one} thinks it stands at: ${statusMark(update.suggests)}</p>` : ''}
    ${update.read_from ? details({ summaryText: 'Where this was read from', html: html`<p class="govuk-body">${update.read_from}</p>` }) : ''}`

/** What its measures say now: over the cycle's quarter, the year so far and the year before, each with what it is out of. */
const linkedMeasures = (measured: readonly LinkedFigures[]): Content =>
  measured.length === 0
    ? ''
    : dataTable({
        caption: 'Linked measures',
        rows: measured,
        columns: [
          { heading: 'Measure', cell: (row) => link(row.title, row.href) },
          ...(['quarter', 'year', 'before'] as const).map((period) => ({
            heading: measured[0]!.periods[period],
            cell: (row: LinkedFigures) => row.figures[period],
            numeric: true,
          })),
        ],
      })
