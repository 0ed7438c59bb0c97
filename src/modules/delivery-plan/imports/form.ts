import { choice, form, wholeNumber, words } from '#platform/forms/index.ts'
import { planForm } from '../plans/form.ts'
import { STATUSES } from '../words.ts'

/** As long as a paper with all its updates may be. */
export const LONGEST_TEXT = 500_000

export const importForm = form({
  name: words({
    label: 'What do you call this paper?',
    name: 'what you call the paper',
    hint: 'For example, Theme 2, quarter 3 of 2019-20. Every record keeps it as where it was read from.',
    max: 100,
  }),
  text: words({
    label: 'Or paste its text',
    name: 'a Word file, or the text of the paper',
    hint: 'Copy the whole paper. Rows of the table keep their cells apart by tabs.',
    max: LONGEST_TEXT,
    rows: 12,
    optional: true,
  }),
})

/** What one line of a paper is, where reading could not tell or told wrongly. */
export const rowForm = form({
  what: choice(
    {
      deliverable: 'Something to be delivered',
      above: 'More of what was said of the one above it',
      nothing: 'Neither: a heading, a total, a note',
    },
    { label: 'What is this line?', name: 'what this line is' },
  ),
  number: wholeNumber({ label: 'Number', name: 'the number', least: 1, most: 999, optional: true }),
  owners: words({ label: 'Owners', name: 'who answers for it', max: 60, optional: true }),
  words: words({
    label: 'What is to be delivered?',
    name: 'what is to be delivered',
    max: 1000,
    rows: 3,
    optional: true,
  }),
  status: choice(STATUSES, { label: 'Its colour', name: 'its colour', optional: true }),
})

/** What a paper is about: read from it, and put right by a person where it does not say, or says wrongly. */
export const aboutForm = form({
  plan_title: planForm.fields.title,
  plan_starts_on: planForm.fields.starts_on,
  plan_ends_on: planForm.fields.ends_on,
  theme_word: planForm.fields.theme_word,
  deliverable_word: planForm.fields.deliverable_word,
  theme_number: wholeNumber({
    label: 'Number of the part that this paper is about',
    name: 'the number of the part',
    hint: '2 for Theme 2',
    least: 1,
    most: 99,
  }),
  theme_title: words({ label: 'Its title', name: 'the title of the part' }),
  year: wholeNumber({
    label: 'Which year is it about?',
    name: 'the year',
    hint: 'The year it starts in: 2019 for 2019-20',
    least: 2000,
    most: 2100,
  }),
  quarter: choice(
    {
      q1: 'Quarter 1, April to June',
      q2: 'Quarter 2, July to September',
      q3: 'Quarter 3, October to December',
      q4: 'Quarter 4, January to March',
    },
    { label: 'Up to the end of which quarter?', name: 'the quarter' },
  ),
})
