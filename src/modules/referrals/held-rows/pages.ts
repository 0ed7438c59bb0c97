import { CONSENT_BASES, dayInWords, INTAKE_RESULTS, wordsFor, type IntakeResult } from '#reference'
import {
  dataTable,
  details,
  formPage,
  html,
  insetText,
  keysetPagination,
  lines,
  link,
  page,
  postForm,
  statusTag,
  summary,
  timeline,
  type Html,
} from '#platform/design-system/index.ts'
import { plural } from '#platform/words/plurals.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import type { Decision } from '../transfers/decide-result.ts'
import { GAPS } from '../transfers/decide-result.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'
import { HELD, RESULT_WORDS } from '../words.ts'
import { CLOSE_HELD, type askForm, type closeForm, type correctForm } from './form.ts'
import { HELD_SHOWN, type HeldRow, type HeldRowLine, type HeldRowStep } from './queries.ts'

/** What waits, oldest first, with why and whether the sender has answered. */
export const heldRowsPage = (rows: readonly HeldRowLine[], result: string | undefined) => {
  const shown = rows.slice(0, HELD_SHOWN)
  const filter = result ? `&result=${result}` : ''
  return page(
    { title: 'Held rows', width: 'full', back: '/transfers' },
    html`
    <p class="govuk-body">These rows came from a sender and nobody has been contacted. Put each right and release it, ask the sender, or close it.</p>
    <p class="govuk-body">Show: ${[undefined, ...HELD].map((one, at) => html`${at ? ' · ' : ''}${one === result ? html`<strong>${one ? RESULT_WORDS[one] : 'All'}</strong>` : link(one ? RESULT_WORDS[one] : 'All', one ? `/held-rows?result=${one}` : '/held-rows')}`)}</p>
    ${dataTable({
      caption: 'Rows that wait, oldest first',
      columns: [
        {
          heading: 'Row',
          cell: (one) =>
            html`<span class="app-whole">${link(one.occurrence_number ?? one.reference, `/held-rows/${one.held_row_id}`)}</span>`,
        },
        {
          heading: 'Came',
          cell: (one) => html`<span class="app-whole">${shortDayInWords(one.received_on)}</span>`,
        },
        { heading: 'Offence', cell: (one) => one.offence_text ?? 'Not told' },
        { heading: 'Why it is held', cell: (one) => wordsFor(RESULT_WORDS, one.result) },
        {
          heading: 'Sender',
          cell: (one) =>
            one.answered
              ? statusTag('Has answered', 'new')
              : one.asked
                ? statusTag('Asked', 'waiting')
                : 'Not asked',
        },
      ],
      rows: shown,
      empty: 'Nothing waits here.',
    })}
    ${rows.length > HELD_SHOWN ? keysetPagination({ next: `/held-rows?after=${shown.at(-1)!.held_row_id}${filter}`, nextText: 'More rows' }) : null}`,
  )
}

type Shown = { row: HeldRow; steps: readonly HeldRowStep[]; now: Decision | undefined }

/** One held row: why, what is known, what it would be now, and what can be done. */
export const heldRowPage = ({ row, steps, now }: Shown) => {
  const url = `/held-rows/${row.held_row_id}`
  return page(
    {
      title: 'Held row',
      heading: wordsFor(RESULT_WORDS, row.result),
      caption: `Occurrence ${row.occurrence_number ?? 'not told'}, ${row.sender}, ${dayInWords(row.sent_on)}`,
      back: '/held-rows',
    },
    html`
    ${row.settled_as ? settled(row) : stands(row, now)}
    ${
      row.settled_as
        ? null
        : html`
      <div class="govuk-button-group">
        ${now?.result === 'accepted' ? postForm({ action: `${url}/release`, submit: 'Release it' }) : null}
        ${link('Put it right', `${url}/correct`)} ${link('Ask the sender', `${url}/ask`)} ${link('Close it', `${url}/close`)}
      </div>`
    }
    ${row.victim ? known(row.victim) : null}
    ${
      row.cells
        ? details({
            summaryText: 'The row as it came',
            html: asItCame(row.cells),
          })
        : null
    }
    ${summary([
      { key: 'File', value: link(row.file_name, `/transfers/${row.transfer_id}`) },
      { key: 'Row in the file', value: String(row.row_number) },
      { key: 'Reference', value: row.reference },
    ])}
    <h2 class="govuk-heading-m">What has been done</h2>
    ${timeline(
      steps.map((step) => ({
        title: STEPS[step.step] ?? step.step,
        at: step.taken_at,
        by: step.taken_by ?? undefined,
        body: step.note ? lines(step.note) : undefined,
      })),
      { headingLevel: 3, empty: 'Nothing yet.' },
    )}`,
  )
}

const MOST_CELLS = 100
const LONGEST_CELL = 500

