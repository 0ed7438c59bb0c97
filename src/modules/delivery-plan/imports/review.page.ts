import {
  button,
  checkboxes,
  dataTable,
  details,
  html,
  insetText,
  lines,
  link,
  page,
  postForm,
  summary,
  type Content,
} from '#platform/design-system/index.ts'
import { performanceYear } from '#reference'
import { periodInWords } from '#platform/words/periods.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import type { LevelWords } from '../level-words.ts'
import { datedInWords } from '../updates/queries.ts'
import { STATUSES, statusMark, STATUS_CODES } from '../words.ts'
import type { Place } from './reading/read-front-matter.ts'
import { readable } from './reading/pieces.ts'
import type { ReadDeliverable, ReadPlan } from './reading/read-plan-text.ts'

/** What was read, and from which line, with what a person should look at first. */
export const reviewPage = (
  review: { plan_import_id: string; name: string; kept_at: Date | null },
  read: ReadPlan,
  say: LevelWords,
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
    ${notClear(here, review, read)}
    ${summary([
      {
        key: say.plan.title,
        value:
          read.plan &&
          `${read.plan.title}, ${periodInWords({ from: read.plan.starts_on, to: read.plan.ends_on })}${at('plan')}`,
        ...change(`the ${say.plan.one}`),
      },
      {
        key: say.year.title,
        value: read.year && `${read.year.title}${at('year')}`,
        ...change(`the ${say.year.one}`),
      },
      {
        key: say.cycle.title,
        value:
          read.cycle &&
          `${read.cycle.name}, ${periodInWords({ from: read.cycle.period_from, to: read.cycle.period_to })}${at('cycle')}`,
        ...change(`the ${say.cycle.one}`),
      },
      {
        key: say.theme.title,
        value: read.theme && `${read.theme.number}. ${read.theme.title}${at('theme')}`,
        ...change(`the ${say.theme.one}`),
      },
      { key: 'Overall statement', value: read.overall && `${read.overall}${at('overall')}` },
      ...STATUS_CODES.flatMap((code) =>
        read.meanings[code] ? [{ key: `${STATUSES[code]} means`, value: read.meanings[code] }] : [],
      ),
      ...Object.entries(read.front_sheet).map(([key, value]) => ({ key, value })),
    ])}
    <div id="rows">${dataTable({
      caption: plural(read.deliverables.length, say.deliverable.one, say.deliverable.many),
      rows: read.deliverables,
      columns: [
        {
          heading: 'No',
          cell: (one) =>
            html`<span class="app-whole">${one.part ? `${one.part.number}.` : ''}${one.number}</span>${one.year ? html`<br><span class="app-whole">${performanceYear(one.year).label}</span>` : ''}`,
        },
        { heading: say.owner.title, cell: (one) => html`<span class="app-whole">${one.owners}</span>` },
        {
          heading: say.deliverable.title,
          cell: (one) =>
            html`${one.words}${one.due_on ? html`<br>Due ${dayInWords(one.due_on)}` : ''} ${readFrom(one)}
            ${review.kept_at ? '' : link('Put right', `${here}/rows/${one.line}`, { hidden: `number ${one.number}` })}`,
        },
        { heading: 'Status', cell: (one) => statusMark(one.status) },
        {
          heading: say.update.titles,
          cell: (one) =>
            one.updates.length === 0
              ? 'None'
              : html`${one.updates.map((each) => updateRead(each, one, say, review.kept_at ? '' : here))}`,
        },
      ],
    })}</div>
    ${
      review.kept_at
        ? ''
        : leaveOut(
            here,
            read.deliverables.map(({ line, number, words }) => ({ line, text: `${number}. ${words}` })),
          )
    }
    ${read.rest.length > 0 ? details({ summaryText: `${plural(read.rest.length, 'line')} read as no ${say.deliverable.one} or ${say.update.one}`, html: html`<p class="govuk-body">They stay in the text that is kept with what was read from it.</p>${read.rest.map(({ line, text }) => html`<p class="govuk-body app-lines">${line > 0 ? `${line}: ` : ''}${readable(text)} ${line > 0 && !review.kept_at ? link('Say what it is', `${here}/rows/${line}`, { hidden: `line ${line}` }) : ''}</p>`)}` }) : ''}
    ${
      review.kept_at
        ? ''
        : read.unclear.length > 0
          ? html`<p class="govuk-body">It cannot be kept before you have said what each row that is not clear is.</p>`
          : known
            ? postForm({
                action: `${here}/keep`,
                submit: 'Keep what was read',
                secondary: { text: 'Leave it', href: '/delivery-plans' },
              })
            : html`<p class="govuk-body">It cannot be kept before it is known what it is about.</p>${button({ text: 'Say what this paper is about', href: `${here}/about` })}`
    }`,
  )
}

/** Rows that only a person can tell, each with the way to say what it is. */
const notClear = (here: string, { kept_at }: { kept_at: Date | null }, { unclear }: ReadPlan): Content =>
  unclear.length === 0 || kept_at
    ? ''
    : html`${dataTable({
        caption: `Not clear: ${plural(unclear.length, 'row')}`,
        rows: unclear,
        columns: [
          { heading: 'Line', cell: ({ line }) => String(line) },
          { heading: 'What it says', cell: ({ text }) => readable(text) },
          {
            heading: 'What it is',
            cell: ({ line }) =>
              html`<span class="app-whole">${link('Say what it is', `${here}/rows/${line}`, { hidden: `line ${line}` })}</span>`,
          },
        ],
      })}${leaveOut(
        here,
        unclear.map(({ line, text }) => ({ line, text: readable(text) })),
      )}`

/** Many lines that are no part of the plan, such as another table of the paper, told at once. */
const leaveOut = (here: string, lines_read: readonly { line: number; text: string }[]): Content =>
  lines_read.length < 3
    ? ''
    : details({
        summaryText: 'Leave several of these out',
        html: postForm(
          { action: `${here}/leave-out`, submit: 'Leave them out', quiet: true },
          checkboxes({
            idPrefix: `lines-${lines_read[0]!.line}`,
            name: 'lines',
            classes: 'govuk-checkboxes--small',
            fieldset: { legend: { text: 'Which are headings, totals, notes or another table?' } },
            items: lines_read.map(({ line, text }) => ({
              value: String(line),
              text: `Line ${line}: ${text}`,
            })),
          }),
        ),
      })

const readFrom = ({ line, text }: ReadDeliverable): Content =>
  details({
    summaryText: `Line ${line}`,
    html: html`<p class="govuk-body"><code>${readable(text)}</code></p>`,
  })

/** `here` is empty once nothing can be put right any more. */
const updateRead = (
  one: ReadDeliverable['updates'][number],
  of: ReadDeliverable,
  say: LevelWords,
  here: string,
): Content =>
  details({
    summaryText: `${datedInWords(one)}, ${one.author}${one.named ? '' : ` (the ${say.owner.one}: no author is named)`}, line ${one.line}`,
    html: html`${lines(one.words)}${here && one.line !== of.line ? html`<p class="govuk-body">${link('Put right', `${here}/rows/${one.line}`, { hidden: `line ${one.line}` })}</p>` : ''}`,
  })
