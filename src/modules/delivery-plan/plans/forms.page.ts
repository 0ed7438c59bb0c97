import { details, formPage, html, type Html, insetText, select } from '#platform/design-system/index.ts'
import { field, textOf, type FilledForm, type FilledField } from '#platform/forms/index.ts'
import { levelWords } from '../level-words.ts'
import type { planForm, sourcedFigureForm, themeForm, yearForm, ownerForm } from './form.ts'
import type { CanAnswer } from './name-owner.ts'
import type { NamedOwner, Plan } from './queries.ts'

export const startPlanPage = (form: FilledForm<typeof planForm>) =>
  formPage({ title: 'Start a plan', back: '/delivery-plans', submit: 'Start the plan' }, planFields(form))

export const changePlanPage = (plan: Plan, form: FilledForm<typeof planForm>) =>
  formPage(
    {
      title: `Change the ${levelWords(plan).plan.one}`,
      caption: plan.title,
      back: `/delivery-plans/${plan.plan_id}`,
    },
    planFields(form),
  )

const planFields = (form: FilledForm<typeof planForm>): Html =>
  html`${field(form.title)} ${field(form.starts_on)} ${field(form.ends_on)} ${field(form.presented_on)} ${field(form.theme_word)} ${field(form.theme_words)} ${field(form.themes)}
    ${field(form.deliverable_word)} ${field(form.deliverable_words)}
    ${details({
      summaryText: 'Your words for everything else',
      open: REST.some((name) => form[name].message),
      html: html`<p class="govuk-body">Every page, letter and paper uses them.</p>${REST.map((name) => field(form[name]))}`,
    })}
    <h2 class="govuk-heading-m">What the colours mean</h2>
    ${field(form.green_means)} ${field(form.amber_means)} ${field(form.red_means)} ${field(form.white_means)}
    <h2 class="govuk-heading-m">How colours are proposed</h2> ${field(form.amber_within)} ${field(form.at_risk_days)}`

/** The words that few offices change. */
const REST = (['plan', 'year', 'owner', 'update', 'cycle'] as const).flatMap(
  (level) => [`${level}_word`, `${level}_words`] as const,
)

export const addThemePage = (plan: Plan, form: FilledForm<typeof themeForm>) =>
  formPage(
    {
      title: `Add ${levelWords(plan).theme.a}`,
      caption: plan.title,
      back: `/delivery-plans/${plan.plan_id}`,
    },
    html`${field(form.title)}`,
  )

export const addYearPage = (plan: Plan, form: FilledForm<typeof yearForm>) =>
  formPage(
    {
      title: `Add ${levelWords(plan).year.a}`,
      caption: plan.title,
      back: `/delivery-plans/${plan.plan_id}`,
    },
    html`${field(form.title)} ${field(form.starts_on)} ${field(form.ends_on)}`,
  )

export const ownerPage = (
  plan: Plan,
  owner: NamedOwner,
  able: readonly CanAnswer[],
  form: FilledForm<typeof ownerForm>,
) =>
  formPage(
    { title: `Who answers for ${owner.initials}`, back: `/delivery-plans/${owner.plan_id}` },
    html`${insetText({ text: `Whoever you choose is asked for ${levelWords(plan).update.a} on each of these ${levelWords(plan).deliverable.many} when ${levelWords(plan).cycle.a} opens. They see what they are asked, and nothing else of the ${levelWords(plan).plan.one}.` })}
    ${listed(
      form.who,
      able.map(({ code, name }) => ({ value: code, text: name })),
      'Nobody',
    )}`,
  )

export const sourcedFigurePage = (plan: Plan, form: FilledForm<typeof sourcedFigureForm>) =>
  formPage(
    { title: 'Add a figure from elsewhere', caption: plan.title, back: `/delivery-plans/${plan.plan_id}` },
    html`${field(form.name)} ${field(form.value)} ${field(form.n)} ${field(form.origin)} ${field(form.as_at_on)}`,
  )

/** A field whose answers are read from the records: a list to choose from. */
export const listed = (
  filled: FilledField,
  items: readonly { value: string; text: string }[],
  none = 'Choose…',
) =>
  select({
    id: filled.name,
    name: filled.name,
    value: textOf(filled.typed),
    label: { text: `${filled.field.options.label}${filled.field.options.optional ? ' (optional)' : ''}` },
    ...(filled.field.options.hint ? { hint: { text: filled.field.options.hint } } : {}),
    ...(filled.message ? { errorMessage: { text: filled.message } } : {}),
    items: [{ value: '', text: none }, ...items],
  })
