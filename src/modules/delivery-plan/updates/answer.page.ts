import {
  assetUrl,
  button,
  dataTable,
  details,
  formPage,
  html,
  insetText,
  link,
  page,
  type Content,
} from '#platform/design-system/index.ts'
import { field, textOf, type FilledField, type FilledForm } from '#platform/forms/index.ts'
import { daysFromToday, dayInWords, momentInWords } from '#platform/words/dates.ts'
import { statusTag } from '#platform/design-system/index.ts'
import { listed } from '../plans/forms.page.ts'
import { askedAs, levelWords, type LevelWords } from '../level-words.ts'
import type { Plan } from '../plans/queries.ts'
import { coloursToChoose } from '../ratings/colours-to-choose.ts'
import { statusMark } from '../words.ts'
import type { Deliverable } from '../deliverables/queries.ts'
import { type figureChoices, type findFigures, noSuchFigure } from './figures-in-text.ts'
import type { answerForm, updateForm } from './form.ts'
import { datedInWords, type Request, type Update } from './queries.ts'
import { wordsWithFigures } from './words-with-figures.ts'

/** What you are asked for: the next due first, one page to answer each. */
export const requestsPage = (requests: readonly Request[], today: string) => {
  const waiting = requests.filter(({ answered_at }) => !answered_at).length
  const say = levelWords(requests[0]?.level_words ?? {})
  return page(
    { title: 'What you are asked for' },
    html`${waiting > 1 ? button({ text: `Answer all ${waiting} on one page`, href: '/update-requests/all' }) : ''}
    ${dataTable({
      caption: 'What you are asked for',
      captionHidden: true,
      rows: requests,
      empty: 'Nobody is waiting for anything from you.',
      columns: [
        {
          heading: say.deliverable.title,
          cell: (one) => link(one.heading, `/update-requests/${one.update_request_id}`),
        },
        { heading: 'Due', cell: (one) => `${dayInWords(one.due_on)} (${daysFromToday(one.due_on, today)})` },
        {
          heading: 'Now',
          cell: (one) =>
            one.answered_at
              ? statusTag('Answered', 'good')
              : one.due_on < today
                ? statusTag('Late', 'urgent')
                : statusTag('Waiting for you', 'waiting'),
        },
      ],
    })}`,
  )
}

type Editing = {
  choices: ReturnType<typeof figureChoices>
  /** The figures of the text as far as it is typed, once somebody asks how it reads. */
  preview: Awaited<ReturnType<typeof findFigures>> | undefined
  /** Whoever answers may not open a measure: figures are not links. */
  plain: boolean
}

/** One page to answer on: what is asked, what was said last time, the text with its figures shown as they are now, and how it stands. */
export const answerPage = (
  asked: Request,
  form: FilledForm<typeof answerForm>,
  editing: Editing,
  sent: readonly Update[],
) => {
  const say = levelWords(asked.level_words)
  return formPage(
    {
      title: `Give ${say.update.a}`,
      caption: `${asked.cycle_name}, due ${dayInWords(asked.due_on)}`,
      back: '/update-requests',
      submit: `Send the ${say.update.one}`,
      before: html`<p class="govuk-body"><strong>${asked.heading}</strong></p>
        ${asked.answered_at ? insetText({ text: `${upper(say.update.a)} was sent ${momentInWords(asked.answered_at)}. What you send now is kept beside it.` }) : ''}
        ${sent.map((update) => details({ summaryText: `What was sent ${momentInWords(update.written_at)}`, html: html`${wordsWithFigures(update, editing)}${update.suggests ? html`<p class="govuk-body">${statusMark(update.suggests)}</p>` : ''}` }))}
        ${asked.said_before ? details({ summaryText: `What was said last time${asked.said_before_by ? ` (${asked.said_before_by})` : ''}`, html: wordsWithFigures({ words: asked.said_before, figures: asked.said_before_figures }, editing) }) : ''}`,
    },
    (
      frame,
    ) => html`${editor(form, editing, say)} ${coloursToChoose(form.suggests, (code) => asked.colours_mean[code])}
      <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/plan-update.js')}"></script>`,
  )
}

const upper = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase())

/** Writing an update for somebody, or correcting one: the earlier one stays as it was. */
export const writePage = (
  plan: Plan,
  one: Deliverable,
  form: FilledForm<typeof updateForm>,
  updates: readonly Update[],
  editing: Editing,
) => {
  const say = levelWords(plan)
  return formPage(
    {
      title: `Write ${say.update.a}`,
      caption: `${one.theme_title}, number ${one.number}: ${one.words}`,
      back: `/deliverables/${one.deliverable_id}`,
      submit: `Keep the ${say.update.one}`,
    },
    (
      frame,
    ) => html`${editor(form, editing, say)} ${field(askedAs(form.author, `Whose ${say.update.one} is it?`))}
      ${field(askedAs(form.dated_on, `Date of the ${say.update.one}`))}
      ${listed(
        askedAs(form.corrects, `Does it correct an earlier ${say.update.one}?`),
        updates.map((update) => ({
          value: update.update_id,
          text: `${update.author}: ${datedInWords(update)}`,
        })),
        'No',
      )}
      <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/plan-update.js')}"></script>`,
  )
}

const editor = (
  form: { words: FilledField; figure: FilledField },
  { choices, preview, plain }: Editing,
  say: LevelWords,
): Content =>
  html`<div data-plan-update>${field(askedAs(form.words, `Your ${say.update.one}`))}
    ${listed(
      form.figure,
      choices.map(({ marker }) => ({ value: marker, text: marker })),
      'Choose a figure…',
    )}
    <div class="govuk-button-group">
      ${button({ text: 'Put the figure in', name: 'then', value: 'insert', classes: 'govuk-button--secondary' })}
      ${button({ text: 'Show how it reads', name: 'then', value: 'show', classes: 'govuk-button--secondary' })}
    </div>
    <section id="how-it-reads" aria-live="polite">${preview ? howItReads(textOf(form.words.typed), preview, { plain, say }) : ''}</section></div>`

const howItReads = (
  words: string,
  { kept, unknown }: NonNullable<Editing['preview']>,
  { plain, say }: { plain: boolean; say: LevelWords },
): Content => html`
  <h2 class="govuk-heading-s">How it reads</h2>${wordsWithFigures({ words, figures: kept }, { plain })}
  ${unknown.map((marker) => html`<p class="govuk-error-message">${noSuchFigure(marker)}</p>`)}
  ${kept.length > 0 ? html`<p class="govuk-body">Figures are as they are now. The ${say.update.one} keeps them as they are when you send it.</p>` : ''}`
