import { datedInWords, type Deliverable, type Update } from '#delivery-plan'
import {
  dataTable,
  formPage,
  html,
  lines,
  link,
  page,
  postForm,
  select,
} from '#platform/design-system/index.ts'
import { field, textOf, type FilledForm } from '#platform/forms/index.ts'
import type { Paper } from '../drafts/queries.ts'
import { COUNTED } from './counted-here.ts'
import type { sourceForm } from './form.ts'
import { type NumberInWords, numbersOfUpdate } from './numbers-of-update.ts'
import type { FigureSource } from './queries.ts'

type Said = { deliverable: Deliverable; update: Update; sources: readonly FigureSource[] }
type Row = NumberInWords & Said & { source: FigureSource | undefined }

const sourceOf = (sources: readonly FigureSource[], { figure, place }: NumberInWords) =>
  sources.find((one) => one.figure === figure && one.place === place)

/** Every number that the updates of a paper give, with where it comes from, or that nobody has said so yet. */
export function sourcesPage(paper: Paper, said: readonly Said[], write: boolean) {
  const rows = said.flatMap((one) =>
    numbersOfUpdate(one.update).map((number): Row => ({
      ...number,
      ...one,
      source: sourceOf(one.sources, number),
    })),
  )
  const without = rows.filter(({ source }) => !source).length
  const at = `/papers/${paper.paper_id}`
  return page(
    { title: 'Where the numbers come from', caption: paper.title, width: 'full', back: at },
    html`${
      rows.length === 0
        ? ''
        : html`<p class="govuk-body">These are the numbers in the words of the updates that no measure gives. Each needs a source: a reader can then follow it.
      ${without === 0 ? 'Every one has a source.' : `${without} of ${rows.length} have no source yet.`}</p>`
    }
    ${write && without > 0 ? postForm({ action: `${at}/sources/updates`, submit: 'Give each of them its own update as its source' }) : ''}
    ${dataTable({
      caption: 'Numbers in the updates',
      captionHidden: true,
      rows,
      empty: 'There is no number in the updates that a measure does not give.',
      columns: [
        { heading: 'No', cell: ({ deliverable }) => String(deliverable.number) },
        { heading: 'Number', cell: ({ figure }) => html`<strong>${figure}</strong>` },
        { heading: 'Where it stands', cell: ({ around }) => around },
        { heading: 'Update', cell: ({ update }) => `${update.author}, ${datedInWords(update)}` },
        {
          heading: 'Source',
          cell: ({ source }) =>
            source
              ? `${source.origin}${source.counted_by ? ` (counted here: ${COUNTED[source.counted_by] ?? source.counted_by})` : ''}`
              : 'None yet',
        },
        ...(write
          ? [
              {
                heading: 'Change',
                cell: ({ update, source, figure, around }: Row) =>
                  link(source ? 'Change the source' : 'Give a source', `${at}/sources/${update.update_id}`, {
                    hidden: ` of ${figure}: ${around}`,
                  }),
              },
            ]
          : []),
      ],
    })}`,
  )
}

/** Saying where one number of an update comes from, or all of them that have no source yet. */
export const sourcePage = (
  paper: Paper,
  update: Update,
  sources: readonly FigureSource[],
  form: FilledForm<typeof sourceForm>,
) =>
  formPage(
    {
      title: 'Say where a number comes from',
      caption: `Update of ${update.author}, ${datedInWords(update)}`,
      back: `/papers/${paper.paper_id}/sources`,
      submit: 'Keep this source',
    },
    html`<p class="govuk-body app-lines">${lines(update.words)}</p>
    ${select({
      id: 'number',
      name: 'number',
      value: textOf(form.number.typed),
      label: { text: 'Which number?' },
      ...(form.number.message ? { errorMessage: { text: form.number.message } } : {}),
      items: [
        { value: 'rest', text: 'All of them that have no source yet' },
        ...numbersOfUpdate(update).map((number, index) => ({
          value: String(index),
          text: `${number.figure} (${sourceOf(sources, number) ? 'has a source' : 'no source yet'}): ${number.around}`,
        })),
      ],
    })}
    ${field(form.about)} ${field(form.n)} ${field(form.origin)} ${field(form.as_at_on)} ${field(form.counted_by)} ${field(form.counted_from)}`,
  )
