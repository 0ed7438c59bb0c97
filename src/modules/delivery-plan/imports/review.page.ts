import {
  button,
  dataTable,
  details,
  fileUpload,
  formPage,
  html,
  insetText,
  lines,
  page,
  postForm,
  summary,
  type Content,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { plural } from '#platform/words/plurals.ts'
import { datedInWords } from '../updates/queries.ts'
import { STATUSES, statusMark, STATUS_CODES } from '../words.ts'
import type { aboutForm, importForm } from './form.ts'
import type { Place } from './reading/read-front-matter.ts'
import type { ReadDeliverable, ReadPlan } from './reading/read-plan-text.ts'

export const importPage = (form: FilledForm<typeof importForm>, message?: string) =>
  formPage(
    { title: 'Read in last year’s paper', back: '/delivery-plans', submit: 'Read it', multipart: true },
    html`<p class="govuk-body">You see what was read from where before anything is kept.</p>
    ${field(form.name)}
    ${fileUpload({ id: 'file', name: 'file', label: { text: 'Word file (.docx)' }, hint: { text: 'Up to 20 MB' }, ...(message ? { errorMessage: { text: message } } : {}), attributes: { accept: '.docx' } })}
    ${field(form.text)}`,
  )

/** Saying what a paper is about, where it does not say so itself or says it wrongly. */
export const aboutPage = (
  review: { plan_import_id: string; name: string },
  form: FilledForm<typeof aboutForm>,
) =>
  formPage(
    {
      title: 'What this paper is about',
      caption: review.name,
      back: `/plan-imports/${review.plan_import_id}`,
    },
    html`${field(form.plan_title)} ${field(form.plan_starts_on)} ${field(form.plan_ends_on)} ${field(form.theme_word)}
    ${field(form.theme_number)} ${field(form.theme_title)} ${field(form.deliverable_word)} ${field(form.year)} ${field(form.quarter)}`,
  )

/** What was read, and from which line, with what a person should look at first. */
export const reviewPage = (
  review: { plan_import_id: string; name: string; kept_at: Date | null },
  read: ReadPlan,
) => {
  const here = `/plan-imports/${review.plan_import_id}`
  const at = (place: Place) => (read.lines[place] ? ` (line ${read.lines[place]})` : '')
  const change = (what: string) => (review.kept_at ? {} : { change: { href: `${here}/about`, what } })
  const known = read.plan && read.year && read.cycle && read.theme
  return page(
    { title: 'What was read', caption: review.name, width: 'full', back: '/plan-imports/start' },
    html`
    ${review.kept_at ? insetText({ text: 'This paper has been kept.' }) : html`<p class="govuk-body">Nothing is kept yet. Look through it, then keep it at the end of the page.</p>`}
    ${read.doubts.length > 0 ? insetText({ html: html`<h2 class="govuk-heading-s">Look at these first</h2><ul class="govuk-list govuk-list--bullet">${read.doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>` }) : ''}
    ${summary([
      {
        key: 'Plan',
        value:
          read.plan &&
          `${read.plan.title}, ${periodInWords({ from: read.plan.starts_on, to: read.plan.ends_on })}${at('plan')}`,
        ...change('the plan'),
      },
      { key: 'Year', value: read.year && `${read.year.title}${at('year')}`, ...change('the year') },
      {
        key: 'Cycle',
        value:
          read.cycle &&
          `${read.cycle.name}, ${periodInWords({ from: read.cycle.period_from, to: read.cycle.period_to })}${at('cycle')}`,
        ...change('the cycle'),
      },
      {
        key: read.theme_word ?? 'Theme',
        value: read.theme && `${read.theme.number}. ${read.theme.title}${at('theme')}`,
        ...change('the part of the plan'),
      },
      { key: 'Overall statement', value: read.overall && `${read.overall}${at('overall')}` },
      ...STATUS_CODES.flatMap((code) =>
        read.meanings[code] ? [{ key: `${STATUSES[code]} means`, value: read.meanings[code] }] : [],
      ),
      ...Object.entries(read.front_sheet).map(([key, value]) => ({ key, value })),
    ])}
    ${dataTable({
      caption: plural(read.deliverables.length, 'deliverable'),
      rows: read.deliverables,
      columns: [
        { heading: 'No', cell: (one) => html`<span class="app-whole">${one.number}</span>` },
        { heading: 'Owner', cell: (one) => html`<span class="app-whole">${one.owners}</span>` },
        { heading: 'Deliverable', cell: (one) => html`${one.words} ${readFrom(one)}` },
        { heading: 'Status', cell: (one) => statusMark(one.status) },
        {
          heading: 'Updates',
          cell: (one) =>
            one.updates.length === 0
              ? 'None'
              : one.updates.map(updateRead).reduce((all, each) => html`${all}${each}`, html``),
        },
      ],
    })}
    ${read.rest.length > 0 ? details({ summaryText: `${plural(read.rest.length, 'line')} read as no deliverable or update`, html: html`<p class="govuk-body">They stay in the text that is kept with what was read from it.</p>${read.rest.map(({ line, text }) => lines(`${line}: ${text.replaceAll('\t', ' | ')}`))}` }) : ''}
    ${
      review.kept_at
        ? ''
        : known
          ? postForm({
              action: `${here}/keep`,
              submit: 'Keep what was read',
              secondary: { text: 'Leave it', href: '/delivery-plans' },
            })
          : html`<p class="govuk-body">It cannot be kept before its plan, year, quarter and part are known.</p>${button({ text: 'Say what this paper is about', href: `${here}/about` })}`
    }`,
  )
}

const readFrom = ({ line, text }: ReadDeliverable): Content =>
  details({
    summaryText: `Line ${line}`,
    html: html`<p class="govuk-body"><code>${text.replaceAll('\t', ' | ')}</code></p>`,
  })

const updateRead = (one: ReadDeliverable['updates'][number]): Content =>
  details({
    summaryText: `${datedInWords(one)}, ${one.author}${one.named ? '' : ' (the owner: no author is named)'}, line ${one.line}`,
    html: lines(one.words),
  })
