import {
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
import { datedInWords } from '../updates/queries.ts'
import { STATUSES, statusMark, STATUS_CODES } from '../words.ts'
import type { importForm } from './form.ts'
import type { ReadDeliverable, ReadPlan } from './read-plan-text.ts'

export const importPage = (form: FilledForm<typeof importForm>, message?: string) =>
  formPage(
    { title: 'Read in last year’s paper', back: '/delivery-plans', submit: 'Read it', multipart: true },
    html`<p class="govuk-body">You see what was read from where before anything is kept.</p>
    ${field(form.name)}
    ${fileUpload({ id: 'file', name: 'file', label: { text: 'Word file (.docx)' }, ...(message ? { errorMessage: { text: message } } : {}), attributes: { accept: '.docx' } })}
    ${field(form.text)}`,
  )

/** What was read, and from which line, with what a person should look at first. */
export const reviewPage = (
  review: { plan_import_id: string; name: string; kept_at: Date | null },
  read: ReadPlan,
) =>
  page(
    { title: 'What was read', caption: review.name, width: 'full', back: '/plan-imports/start' },
    html`
    ${review.kept_at ? insetText({ text: 'This paper has been kept.' }) : html`<p class="govuk-body">Nothing is kept yet. Look through it, then keep it at the end of the page.</p>`}
    ${read.doubts.length > 0 ? insetText({ html: html`<h2 class="govuk-heading-s">Look at these first</h2><ul class="govuk-list govuk-list--bullet">${read.doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>` }) : ''}
    ${summary([
      { key: 'Plan', value: read.plan?.title },
      { key: 'Year', value: read.year?.title },
      {
        key: 'Cycle',
        value:
          read.cycle &&
          `${read.cycle.name}, ${periodInWords({ from: read.cycle.period_from, to: read.cycle.period_to })}`,
      },
      { key: 'Theme', value: read.theme && `${read.theme.number}. ${read.theme.title}` },
      { key: 'Overall statement', value: read.overall },
      ...STATUS_CODES.flatMap((code) =>
        read.meanings[code] ? [{ key: `${STATUSES[code]} means`, value: read.meanings[code] }] : [],
      ),
      ...Object.entries(read.front_sheet).map(([key, value]) => ({ key, value })),
    ])}
    ${dataTable({
      caption: `${read.deliverables.length} deliverables`,
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
    ${review.kept_at ? '' : postForm({ action: `/plan-imports/${review.plan_import_id}/keep`, submit: 'Keep what was read', secondary: { text: 'Leave it', href: '/delivery-plans' } })}`,
  )

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
