import { button, dataTable, html, link, page, summary } from '#platform/design-system/index.ts'
import { dayInWords, dayOf, shortDayInWords } from '#platform/words/dates.ts'
import type { SourcedFigure } from '../updates/figures-in-text.ts'
import { levelWords } from '../level-words.ts'
import { type Status, STATUS_CODES, statusMark } from '../words.ts'
import type { NamedOwner, Plan, Theme, Year } from './queries.ts'

/** Every plan of the office, the latest first. */
export const plansPage = (plans: readonly Plan[], writes: boolean) =>
  page(
    { title: 'Police and Crime Plans', width: 'full' },
    html`
    ${
      writes
        ? html`<div class="govuk-button-group">${button({ text: 'Start a plan', href: '/delivery-plans/start' })}
      ${link('Read in last year’s paper', '/plan-imports/start')}</div>`
        : ''
    }
    ${dataTable({
      caption: 'Plans',
      captionHidden: true,
      rows: plans,
      empty: 'There is no plan yet. Start one, or read in last year’s paper.',
      columns: [
        { heading: 'Title', cell: (plan) => link(plan.title, `/delivery-plans/${plan.plan_id}`) },
        { heading: 'From', cell: (plan) => dayInWords(plan.starts_on) },
        { heading: 'To', cell: (plan) => dayInWords(plan.ends_on) },
      ],
    })}`,
  )

export type PlanShown = {
  plan: Plan
  themes: readonly Theme[]
  years: readonly Year[]
  owners: readonly NamedOwner[]
  sourced: readonly SourcedFigure[]
}

/** One plan: its years, its main parts, who answers, what the colours mean, and its figures from elsewhere. */
export const planPage = ({ plan, themes, years, owners, sourced }: PlanShown, writes: boolean) => {
  const at = `/delivery-plans/${plan.plan_id}`
  const say = levelWords(plan)
  const add = (text: string, href: string) =>
    writes ? html`<p class="govuk-body">${link(text, href)}</p>` : ''
  return page(
    { title: plan.title, width: 'full', back: '/delivery-plans' },
    html`
    <p class="govuk-body">${dayInWords(plan.starts_on)} to ${dayInWords(plan.ends_on)}.${plan.presented_on ? ` Presented ${dayInWords(plan.presented_on)}.` : ''}
      ${writes ? link(`Change the ${say.plan.one}, its words and its colours`, `${at}/change`) : ''}</p>
    <h2 class="govuk-heading-m">${say.year.titles}</h2>
    ${years.length === 0 ? html`<p class="govuk-body">There is none yet.</p>` : ''}<ul class="govuk-list">${years.map((year) => html`<li>${link(year.title, `/delivery-years/${year.year_id}`)}</li>`)}</ul>
    ${add(`Add ${say.year.a}`, `${at}/years/add`)}
    <h2 class="govuk-heading-m">${say.theme.titles}</h2>
    <ol class="govuk-list">${themes.map(({ number, title }) => html`<li>${number}. ${title}</li>`)}</ol>
    ${add(`Add ${say.theme.a}`, `${at}/themes/add`)}
    <h2 class="govuk-heading-m">What the colours mean</h2>
    ${summary(STATUS_CODES.map((code: Status) => ({ key: code.replace(/^./, (c) => c.toUpperCase()), value: html`${statusMark(code)} ${plan[`${code}_means`]}` })))}
    ${dataTable({
      caption: say.owner.titles,
      rows: owners,
      empty: `${say.owner.titles} appear here when ${say.deliverable.a} names them.`,
      columns: [
        {
          heading: 'Printed as',
          cell: (one) => (writes ? link(one.initials, `/plan-owners/${one.owner_id}`) : one.initials),
        },
        {
          heading: `Asked for ${say.update.many}`,
          cell: (one) =>
            one.member_name ?? (one.team_name ? `Anybody in ${one.team_name}` : 'Nobody is asked yet'),
        },
      ],
    })}
    <div id="sourced-figures">${dataTable({
      caption: 'Figures from elsewhere',
      rows: sourced,
      empty:
        'There are no figures from elsewhere. A figure that no measure gives is kept here with where it comes from, and can be put in a text.',
      columns: [
        { heading: 'Figure', cell: (one) => one.name },
        { heading: 'Value', cell: (one) => one.value },
        { heading: 'Out of', cell: (one) => one.n ?? 'Not given' },
        { heading: 'Where it comes from', cell: (one) => one.origin },
        { heading: 'As at', cell: (one) => shortDayInWords(one.as_at_on ?? dayOf(one.recorded_at)) },
      ],
    })}</div>
    ${add('Add a figure from elsewhere', `${at}/sourced-figures/add`)}`,
  )
}
