import { dayInLondon, dayInWords } from '#reference'
import {
  dataTable,
  formPage,
  html,
  insetText,
  page,
  postForm,
  statusTag,
} from '#platform/design-system/index.ts'
import { choice, field, form, type Filled } from '#platform/forms/index.ts'
import type { SenderKey } from './sender-keys.ts'

/** The form of a new key: which profile its files are read by. */
export const keyForm = (profiles: Readonly<Record<string, string>>) =>
  form({
    profile: choice(profiles, {
      label: 'Whose files will it send?',
      name: 'whose files it will send',
      as: 'select',
    }),
  })

export const keysPage = (keys: readonly SenderKey[], filled: Filled) =>
  formPage(
    { title: 'Keys for programs', back: '/mapping-profiles', width: 'full', submit: 'Make a key' },
    html`
    <p class="govuk-body">A program of a sender can send files by itself, with a key of its own. It sends the file as the body of POST /api/transfers with the key and an Idempotency-Key.</p>
    ${dataTable({
      caption: 'Keys',
      columns: [
        { heading: 'For', cell: (one) => one.profile },
        { heading: 'Made', cell: (one) => dayInWords(dayInLondon(one.made_at)) },
        {
          heading: 'State',
          cell: (one) =>
            one.revoked_at ? statusTag('Revoked', 'closed') : html`${statusTag('In use', 'good')}`,
        },
        {
          heading: 'Do',
          cell: (one) =>
            one.revoked_at
              ? ''
              : html`<a class="govuk-link" href="/sender-keys/${one.sender_key_id}/revoke">Revoke<span class="govuk-visually-hidden"> the key for ${one.profile}</span></a>`,
        },
      ],
      rows: keys,
      empty: 'No program has a key yet.',
    })}
    ${field(filled.profile!)}`,
  )

/** The one time a key is shown. */
export const newKeyPage = (key: string) =>
  page(
    { title: 'The new key', back: '/sender-keys' },
    html`${insetText({ html: html`<code>${key}</code>` })}
    <p class="govuk-body">Copy it now, and give it to the sender by a safe way. It is not kept here and cannot be shown again.</p>`,
  )

export const revokePage = (sender_key_id: string) =>
  page(
    { title: 'Revoke the key', back: '/sender-keys' },
    html`<p class="govuk-body">The program that uses it can send nothing from this moment.</p>
    ${postForm({ action: `/sender-keys/${sender_key_id}/revoke`, submit: 'Revoke the key', warning: true })}`,
  )
