import {
  button,
  details,
  html,
  link,
  page,
  summary,
  timeline,
  type Content,
} from '#platform/design-system/index.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { poundsInWords } from '#platform/words/numbers.ts'
import { RULES } from '../ratings/propose-status.ts'
import { cutAtFigures, type FigureSource } from '../updates/figures-in-text.ts'
import { datedInWords, type Update } from '../updates/queries.ts'
import { type Status, STATUSES, statusMark } from '../words.ts'
import type { Deliverable, TrailStep } from './queries.ts'

export type RatingShown = {
  cycle_name: string
  status: Status
  proposed: Status | null
  because: string | null
  reason: string | null
  decided_at: Date
  decided_by_name: string
}

/** One deliverable: what it is, how it stood in each cycle and why, and everything said of it, the newest first. */
export const deliverablePage = (
  one: Deliverable,
  {
    trail,
    updates,
    ratings,
    source,
  }: {
    trail: readonly TrailStep[]
    updates: readonly Update[]
    ratings: readonly RatingShown[]
    source: FigureSource
  },
  may: { write: boolean; rate: boolean },
) => {
  const at = `/deliverables/${one.deliverable_id}`
  const measure = source.measures.find(({ name }) => name === one.measure)
  return page(
    {
      title: `${one.theme_title}, number ${one.number}`,
      heading: one.words,
      caption: `${one.year_title}: ${one.theme_title}, number ${one.number}`,
      width: 'full',
      back: `/delivery-years/${one.year_id}`,
    },
    html`
    <div class="govuk-button-group">${may.write ? button({ text: 'Write an update', href: `${at}/updates/write` }) : ''}
      ${may.rate ? button({ text: 'Decide its colour', href: `${at}/rate`, classes: 'govuk-button--secondary' }) : ''}
      ${may.write ? link('Change the details', `${at}/change`) : ''}</div>
    ${summary([
      {
        key: 'Status',
        value: html`${statusMark(ratings[0]?.status)} ${ratings[0] ? `in ${ratings[0].cycle_name}` : ''}`,
      },
      { key: 'Owners', value: one.owners },
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
      {
        key: 'Linked measure',
        value: measure ? link(measure.title, `/measures/${measure.name.split(':')[0]}`) : one.measure,
      },
      { key: 'How its colour is proposed', value: RULES[one.rule] },
      ...(one.read_from ? [{ key: 'Read from', value: one.read_from }] : []),
    ])}
    ${trail.length > 1 ? html`<h2 class="govuk-heading-m">Carried over</h2><ol class="govuk-list govuk-list--number">${trail.map((step) => html`<li>${link(`${step.year_title}, number ${step.number}`, `/deliverables/${step.deliverable_id}`)}: ${step.words}</li>`)}</ol>` : ''}
    <h2 class="govuk-heading-m">Updates</h2>
    ${timeline(
      updates.map((update) => ({
        title: `${update.author}: ${datedInWords(update)}${update.corrected ? ' (corrected later)' : ''}`,
        at: update.dated_on ?? update.written_at,
        body: updateBody(update),
      })),
      { headingLevel: 3, empty: 'Nothing has been said yet.' },
    )}
    ${ratings.length > 0 ? html`<h2 class="govuk-heading-m">How its colour was decided</h2><ul class="govuk-list">${ratings.map(decision)}</ul>` : ''}`,
  )
}

const decision = (one: RatingShown): Content =>
  html`<li>${statusMark(one.status)} ${one.cycle_name}, by ${one.decided_by_name}, ${momentInWords(one.decided_at)}.
    ${one.proposed && one.proposed !== one.status ? `${STATUSES[one.proposed]} was proposed: ${one.because ?? ''} ` : ''}${one.reason ? `Reason: ${one.reason}` : ''}</li>`

const updateBody = (update: Update): Content =>
  html`${wordsWithFigures(update)}${update.suggests ? html`<p class="govuk-body">The owner thinks it stands at: ${statusMark(update.suggests)}</p>` : ''}
    ${update.read_from ? details({ summaryText: 'Where this was read from', html: html`<p class="govuk-body">${update.read_from}</p>` }) : ''}`

/** An update's words on a page, each figure a link to how it is counted and when it was so. */
export const wordsWithFigures = ({ words, figures }: Pick<Update, 'words' | 'figures'>): Content =>
  html`<p class="govuk-body app-lines">${cutAtFigures(words).map((part) => {
    if (part.words !== undefined) return part.words
    const kept = figures.find((one) => one.marker.toLowerCase() === part.marker!.toLowerCase())
    return kept
      ? link(kept.printed, kept.href, { hidden: `${kept.name}, ${kept.period ?? 'from elsewhere'}` })
      : `{{ ${part.marker} }}`
  })}</p>`
