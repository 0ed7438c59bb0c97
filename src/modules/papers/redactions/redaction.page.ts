import { formPage, html } from '#platform/design-system/index.ts'
import { chooseOne, field, type FilledForm } from '#platform/forms/index.ts'
import type { Paper } from '../drafts/queries.ts'
import type { Part } from '../reviews/paragraphs.ts'
import type { redactionForm } from './form.ts'

/** What is taken out of the public version, on which ground and why. */
export const redactionPage = (paper: Paper, parts: readonly Part[], form: FilledForm<typeof redactionForm>) =>
  formPage(
    {
      title: 'Take something out',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/public-version`,
      submit: 'Take it out',
    },
    html`${chooseOne(
      form.block,
      parts.map(({ block, place, words }) => ({
        value: String(block),
        text: `${place}: ${words.slice(0, 80)}`,
      })),
    )}
    ${field(form.words)} ${field(form.ground)} ${field(form.because)}`,
  )
