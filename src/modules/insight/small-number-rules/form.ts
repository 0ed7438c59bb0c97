import { form, wholeNumber, words } from '#platform/forms/index.ts'

export const ruleForm = form({
  hide_below: wholeNumber({
    label: 'Hide counts below',
    name: 'the number below which counts are hidden',
    hint: '0 prints every count. Leave it empty to go back to what is usual.',
    optional: true,
    least: 0,
    most: 100,
  }),
  because: words({
    label: 'Why?',
    name: 'why',
    hint: 'This is printed under the tables: say what in them keeps anybody from being recognised, or why they need more care.',
    max: 500,
    rows: 4,
  }),
})
