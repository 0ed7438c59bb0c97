import { safeContactPanel } from '#people'
import { button, html, link, page, summary, timeline, type Html } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { timelineEntry } from '../timeline/entry.ts'
import { needsSummary } from '../needs/needs-summary.ts'
import { doneSummary } from '../plan/done-summary.ts'
import { CASE_TIERS, ENHANCED_REASONS } from '../words.ts'
import type { CaseRecord } from './case-record.ts'
import type { CaseTop } from './case-top.ts'
import { taskList } from '../tasks/task-list.ts'
import type { SupportSlots } from '../slots.ts'
import { caseState } from './case-state.ts'

/** A case readable at a glance: what to do, how to reach the person, what they need, what was done. */
export const casePage = (
  theCase: CaseRecord,
  top: CaseTop,
  panels: readonly Html[],
  today: string,
  words: SupportSlots['timelineWords'],
) =>
  page(
    { title: `Case ${theCase.reference}`, heading: false, width: 'full', aside: top.aside },
    html`
    <h1 class="govuk-visually-hidden">Case ${theCase.reference}</h1>
    ${caseState(theCase)}
    ${theCase.closure ? null : shortcuts(theCase.case_id)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${theCase.closure ? null : taskList(theCase.case_id, theCase.tasks, today)}
        ${needsSummary(theCase)}
        ${doneSummary(theCase)}
        ${panels}
        <h2 class="govuk-heading-m">Latest</h2>
        ${timeline(
          theCase.recent.map((row) => timelineEntry(row, words)),
          { headingLevel: 3 },
        )}
        <p class="govuk-body">${link('See the whole timeline', `/cases/${theCase.case_id}/timeline`)}</p>
      </div>
      <div class="govuk-grid-column-one-third">
        <div class="app-narrow">${safeContactPanel(top.person.safe_contact)}</div>
        <h2 class="govuk-heading-m">About this case</h2>
        <div class="app-narrow">${facts(theCase)}</div>
        ${others(theCase)}
      </div>
    </div>`,
  )

// One letter with Alt (Alt and Shift in Firefox, Control and Option on a Mac): see README, "A call by keyboard".
const SHORTCUTS = [
  { text: 'Record a call', path: 'contact-attempts/record', key: 'c' },
  { text: 'Add a note', path: 'notes/add', key: 'n' },
  { text: 'Record an action', path: 'actions/record', key: 'r' },
  { text: 'Add a task', path: 'tasks/add', key: 't' },
]

const shortcuts = (case_id: string): Html =>
  html`<div class="govuk-button-group">${SHORTCUTS.map(({ text, path, key }, index) =>
    button({
      text,
      href: `/cases/${case_id}/${path}`,
      classes: index === 0 ? '' : 'govuk-button--secondary',
      attributes: { accesskey: key },
    }),
  )}</div>`

function facts(theCase: CaseRecord): Html {
  const at = `/cases/${theCase.case_id}`
  const { enhanced_reasons: reasons } = theCase
  return summary([
    { key: 'Reference', value: theCase.reference },
    {
      key: 'Worker',
      value: theCase.allocated_to_name ?? 'Nobody yet',
      ...(theCase.closure ? {} : { change: { href: `${at}/allocate`, what: 'who works on it' } }),
    },
    { key: 'Held by', value: theCase.team_name },
    { key: 'Opened', value: shortDayInWords(theCase.opened_on) },
    ...(theCase.received_on
      ? [{ key: 'Referral received', value: shortDayInWords(theCase.received_on) }]
      : []),
    { key: 'Support chosen', value: CASE_TIERS[theCase.tier] },
    {
      key: 'Enhanced rights',
      value: reasons.length
        ? reasons.map((reason) => ENHANCED_REASONS[reason]).join('; ')
        : 'No reason recorded',
      ...(theCase.closure
        ? {}
        : { change: { href: `${at}/enhanced-rights`, what: 'why enhanced rights apply' } }),
    },
    ...(theCase.follows_case_id
      ? [{ key: 'Earlier case', value: link('See the earlier case', `/cases/${theCase.follows_case_id}`) }]
      : []),
  ])
}

function others(theCase: CaseRecord): Html {
  const at = `/cases/${theCase.case_id}`
  const links = theCase.closure
    ? [{ text: 'Record a return', href: `${at}/return` }]
    : [
        { text: 'Judge the risk', href: `${at}/risk/record` },
        { text: 'Record needs', href: `${at}/needs/record` },
        { text: 'Hand the case over', href: `${at}/hand-over` },
        { text: 'Close the case', href: `${at}/close` },
      ]
  return html`<h2 class="govuk-heading-m">Also</h2><ul class="govuk-list">${links.map(({ text, href }) => html`<li>${link(text, href)}</li>`)}</ul>`
}
