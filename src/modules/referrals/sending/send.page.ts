import { codesOf, INTAKE_RESULTS } from '#reference'
import {
  csrfField,
  dataTable,
  fileUpload,
  html,
  insetText,
  link,
  page,
  select,
  summary,
  type Html,
} from '#platform/design-system/index.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import type { TriedProfile, TriedRow } from '../mapping-profiles/try-profile.ts'
import { RESULT_WORDS } from '../words.ts'

type Sending = {
  profiles: readonly MappingProfile[]
  profile: string | undefined
  tried?: { file_name: string; told: TriedProfile } | undefined
  fault?: string | undefined
}

/** Sends a file, or shows first how it would be read. */
export const sendPage = ({ profiles, profile, tried, fault }: Sending) =>
  page(
    { title: 'Send a file', back: '/transfers', width: 'full' },
    html`
    ${fault ? insetText({ text: fault }) : null}
    ${tried ? triedResults(tried.file_name, tried.told) : html`<p class="govuk-body">A file that was read before is known again, and changes nothing.</p>`}
    <form method="post" action="/transfers/send" enctype="multipart/form-data" novalidate>
      ${csrfField()}
      ${select({
        id: 'profile',
        name: 'profile',
        label: { text: 'How is the file written?' },
        hint: { text: 'A mapping profile says what the columns of a sender mean' },
        value: profile ?? (profiles.length === 1 ? profiles[0]!.profile : ''),
        items: [
          { value: '', text: 'Choose…' },
          ...profiles.map((one) => ({ value: one.profile, text: one.title })),
        ],
      })}
      ${fileUpload({ id: 'file', name: 'file', label: { text: 'The file' } })}
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" data-module="govuk-button" name="do" value="read" formaction="/transfers/send">Read it</button>
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" formaction="/transfers/try">Show how it would be read</button>
      </div>
    </form>
    <p class="govuk-body">${link('Make a mapping profile', '/mapping-profiles')}</p>`,
  )

function triedResults(file_name: string, told: TriedProfile): Html {
  return html`
    <h2 class="govuk-heading-m">${file_name}, as it would be read</h2>
    <p class="govuk-body">Nothing was kept. ${told.rows.toLocaleString('en-GB')} rows${told.blank_lines ? ` and ${told.blank_lines} blank lines` : ''}.</p>
    ${dataTable({
      caption: 'What would become of the rows (rows that came in other files are not known here)',
      columns: [
        { heading: 'Result', cell: (one) => RESULT_WORDS[one] },
        { heading: 'Rows', cell: (one) => told.results[one]!.toLocaleString('en-GB'), numeric: true },
      ],
      rows: codesOf(INTAKE_RESULTS)
        .toReversed()
        .filter((one) => told.results[one]),
    })}
    ${told.errors.length ? html`<h3 class="govuk-heading-s">Rows that cannot be read</h3>${told.errors.map(asRead)}` : null}
    <h3 class="govuk-heading-s">The first rows</h3>${told.first.map(asRead)}`
}

const asRead = (one: TriedRow) =>
  summary(
    [
      ...one.problems.map((value) => ({ key: 'Wrong', value })),
      ...one.remarks.map((field) => ({ key: 'Not understood', value: field })),
      ...Object.entries(one.read).map(([field, value]) => ({
        key: field.replaceAll('_', ' '),
        value: value === true ? 'Yes' : String(value),
      })),
    ],
    { card: { title: `Row ${one.row}: ${RESULT_WORDS[one.result].toLowerCase()}` } },
  )
