import {
  csrfField,
  dataTable,
  details,
  fileUpload,
  formPage,
  html,
  input,
  insetText,
  link,
  page,
  radios,
  select,
  textarea,
  type Html,
} from '#platform/design-system/index.ts'
import { TRANSFER_FIELDS } from './transfer-fields.ts'
import { FIELD_NAMES, numberedHeadings, type Typed } from './profile-from-form.ts'

export type ProfileLine = {
  profile: string
  title: string
  sender: string
  mapping_profile_id: string | null
}

/** Every profile of the area. */
export const profilesPage = (
  lines: readonly ProfileLine[],
  options: { keys?: boolean; change?: boolean; files?: boolean; fault?: string } = {},
) =>
  page(
    { title: 'Mapping profiles', width: 'full', ...(options.files ? { back: '/transfers' } : {}) },
    html`
    <p class="govuk-body">A mapping profile says how a sender writes its files: which column is what, how dates are written, what the codes mean.</p>
    ${options.fault ? insetText({ text: options.fault }) : null}
    ${options.keys ? html`<p class="govuk-body">${link('Keys for programs that send files', '/sender-keys')}</p>` : null}
    ${dataTable<ProfileLine>({
      caption: 'Profiles',
      columns: [
        {
          heading: 'Profile',
          cell: (one) =>
            one.mapping_profile_id && options.change
              ? link(one.title, `/mapping-profiles/${one.mapping_profile_id}`)
              : one.title,
        },
        { heading: 'Name', cell: (one) => one.profile },
        { heading: 'Sender', cell: (one) => one.sender },
        ...(options.files
          ? [
              {
                heading: 'Try it',
                cell: (one: ProfileLine) =>
                  link('With a file', `/transfers/send?profile=${one.profile}`, {
                    hidden: `by ${one.title}`,
                  }),
              },
            ]
          : []),
      ],
      rows: lines,
    })}
    <h2 class="govuk-heading-m">Make one from a sample</h2>
    <p class="govuk-body">Choose a file as the sender writes it. Its headings and the codes it uses are read; nothing else of it is kept.</p>
    <form method="post" action="/mapping-profiles/sample" enctype="multipart/form-data" novalidate>
      ${csrfField()}${fileUpload({ id: 'file', name: 'file', label: { text: 'A sample file' } })}
      <button type="submit" class="govuk-button" data-module="govuk-button">Read the sample</button>
    </form>`,
  )

const ALWAYS = [
  'occurrence_no',
  'reported_on',
  'offence',
  'surname',
  'forenames',
  'born_on',
  'mobile',
  'address',
  'postcode',
  'consent_basis',
  'safe_to_contact',
  'domestic',
  'sexual',
]

