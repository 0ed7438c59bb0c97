import {
  button,
  formPage,
  html,
  type Html,
  insetText,
  link,
  page,
  statusTag,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import type { Paper } from '../../drafts/queries.ts'
import type { CheckedPaper } from '../model/paper.ts'
import type { Finding } from '../find-all.ts'
import { RULES } from '../rules/index.ts'
import { type Answer, type Checked, mayBeTakenOut } from './check-paper.ts'
import type { answerForm } from './form.ts'

type Answered = Finding & { answer?: Answer }

/** Every finding of a draft: what stops publishing, what to look at, what was answered. */
export const checkPage = (paper: Paper, { findings, stopping }: Checked, mayAnswer: boolean) => {
  const actions = (finding: Answered) =>
    mayAnswer
      ? link('Answer with a reason', `/papers/${paper.paper_id}/checks/${finding.key}`, {
          hidden: `: ${finding.why}`,
        })
      : ''
  return page(
    { title: 'Check before publishing', caption: paper.title, back: `/papers/${paper.paper_id}` },
    html`${verdict(stopping, findings.length)}
    ${groups(findings, actions)}
    ${rulesRun()}`,
  )
}

/** The same of a file, of which nothing is kept. */
export const fileFindingsPage = (
  { title, earlier }: Pick<CheckedPaper, 'title' | 'earlier'>,
  findings: readonly Finding[],
  words: number,
) =>
  page(
    { title: 'What the checks found', caption: title || 'A paper from a file', back: '/paper-checks/start' },
    html`${verdict(findings.filter(({ severity }) => severity === 'stops').length, findings.length)}
    <p class="govuk-body">${plural(words, 'word')} were read. ${earlier.map((one) => `Its numbers were held against ${one.title ? `“${one.title}”` : 'the earlier paper'}.`)} Nothing of it has been kept.</p>
    ${groups(findings, () => '')}
    ${rulesRun()}
    ${button({ text: 'Check another paper', href: '/paper-checks/start', classes: 'govuk-button--secondary' })}`,
  )

const verdict = (stopping: number, all: number): Html =>
  insetText({
    text:
      stopping > 0
        ? `${plural(stopping, 'thing')} must be mended${all > stopping ? ', or answered with a reason,' : ' or answered'} before this paper can be signed off.`
        : all > 0
          ? 'Nothing stops this paper from being signed off.'
          : 'The checks found nothing. They do not replace a second reader.',
  })

function groups(findings: readonly Answered[], actions: (finding: Answered) => Html | ''): Html {
  const open = findings.filter(({ answer }) => !answer)
  const group = (heading: string, list: readonly Answered[]) =>
    list.length === 0
      ? ''
      : html`<h2 class="govuk-heading-m">${heading} (${list.length})</h2>
      <ol class="govuk-list paper-findings">${list.map((finding) => html`<li>${findingOf(finding, actions(finding))}</li>`)}</ol>`
  return html`
    ${group(
      'Stops publishing',
      open.filter(({ severity }) => severity === 'stops'),
    )}
    ${group(
      'To look at',
      open.filter(({ severity }) => severity === 'look'),
    )}
    ${group(
      'Answered',
      findings.filter(({ answer }) => answer),
    )}`
}

const findingOf = (
  { rule_title, quote, where, why, to_do, severity, href, href_text, answer }: Answered,
  action: Html | '',
  alone = false,
): Html => html`
  ${alone ? html`<h2 class="govuk-heading-s">${rule_title}</h2>` : html`<h3 class="govuk-heading-s">${rule_title}</h3>`}
  <p class="govuk-body-s paper-finding-tags">${answer ? statusTag('Answered', 'closed') : severity === 'stops' ? statusTag('Stops publishing', 'urgent') : statusTag('To look at', 'attention')} ${capital(where)}</p>
  <blockquote class="paper-finding-quote">${quote.length > 500 ? `${quote.slice(0, 500)} …` : quote}</blockquote>
  <p class="govuk-body">${why}</p>
  <p class="govuk-body"><strong>What to do:</strong> ${to_do}</p>
  ${answer ? html`<p class="govuk-body"><strong>Answer:</strong> ${answer.taken_out ? 'It will be taken out of the public version. ' : ''}${answer.reason} (${answer.answered_by_name}, ${momentInWords(answer.answered_at)})</p>` : ''}
  <p class="govuk-body paper-finding-actions">${href ? link(href_text ?? 'Open where it is written', href, { hidden: ` (${where})` }) : ''} ${action}</p>`

const rulesRun = (): Html => html`<h2 class="govuk-heading-m">What was checked</h2>
  <ul class="govuk-list govuk-list--bullet">${RULES.map(({ title }) => html`<li>${title}</li>`)}</ul>`

/** One finding, and the reason why it may stand. */
export const answerPage = (paper: Paper, finding: Answered, form: FilledForm<typeof answerForm>) =>
  formPage(
    {
      title: 'Answer a finding',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/checks`,
      submit: 'Keep this answer',
      before: html`<div class="paper-findings">${findingOf(finding, '', true)}</div>`,
    },
    html`${mayBeTakenOut(paper, finding) ? field(form.how) : ''} ${field(form.reason)}`,
  )

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())
