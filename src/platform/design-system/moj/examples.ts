import { html } from '../html.ts'
import type * as moj from './index.ts'

type Examples = { readonly [Name in keyof typeof moj]: readonly Parameters<(typeof moj)[Name]>[0][] }

const TEXT = 'Fish & chips <b>"quoted"</b> it\'s'
const MARKUP = html`<p class="govuk-body">Some <em>words</em></p>`
const EXTRAS = { classes: 'one two', attributes: { id: 'an-id', 'data-text': TEXT } }
const MENU = {
  button: { text: 'More', classes: 'govuk-button--inverse' },
  alignMenu: 'right' as const,
  items: [
    { text: TEXT, href: '/one?a=1&b=2' },
    { html: MARKUP, classes: 'three', name: 'act', value: 'two', type: 'submit' as const },
    { text: 'Three', disabled: true, attributes: { 'data-a': 'b' } },
  ],
}

/** Parameters of each MoJ component, each of its parameters used at least once, hostile text among them. */
export const MOJ_EXAMPLES: Examples = {
  mojAlert: [
    { title: TEXT },
    { title: TEXT, text: TEXT, variant: 'success', dismissible: true, dismissText: 'Hide this' },
    { title: 'Careful', html: MARKUP, variant: 'warning', showTitleAsHeading: true, headingTag: 'h3' },
    { title: 'Stop', text: 'It failed', variant: 'error', role: 'alert', disableAutoFocus: true, ...EXTRAS },
    { title: 'Note', text: 'Words', showTitleAsHeading: true, focusOnDismissSelector: 'h1' },
  ],
  mojBadge: [{ text: TEXT }, { html: MARKUP, ...EXTRAS }],
  mojButtonMenu: [MENU, { items: [{ text: 'Only one', href: '#' }], ...EXTRAS }],
  mojFilter: [
    { heading: { text: TEXT }, optionsHtml: MARKUP },
    {
      heading: { html: MARKUP },
      submit: { text: 'Show', attributes: { 'data-a': TEXT } },
      attributes: { id: 'filter' },
      selectedFilters: {
        heading: { text: 'Chosen' },
        clearLink: { text: 'Clear', href: '/list?all=1&b=2' },
        categories: [
          {
            heading: { text: TEXT },
            items: [
              { text: TEXT, href: '/a' },
              { text: 'Two', href: '/b' },
            ],
          },
          { heading: { html: MARKUP }, items: [] },
        ],
      },
    },
  ],
  mojIdentityBar: [
    { title: { text: TEXT } },
    { title: { html: MARKUP }, menus: [MENU, MENU], ...EXTRAS },
    {},
  ],
  mojInterruptionCard: [
    { heading: TEXT, html: MARKUP, primaryAction: { text: TEXT } },
    {
      heading: 'Are you sure?',
      html: MARKUP,
      primaryAction: { text: 'Yes', href: '/yes?a&b', attributes: { 'data-a': 'b' } },
      secondaryAction: { text: TEXT, href: '/no' },
    },
    {
      heading: 'Are you sure?',
      html: MARKUP,
      primaryAction: { text: 'Yes', href: '/yes', style: 'link' },
      secondaryAction: { text: 'No', href: '/no', style: 'button' },
    },
  ],
  mojPageHeaderActions: [
    { heading: { text: TEXT } },
    { heading: { html: MARKUP, level: 2, classes: 'govuk-heading-m' }, items: MENU.items, ...EXTRAS },
  ],
  mojSideNavigation: [
    {
      label: TEXT,
      items: [
        { text: TEXT, href: '/a?b&c', active: true },
        { html: MARKUP, href: '/d' },
      ],
    },
    {
      ...EXTRAS,
      sections: [
        {
          heading: { text: TEXT, classes: 'four', attributes: { id: 'h' } },
          items: [{ text: 'A', href: '/a' }],
        },
        { heading: { html: MARKUP, headingLevel: 2 }, items: [{ text: 'B', href: '/b', active: true }] },
      ],
    },
    { items: [{ text: 'C', href: '/c', attributes: { 'data-a': TEXT } }] },
  ],
  mojSubNavigation: [
    {
      items: [
        { text: TEXT, href: '/a?b&c', active: true },
        { html: MARKUP, href: '/d', ...EXTRAS },
      ],
    },
    { label: TEXT, items: [{ text: 'A', href: '/a', classes: 'five' }], ...EXTRAS },
  ],
  mojTicketPanel: [
    { items: [{ text: TEXT }, { html: MARKUP, ...EXTRAS }] },
    { items: [{ html: MARKUP, classes: 'moj-ticket-panel__content--blue' }], ...EXTRAS },
  ],
  mojTimeline: [
    {
      items: [
        {
          label: { text: TEXT },
          byline: { text: TEXT },
          html: MARKUP,
          datetime: { timestamp: '2019-06-14T14:01:00.000Z', type: 'datetime' },
        },
        {
          ...EXTRAS,
          label: { html: MARKUP },
          byline: { html: MARKUP },
          text: TEXT,
          datetime: { timestamp: '2019-12-07T09:00:00.000Z', type: 'datetime' },
        },
      ],
    },
    {
      ...EXTRAS,
      headingLevel: 3,
      items: (['shortdatetime', 'date', 'shortdate', 'time'] as const).map((type) => ({
        label: { text: 'A' },
        datetime: { timestamp: '2019-06-30T23:30:00.000Z', type },
      })),
    },
  ],
}