/** The cells of a row that cannot be read may be very many, or very long: what a person can look at of them. */
function asItCame(cells: readonly [string, string][]): Html {
  const shown = cells.slice(0, MOST_CELLS).map(([key, value]) => ({
    key,
    value:
      value.length > LONGEST_CELL
        ? `${value.slice(0, LONGEST_CELL)}… (${value.length.toLocaleString('en-GB')} characters)`
        : value || undefined,
  }))
  const more = cells.length - shown.length
  return html`${summary(shown, { missing: 'Blank' })}${more > 0 ? html`<p class="govuk-body">And ${plural(more, 'more cell')}. The file that was sent has the rest.</p>` : null}`
}

const STEPS: Record<string, string> = {
  corrected: 'Put right',
  asked: 'The sender was asked',
  answered: 'The sender answered',
  'sent-again': 'The sender sent the row again',
  released: 'Released as a referral',
  closed: 'Closed',
}

const settled = (row: HeldRow): Html =>
  insetText({
    html:
      row.settled_as === 'released'
        ? html`Released. ${link('See the referral', `/referrals/${row.referral_id}`)}.`
        : html`Closed: ${wordsFor(CLOSE_HELD, row.closed_because ?? '').toLowerCase()}. What was known of the person has been erased.`,
  })

function stands(row: HeldRow, now: Decision | undefined): Html {
  const wrong =
    row.problems.length > 0
      ? html`<ul class="govuk-list govuk-list--bullet">${row.problems.map((one) => html`<li>${one}</li>`)}</ul>`
      : null
  const said = !now
    ? 'It cannot be read yet: a name and the day of the report are needed.'
    : now.result === 'accepted'
      ? 'As it stands now it can be released.'
      : `As it stands now: ${RESULT_WORDS[now.result].toLowerCase()}.`
  const missing = (now?.missing ?? []).flatMap((gap) => (gap in GAPS ? [GAPS[gap]] : []))
  return insetText({
    html: html`${wrong}<p class="govuk-body">${said}</p>${missing.length ? html`<p class="govuk-body">Missing: ${missing.join('; ').toLowerCase()}.</p>` : null}`,
  })
}

// No phone, email or address here: those are used only as the person's record gives them, and nobody is to be contacted yet.
const known = (victim: TransferVictim): Html =>
  summary(
    [
      { key: 'Name', value: [victim.forenames, victim.surname].filter(Boolean).join(' ') || undefined },
      { key: 'Date of birth', value: victim.born_on ? dayInWords(victim.born_on) : undefined },
      { key: 'Reported', value: victim.reported_on ? dayInWords(victim.reported_on) : undefined },
      { key: 'Offence', value: victim.offence ?? undefined },
      {
        key: 'Ground for the referral',
        value: wordsFor(CONSENT_BASES, victim.consent_basis ?? 'not-recorded'),
      },
      {
        key: 'Safe to contact',
        value: { yes: 'Yes', no: 'No', unknown: 'Not known' }[victim.safe_to_contact ?? 'unknown'],
      },
      { key: 'About safety', value: victim.safe_contact_notes ?? undefined },
      { key: 'Ways of contact that came', value: ways(victim) },
    ],
    { missing: 'Not told' },
  )

const ways = (victim: TransferVictim) =>
  [
    victim.mobile && 'mobile',
    (victim.home_phone || victim.work_phone) && 'phone',
    victim.email && 'email',
    victim.address && 'address',
    victim.postcode && 'postcode',
  ]
    .filter(Boolean)
    .join(', ') || undefined

const head = (row: HeldRow) => ({
  back: `/held-rows/${row.held_row_id}`,
  caption: `Occurrence ${row.occurrence_number ?? 'not told'}: ${wordsFor(INTAKE_RESULTS, row.result).toLowerCase()}`,
  secondary: { text: 'Cancel', href: `/held-rows/${row.held_row_id}` },
})

export const correctPage = (row: HeldRow, form: FilledForm<typeof correctForm>) =>
  formPage(
    { title: 'Put the row right', submit: 'Save', ...head(row) },
    html`${row.problems.length ? insetText({ html: html`${row.problems.map((one) => html`<p class="govuk-body">${one}</p>`)}` }) : null}
    ${Object.values(form).map((one) => field(one))}`,
  )

export const askPage = (row: HeldRow, form: FilledForm<typeof askForm>) =>
  formPage(
    { title: 'Ask the sender', submit: 'Send the question', ...head(row) },
    html`${field(form.question)}`,
  )

export const closePage = (row: HeldRow, form: FilledForm<typeof closeForm>) =>
  formPage(
    { title: 'Close the row', submit: 'Close it', warning: true, ...head(row) },
    html`${field(form.because)}${field(form.note)}`,
  )

export const isHeldResult = (text: string | undefined): text is IntakeResult =>
  HELD.some((one) => one === text)
