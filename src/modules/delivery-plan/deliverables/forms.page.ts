import { checkboxes, details, formPage, html, page, postForm } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { listed } from '../plans/forms.page.ts'
import { plural } from '#platform/words/plurals.ts'
import { askedAs, levelWords } from '../level-words.ts'
import type { Plan, Theme, Year } from '../plans/queries.ts'
import type { LinkedMeasure } from '../updates/figures-in-text.ts'
import type { deliverableForm } from './form.ts'
import type { Deliverable } from './queries.ts'

export const deliverableFormPage = (
  { title, caption, back }: { title: string; caption: string; back: string },
  form: FilledForm<typeof deliverableForm>,
  { plan, themes, measures }: { plan: Plan; themes: readonly Theme[]; measures: readonly LinkedMeasure[] },
) => {
  const say = levelWords(plan)
  return formPage(
    { title, caption, back },
    html`
    ${listed(
      askedAs(form.theme_id, `Which ${say.theme.one} is it in?`),
      themes.map(({ theme_id, number, title: text }) => ({ value: theme_id, text: `${number}. ${text}` })),
    )}
    ${field(form.number)} ${field(form.words)} ${field(askedAs(form.owners, say.owner.titles))} ${field(form.organisation)} ${field(form.success)}
    ${field(form.funding)} ${field(form.funding_pounds)}
    <h2 class="govuk-heading-m">When</h2> ${field(form.starts_on)} ${field(form.due_on)} ${field(form.done_on)}
    <h2 class="govuk-heading-m">How its colour is proposed</h2>
    <p class="govuk-body">In this ${say.plan.one}, up to ${plan.amber_within}% off a target is Amber, and so is what is due within ${plural(plan.at_risk_days, 'day')}. A person decides, whatever is proposed.</p>
    ${field(form.rule)}
    ${listed(
      form.measure,
      measures.map(({ name, title: text }) => ({ value: name, text })),
      'None',
    )}
    ${details({
      summaryText: 'Other linked measures',
      open: [form.also_measures.typed].flat().some(Boolean),
      html: checkboxes({
        idPrefix: 'also_measures',
        name: 'also_measures',
        classes: 'govuk-checkboxes--small',
        values: [form.also_measures.typed].flat() as string[],
        fieldset: { legend: { text: 'Shown on its page beside the first, with what they say now' } },
        items: measures.map(({ name, title: text }) => ({ value: name, text })),
      }),
    })}
    <h3 class="govuk-heading-s">If it is proposed by its measure</h3>
    ${field(form.measured_over)} ${field(form.less_is_better)} ${field(form.target)} ${field(form.amber_to)}
    ${field(form.dates_too)}`,
  )
}

export const carryOverPage = (
  year: Year,
  possible: { before: Year; deliverables: readonly Deliverable[] } | undefined,
  message?: string,
) =>
  page(
    {
      title: 'Carry over from the year before',
      caption: year.title,
      back: `/delivery-years/${year.year_id}`,
    },
    !possible
      ? html`<p class="govuk-body">This is the first year: there is nothing to carry over.</p>`
      : possible.deliverables.length === 0
        ? html`<p class="govuk-body">Everything of ${possible.before.title} is carried over already.</p>`
        : postForm(
            { submit: 'Carry over' },
            checkboxes({
              idPrefix: 'deliverables',
              name: 'deliverables',
              fieldset: {
                legend: {
                  text: `What goes on from ${possible.before.title}?`,
                  classes: 'govuk-fieldset__legend--m',
                },
              },
              hint: {
                text: 'Each gets the next free number and keeps its trail. Dates are not carried over.',
              },
              ...(message ? { errorMessage: { text: message } } : {}),
              items: possible.deliverables.map((one) => ({
                value: one.deliverable_id,
                text: `${one.theme_number}.${one.number} ${one.words} (${one.owners}${one.done_on ? `, finished ${dayInWords(one.done_on)}` : ''})`,
              })),
            }),
          ),
  )
