import {
  dataTable,
  formPage,
  html,
  keysetPagination,
  link,
  page,
  statusTag,
} from '#platform/design-system/index.ts'
import { field, type FilledForm, form, words } from '#platform/forms/index.ts'
import { dayInWords, momentInWords, shortDayInWords } from '#platform/words/dates.ts'
import { listInWords } from '#platform/words/lists.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { decimalPercentageInWords } from '#platform/words/percentages.ts'
import { BANDS } from '../duplicates/possible-duplicate.ts'
import type { Batch, WaitingReview } from './queries.ts'

const born = (day: string | null) => (day ? shortDayInWords(day) : 'not recorded')

/** Pairs that a bulk comparison was not sure of, for somebody to decide. */
export const reviewsPage = (
  waiting: { rows: WaitingReview[]; next: string | undefined },
  may_see_thresholds: boolean,
) =>
  page(
    { title: 'May be the same person', width: 'full', back: { href: '/people', text: 'Find a person' } },
    html`<p class="govuk-body">A comparison of all records was not sure about these, or one of them is sensitive. Nothing is linked until somebody decides.</p>
${dataTable({
  caption: 'Pairs to decide about',
  captionHidden: true,
  rows: waiting.rows,
  columns: [
    {
      heading: 'Records',
      cell: (row) =>
        html`${link(row.name, `/people/${row.person_id}`)} (born ${born(row.born)})<br>${link(row.other_name, `/people/${row.other_person_id}`)} (born ${born(row.other_born)})`,
    },
    {
      heading: 'How sure',
      cell: (row) =>
        html`${BANDS[row.band]}${row.sensitive ? html`<br>${statusTag('Sensitive', 'attention')}` : null}`,
    },
    { heading: 'Why', cell: (row) => listInWords(row.reasons) },
    {
      heading: 'Do',
      cell: (row) =>
        link('Compare and decide', `/people/${row.person_id}/links/${row.other_person_id}`, {
          hidden: `about ${row.name} and ${row.other_name}`,
        }),
    },
  ],
  empty: 'No pair is waiting.',
})}
${waiting.next ? keysetPagination({ next: `?after=${waiting.next}`, nextText: 'Less sure' }) : null}
<p class="govuk-body">${link('See what was compared and linked in bulk', '/people/comparisons')}${may_see_thresholds ? html`<br>${link('How sure a comparison must be', '/people/matching')}` : ''}</p>`,
  )

/** What bulk comparisons did, and how sure they were. */
export const batchesPage = (all: readonly Batch[], may_undo: boolean) =>
  page(
    { title: 'Compared and linked in bulk', width: 'full', back: '/people/reviews' },
    html`<p class="govuk-body">Each comparison links only what it is sure of, and never a sensitive record. All of its links can be undone at once.</p>
${dataTable({
  caption: 'Comparisons',
  captionHidden: true,
  rows: all,
  columns: [
    { heading: 'When', cell: (row) => momentInWords(row.made_at) },
    { heading: 'Records of', cell: (row) => row.team },
    { heading: 'Records', cell: (row) => numberInWords(row.records), numeric: true },
    { heading: 'Linked', cell: (row) => numberInWords(row.links), numeric: true },
    { heading: 'To decide', cell: (row) => numberInWords(row.reviews), numeric: true },
    { heading: 'Links expected to be wrong', cell: (row) => expectedWrong(row), numeric: true },
    {
      heading: 'Do',
      cell: (row) =>
        row.undone_at
          ? html`${statusTag('Undone', 'closed')} ${row.undone_because}`
          : may_undo
            ? link('Undo', `/people/comparisons/${row.link_batch_id}/undo`, {
                hidden: `the comparison of ${momentInWords(row.made_at)}`,
              })
            : 'A team manager can undo it',
    },
  ],
  empty: 'Nothing was compared in bulk yet.',
})}`,
  )

const expectedWrong = ({ links, estimated_error }: Batch) =>
  links === 0
    ? ''
    : `${decimalPercentageInWords(estimated_error * links, links)} (about ${numberInWords(Math.round(estimated_error * links))})`

export const undoForm = form({
  because: words({ label: 'Why is it undone?', name: 'why it is undone', max: 300, rows: 3 }),
})

/** Before all links of one comparison are taken back. */
export const undoPage = (batch: Batch, undo: FilledForm<typeof undoForm>) =>
  formPage(
    {
      title: 'Undo a comparison',
      back: '/people/comparisons',
      submit: 'Undo all its links',
      warning: true,
      before: html`<p class="govuk-body">The comparison of ${dayInWords(batch.made_at.toISOString().slice(0, 10))} linked ${numberInWords(batch.links)} pairs. Those still linked are unlinked, and pairs that wait for a decision leave the list. What people decided stays. The history keeps everything.</p>`,
    },
    html`${field(undo.because)}`,
  )
