import {
  details,
  formPage,
  html,
  insetText,
  lines,
  link,
  page,
  postForm,
} from '#platform/design-system/index.ts'
import { chooseOne, field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import type { Paper } from '../drafts/queries.ts'
import type { answerForm, commentForm, correctForm, returnForm } from './form.ts'
import type { Part } from './paragraphs.ts'
import type { Comment, Stage, Step } from './queries.ts'

const STEPS: Record<string, string> = {
  review: 'Sent for review',
  sign_off: 'Sent for sign-off',
  returned: 'Returned to its author',
}

type Look = {
  paper: Paper
  stage: Stage
  steps: readonly Step[]
  comments: readonly Comment[]
  parts: readonly Part[]
  may: { comment: boolean; answer: boolean; send_back: boolean }
}

/** The review: what was said about which paragraph, what was answered, and the paper's way so far. */
export const reviewPage = (look: Look, form: FilledForm<typeof commentForm>) => {
  const { paper, comments, parts, may } = look
  const options = { title: 'Review of a paper', caption: paper.title, back: `/papers/${paper.paper_id}` }
  const body = html`
    ${comments.length === 0 ? html`<p class="govuk-body">Nobody has commented yet.</p>` : comments.map((one) => commentHtml(look, one))}
    ${may.send_back ? html`<p class="govuk-body">${link('Return this paper to its author', `/papers/${paper.paper_id}/return`)}</p>` : ''}
    ${wayHtml(look.steps)}`
  if (!may.comment) return page(options, body)
  return formPage(
    { ...options, submit: 'Add this comment', before: body },
    html`<h2 class="govuk-heading-m">Comment on a paragraph</h2>
    ${chooseOne(
      form.place,
      parts.map(({ block, place, words }) => ({
        value: String(block),
        text: `${place}: ${words.slice(0, 60)}`,
      })),
    )}
    ${field(form.words)}`,
  )
}

const commentHtml = ({ paper, may }: Look, one: Comment) => html`
  <section class="govuk-!-margin-bottom-6">
    <h2 class="govuk-heading-s">${one.place}</h2>
    ${one.about ? details({ summaryText: 'The words when it was said', html: lines(one.about) }) : ''}
    ${lines(one.words)}
    <p class="govuk-hint">${one.made_by_name}, ${momentInWords(one.made_at)}</p>
    ${one.answers.map((answer) => insetText({ html: html`${lines(answer.words)}<p class="govuk-hint">${answer.made_by_name}, ${momentInWords(answer.made_at)}</p>` }))}
    ${may.answer && one.answers.length === 0 ? html`<p class="govuk-body">${link('Answer', `/papers/${paper.paper_id}/comments/${one.comment_id}`, { hidden: `the comment on ${one.place}` })}</p>` : ''}
  </section>`

/** The steps a paper has taken, the latest first. */
export const wayHtml = (steps: readonly Step[]) =>
  steps.length === 0
    ? ''
    : html`<h2 class="govuk-heading-m">Its way so far</h2>
    <ul class="govuk-list govuk-list--bullet">${steps.map(({ step, reason, taken_at, taken_by_name }) => html`<li>${STEPS[step] ?? step} by ${taken_by_name}, ${momentInWords(taken_at)}${reason ? `: ${reason}` : ''}</li>`)}</ul>`

export const answerPage = (paper: Paper, one: Comment, form: FilledForm<typeof answerForm>) =>
  formPage(
    {
      title: 'Answer a comment',
      caption: paper.title,
      back: `/papers/${paper.paper_id}/review`,
      submit: 'Answer',
      before: insetText({
        html: html`<p class="govuk-body"><strong>${one.place}</strong></p>${lines(one.words)}`,
      }),
    },
    html`${field(form.words)}`,
  )

export const returnPage = (paper: Paper, form: FilledForm<typeof returnForm>) =>
  formPage(
    {
      title: 'Return a paper to its author',
      caption: paper.title,
      back: `/papers/${paper.paper_id}`,
      submit: 'Return it',
    },
    html`${field(form.reason)}`,
  )

export const correctPage = (paper: Paper, form: FilledForm<typeof correctForm>) =>
  formPage(
    {
      title: 'Correct a paper',
      caption: paper.title,
      back: `/papers/${paper.paper_id}`,
      submit: 'Begin the correction',
      before: html`<p class="govuk-body">The signed paper stays as it is. You begin a draft with the same words, which goes to review and sign-off; published, it is the next version at the same address.</p>`,
    },
    html`${field(form.because)}`,
  )

/** What can be done with a paper where it is, for the top of its page. */
export const stepsHtml = (
  paper: Paper,
  stage: Stage,
  latest: Step | undefined,
  may: { write: boolean; correct: boolean; publish: boolean },
) => html`
  ${stage === 'returned' && latest ? insetText({ html: html`<p class="govuk-body"><strong>Returned by ${latest.taken_by_name}, ${momentInWords(latest.taken_at)}</strong></p>${lines(latest.reason ?? '')}` }) : ''}
  ${may.write && (stage === 'draft' || stage === 'returned') ? postForm({ action: `/papers/${paper.paper_id}/send-for-review`, submit: 'Send for review' }) : ''}
  ${may.write && stage === 'review' ? postForm({ action: `/papers/${paper.paper_id}/send-for-sign-off`, submit: 'Send for sign-off' }) : ''}
  ${stage === 'draft' ? '' : html`<p class="govuk-body">${link('Review: comments and its way so far', `/papers/${paper.paper_id}/review`)}</p>`}
  ${may.correct ? html`<p class="govuk-body">${link('Correct this paper', `/papers/${paper.paper_id}/correct`)}</p>` : ''}
  ${may.publish ? html`<p class="govuk-body">${link('Public version and publication', `/papers/${paper.paper_id}/public-version`)}</p>` : ''}`