/** The form of a new profile: what the sample told is filled in. */
export const makeProfilePage = (typed: Typed, headings: readonly string[]) => {
  const told = FIELD_NAMES.filter((field) => typed[`column_${field}`] || ALWAYS.includes(field))
  const others = FIELD_NAMES.filter((field) => !told.includes(field))
  const choices = [...headings, ...numberedHeadings(headings)]
  const text = (name: string, label: string, hint?: string) =>
    input({
      id: name,
      name,
      value: typed[name] ?? '',
      label: { text: label },
      ...(hint ? { hint: { text: hint } } : {}),
    })
  return formPage(
    {
      title: 'Make a mapping profile',
      back: '/mapping-profiles',
      submit: 'Save the profile',
      action: '/mapping-profiles/make',
    },
    html`
    <input type="hidden" name="headings" value="${headings.join('\n')}">
    ${text('title', 'What do you call it?', 'For example, Derwent Police: weekly list of victims')}
    ${text('profile', 'A short name for it', 'Small letters, figures and hyphens, for example derwent-police')}
    ${text('sender', 'Who sends these files?', 'The name of the force, as in its organisation here, so that it gets receipts')}
    ${text('file_name', 'What are the files called? (optional)', 'For example DERWENT_{YYYYMMDD}.csv: the day the file was sent is read from its name')}
    ${select({
      id: 'encoding',
      name: 'encoding',
      label: { text: 'Encoding' },
      value: typed.encoding ?? 'utf-8',
      items: [
        { value: 'utf-8', text: 'UTF-8, with or without a mark' },
        { value: 'windows-1252', text: 'Windows-1252' },
        { value: 'utf-16le', text: 'UTF-16' },
        { value: 'utf-16be', text: 'UTF-16, big-endian' },
      ],
    })}
    ${select({
      id: 'separator',
      name: 'separator',
      label: { text: 'What stands between the cells?' },
      value: typed.separator ?? ',',
      items: [
        { value: ',', text: 'A comma' },
        { value: ';', text: 'A semicolon' },
        { value: 'tab', text: 'A tab' },
        { value: '|', text: 'A bar |' },
      ],
    })}
    ${text('header_row', 'Which line has the headings?')}
    ${text('date_formats', 'How are dates written?', 'For example DD/MM/YYYY, or several with commas between them: the first that fits is taken')}
    ${text('time_zone', 'Time zone of times')}
    ${radios({
      idPrefix: 'row_is',
      name: 'row_is',
      value: typed.row_is ?? 'victim',
      fieldset: { legend: { text: 'What is one row?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'victim', text: 'One victim' },
        {
          value: 'crime',
          text: 'One crime, with columns for several victims',
          hint: { text: 'Choose the columns with {n}, which stands for the number of the victim' },
        },
      ],
    })}
    <h2 class="govuk-heading-m">Which column is what?</h2>
    ${told.map((field) => fieldRow(field, typed, choices))}
    ${details({ summaryText: 'Everything else a file can say', html: html`${others.map((field) => fieldRow(field, typed, choices))}` })}
    <datalist id="headings-of-file">${headings.map((heading) => html`<option value="${heading}"></option>`)}</datalist>`,
  )
}

function fieldRow(field: (typeof FIELD_NAMES)[number], typed: Typed, headings: readonly string[]): Html {
  const { says, kind, codes, required } = TRANSFER_FIELDS[field]
  const name = `column_${field}`
  const label = `${capital(field.replaceAll('_', ' '))}${required ? '' : ' (optional)'}`
  return html`
    ${
      headings.length
        ? select({
            id: name,
            name,
            label: { text: label },
            hint: { text: says },
            value: typed[name] ?? '',
            items: [
              { value: '', text: 'Not in the file' },
              ...headings.map((value) => ({ value, text: value })),
              ...(typed[name] && !headings.includes(typed[name])
                ? [{ value: typed[name], text: typed[name] }]
                : []),
            ],
          })
        : input({ id: name, name, label: { text: label }, hint: { text: says }, value: typed[name] ?? '' })
    }
    ${
      kind === 'code' || kind === 'codes'
        ? textarea({
            id: `codes_${field}`,
            name: `codes_${field}`,
            rows: 3,
            value: typed[`codes_${field}`] ?? '',
            label: { text: `What its codes mean: ${field.replaceAll('_', ' ')}` },
            hint: { text: `One a line, as “sent = meaning”. Meanings: ${codes.join(', ')}; - for not known` },
          })
        : null
    }`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A profile as it is written, for whoever changes it by hand. */
export const profilePage = (line: ProfileLine, files: boolean, written: string) =>
  formPage(
    {
      title: 'Mapping profile',
      heading: line.title,
      back: '/mapping-profiles',
      submit: 'Save',
      ...(files
        ? { secondary: { text: 'Try it with a file', href: `/transfers/send?profile=${line.profile}` } }
        : {}),
    },
    html`${textarea({ id: 'written', name: 'written', rows: 30, spellcheck: false, value: written, label: { text: 'The profile' }, hint: { text: 'JSON, as MAPPING-PROFILES.md explains' } })}`,
  )
