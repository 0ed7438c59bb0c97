import { dayInWords } from '#platform/words/dates.ts'
import { duringInWords, periodInWords } from '#platform/words/periods.ts'
import type { Template } from '../templates/template.ts'
import type { PaperWords, Scope } from './answer-figures.ts'

/** What a meeting is asked to do with a paper. */
export const FOR_WHAT = {
  consideration: 'Consideration',
  information: 'Information',
  decision: 'Decision',
} as const
export type ForWhat = keyof typeof FOR_WHAT

/** What stands for each name in braces in a template's words: '{report_to}', '{period}', '{theme}'. */
export const placeholders = (
  template: Template,
  scope: Scope,
  words: PaperWords,
): Record<string, string> => ({
  organisation: words.organisation,
  area: words.area,
  report_to: words.report_to,
  meeting_on: dayInWords(words.meeting_on),
  report_author: words.report_author,
  author_email: words.author_email,
  other_contacts: words.other_contacts,
  agenda_item: words.agenda_item || 'Not given',
  for_what: FOR_WHAT[words.for_what],
  public: words.is_public ? 'Public' : 'Non-public',
  recommendation: recommendationOf(template, words),
  period: periodInWords(scope),
  during: duringInWords(scope),
  During: duringInWords(scope).replace(/^[a-z]/, (letter) => letter.toUpperCase()),
  to: dayInWords(scope.to),
  ...words.plan?.placeholders,
})

/** What is recommended: the author's words in the section that recommends, or else what the template says there. */
function recommendationOf({ sections }: Template, words: PaperWords): string {
  const section = sections.find(({ title }) => /^recommendation/i.test(title))
  if (!section) return ''
  const own = section.blocks.find((block) => 'own_words' in block)
  const said = section.blocks.find((block) => 'paragraph' in block)
  // A sentence with figures in it stands in its section only.
  const standard = own?.own_words || (said?.paragraph.includes('{{') ? '' : said?.paragraph)
  return (words.sections[section.number] || standard) ?? ''
}

/** The words with their placeholders filled; a name that stands for nothing stays in its braces. */
export const fillPlain = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** What an author wrote, cut at its empty lines. */
export const paragraphsOf = (words: string): string[] =>
  words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
