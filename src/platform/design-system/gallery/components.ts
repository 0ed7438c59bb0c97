import { html, raw } from '../html.ts'
import * as govuk from '../govuk/index.ts'
import * as moj from '../moj/index.ts'

const words = html`<p class="govuk-body">Some more words.</p>`

/** The components that are not fields. */
export const components = html`${[
  govuk.notificationBanner({ text: 'The service closes at 5pm today.', titleId: 'second-banner' }),
  govuk.insetText({ text: 'It can take up to 8 weeks.' }),
  govuk.warningText({ text: 'Do not leave a message.' }),
  govuk.details({ summaryText: 'Why we ask', html: words }),
  govuk.panel({ titleText: 'Referral sent', text: 'Your reference is R-1234', headingLevel: 2 }),
  govuk.taskList({
    items: [
      { title: { text: 'About the person' }, href: '/a', status: { text: 'Completed' } },
      {
        title: { text: 'Safe contact' },
        hint: { text: 'Ask again' },
        href: '/b',
        status: { tag: { text: 'To do' } },
      },
    ],
  }),
  govuk.tabs({
    items: [
      { label: 'Open', id: 'open', panel: { html: words } },
      { label: 'Closed', id: 'closed', panel: { text: 'None' } },
    ],
  }),
  govuk.pagination({
    previous: { href: '/1' },
    next: { href: '/3' },
    items: [
      { number: 1, href: '/1' },
      { number: 2, href: '/2', current: true },
      { number: 3, href: '/3' },
    ],
  }),
  govuk.button({ text: 'Continue' }),
  raw(' '),
  govuk.button({ text: 'Start now', href: '/start', isStartButton: true }),
  raw(' '),
  govuk.button({ text: 'Delete', classes: 'govuk-button--warning' }),
  raw(' '),
  govuk.button({ text: 'Later', classes: 'govuk-button--secondary' }),
]}`

/** MoJ's components, in the shape that pages use them. */
export const mojComponents = html`${[
  moj.mojAlert({ title: 'Note', text: 'The file has been read.', showTitleAsHeading: true }),
  moj.mojAlert({
    title: 'Done',
    text: 'The case was closed.',
    variant: 'success',
    dismissible: true,
    disableAutoFocus: true,
  }),
  moj.mojAlert({ title: 'Careful', text: 'Two people share this number.', variant: 'warning' }),
  moj.mojAlert({
    title: 'Stopped',
    text: 'The file could not be read.',
    variant: 'error',
    disableAutoFocus: true,
  }),
  moj.mojPageHeaderActions({
    heading: { text: 'Header', level: 2, classes: 'govuk-heading-l' },
    items: [{ text: 'Add', href: '/add' }],
  }),
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-third">${moj.mojSideNavigation({
    label: 'Section',
    items: [
      { text: 'One', href: '/one', active: true },
      { text: 'Two', href: '/two' },
    ],
  })}${moj.mojFilter({
    heading: { text: 'Filter' },
    selectedFilters: {
      heading: { text: 'Selected filters' },
      clearLink: { text: 'Clear filters', href: '/clear' },
      categories: [{ heading: { text: 'Status' }, items: [{ text: 'New', href: '/new' }] }],
    },
    optionsHtml: govuk.input({ name: 'reference', label: { text: 'Reference' } }),
  })}</div><div class="govuk-grid-column-two-thirds">${moj.mojTicketPanel({
    items: [{ html: html`<h3 class="govuk-heading-m">One of several</h3>${words}` }],
  })}<p class="govuk-body">${moj.mojBadge({ text: 'Urgent', classes: 'moj-badge--red' })}</p>${moj.mojButtonMenu(
    {
      button: { text: 'More', classes: 'govuk-button--secondary' },
      items: [
        { text: 'Print', href: '/print' },
        { text: 'Share', href: '/share' },
      ],
    },
  )}</div></div>`,
  moj.mojInterruptionCard({
    heading: 'Is it safe to write?',
    html: words,
    primaryAction: { text: 'Yes', href: '/yes' },
    secondaryAction: { text: 'No', href: '/no' },
  }),
]}`
