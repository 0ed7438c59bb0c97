import { html } from '../html.ts'
import { characterCount } from '../govuk/character-count.ts'
import { checkboxes } from '../govuk/checkboxes.ts'
import { dateInput } from '../govuk/date-input.ts'
import { fileUpload } from '../govuk/file-upload.ts'
import { input } from '../govuk/input.ts'
import { passwordInput } from '../govuk/password-input.ts'
import { radios } from '../govuk/radios.ts'
import { select } from '../govuk/select.ts'
import { textarea } from '../govuk/textarea.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } })

/** Every field, some of them refused. */
export const fields = html`${[
  input({
    name: 'cost',
    label: { text: 'Cost' },
    prefix: { text: '\u00a3' },
    suffix: { text: 'a month' },
    hint: { text: 'In pounds' },
    classes: 'govuk-input--width-5',
  }),
  input({ name: 'reference', label: { text: 'Reference' }, errorMessage: { text: 'Enter the reference' } }),
  dateInput({
    id: 'contacted_on',
    namePrefix: 'contacted_on',
    fieldset: legend('When did you try to make contact?'),
    hint: { text: 'For example, 27 3 2026' },
    errorMessage: { text: 'The date must include a year' },
    day: { name: 'day', value: '27' },
    month: { name: 'month', value: '3' },
    year: { name: 'year', error: true },
  }),
  radios({
    name: 'method',
    fieldset: legend('How did you try?'),
    value: 'phone',
    items: [
      {
        value: 'phone',
        text: 'Phone',
        conditional: { html: input({ name: 'number', label: { text: 'Number' }, inputmode: 'tel' }) },
      },
      { value: 'letter', text: 'Letter', hint: { text: 'Only when it is safe to write' } },
      { divider: 'or' },
      { value: 'none', text: 'I did not try' },
    ],
  }),
  checkboxes({
    name: 'needs',
    fieldset: legend('What do they need help with?'),
    values: ['health'],
    errorMessage: { text: 'Select what they need help with' },
    items: [
      { value: 'health', text: 'Mental and physical health' },
      { value: 'shelter', text: 'Shelter and accommodation' },
      { divider: 'or' },
      { value: 'none', text: 'None of these', behaviour: 'exclusive' },
    ],
  }),
  select({
    name: 'team',
    label: { text: 'Team' },
    value: 'north',
    items: [
      { value: 'north', text: 'North' },
      { value: 'south', text: 'South' },
    ],
  }),
  textarea({ name: 'note', label: { text: 'Note' }, value: 'Line one\n  line two' }),
  characterCount({ name: 'reason', label: { text: 'Reason' }, maxlength: 200, rows: 3 }),
  fileUpload({ name: 'file', label: { text: 'File' } }),
  passwordInput({ name: 'password', label: { text: 'Password' } }),
]}`
