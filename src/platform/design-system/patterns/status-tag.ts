import type { Html } from '../html.ts'
import { tag } from '../govuk/tag.ts'

/** What a status means to the person reading, from which its colour follows. */
export type Tone = 'neutral' | 'new' | 'waiting' | 'good' | 'attention' | 'urgent' | 'closed'

const COLOURS: Readonly<Record<Tone, string>> = {
  neutral: 'govuk-tag--blue',
  new: 'govuk-tag--purple',
  waiting: 'govuk-tag--yellow',
  good: 'govuk-tag--green',
  attention: 'govuk-tag--orange',
  urgent: 'govuk-tag--red',
  closed: 'govuk-tag--grey',
}

/** A status in words. The colour only repeats them. */
export const statusTag = (words: string, tone: Tone = 'neutral'): Html =>
  tag({ text: words, classes: COLOURS[tone] })
