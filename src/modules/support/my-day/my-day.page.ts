import { dataTable, html, link, page, statusTag, type Html } from '#platform/design-system/index.ts'
import { plural } from '#platform/words/plurals.ts'
import { shortDayInWords, weekdayInWords } from '#platform/words/dates.ts'
import { caseLink } from '../cases/case-link.ts'
import { dueTag } from '../cases/due.ts'
import type { OfferedCase } from '../hand-over/answer-hand-over.ts'
import type { DayItem, MyCases } from './list-my-day.ts'
import { WAITING_SHOWN, type WaitingCase, type WaitingReferral } from './list-waiting.ts'

export type MyDay = {
  mine: MyCases
  offers: readonly OfferedCase[]
  /** For managers; caseworkers may take one. */
  waiting: readonly WaitingCase[]
  referrals: readonly WaitingReferral[]
  manager: boolean
}

/** Today's work in order: what is late, what is due, what is new, what is coming, and what waits for somebody. One action each. */
export const myDayPage = ({ mine, offers, waiting, referrals, manager }: MyDay, today: string) =>
  page(
    { title: 'My day', caption: weekdayInWords(today), width: 'full' },
    html`
    <p class="govuk-body-l">${inShort(mine, waiting, manager)}</p>
    ${group('Overdue', mine.overdue, today)}
    ${group('Due today', mine.today, today)}
    ${group('New', mine.fresh, today)}
    ${offers.length ? offered(offers) : null}
    ${manager ? waitingGroup(waiting, true) : null}
    ${referrals.length ? referralGroup(referrals) : null}
    ${group('Coming up', mine.soon, today)}
    ${group('Nothing planned yet', mine.unplanned, today)}
    ${mine.later ? html`<p class="govuk-body">${plural(mine.later, 'case')} of yours ${mine.later === 1 ? 'has its' : 'have their'} next action later. ${link('See all your cases', '/cases?worker=me')}</p>` : null}
    ${manager ? null : waitingGroup(waiting, false)}`,
  )

function inShort(mine: MyCases, waiting: readonly WaitingCase[], manager: boolean): string {
  const said = [
    mine.overdue.length && `${mine.overdue.length} overdue`,
    mine.today.length && `${mine.today.length} due today`,
    mine.fresh.length && `${mine.fresh.length} new`,
    manager &&
      waiting.length &&
      `${waiting.length > WAITING_SHOWN ? `more than ${WAITING_SHOWN}` : waiting.length} waiting for allocation`,
  ].filter(Boolean)
  return said.length ? `${said.join(', ')}.` : 'Nothing is overdue and nothing is due today.'
}

function group(title: string, items: readonly DayItem[], today: string): Html | null {
  if (items.length === 0) return null
  return html`${dataTable({
    caption: `${title} (${items.length})`,
    columns: [
      {
        heading: 'Do',
        cell: (item) => link(item.next.text, item.next.href, { hidden: `for ${item.person_name}` }),
      },
      {
        heading: 'Person',
        cell: (item) =>
          html`${item.person_name} ${item.risk === 'high' ? statusTag('High risk', 'urgent') : null}`,
      },
      { heading: 'Case', cell: (item) => caseLink(item) },
      { heading: 'Due', cell: (item) => (item.next.due_on ? dueTag(item.next.due_on, today) : 'No day set') },
    ],
    rows: items,
  })}`
}

const offered = (offers: readonly OfferedCase[]): Html =>
  dataTable({
    caption: `Offered to your team (${offers.length})`,
    columns: [
      {
        heading: 'Do',
        cell: (one) =>
          link('Accept or decline', `/hand-overs/${one.hand_over_id}`, { hidden: `case ${one.reference}` }),
      },
      { heading: 'Case', cell: (one) => one.reference },
      { heading: 'From', cell: (one) => one.from_team },
      { heading: 'To', cell: (one) => one.to_team },
    ],
    rows: offers,
  })

const waitingGroup = (waiting: readonly WaitingCase[], manager: boolean): Html =>
  waiting.length === 0
    ? html``
    : html`${dataTable({
        caption: 'Waiting for allocation',
        columns: [
          {
            heading: 'Do',
            cell: (one) =>
              link(manager ? 'Allocate' : 'Take it', `/cases/${one.case_id}/allocate`, {
                hidden: `case ${one.reference}`,
              }),
          },
          {
            heading: 'Person',
            cell: (one) =>
              html`${one.person_name} ${one.enhanced ? statusTag('Enhanced rights', 'attention') : null}`,
          },
          {
            heading: 'Case',
            cell: (one) => html`${caseLink(one)}${one.because ? html`<br>${one.because}` : null}`,
          },
          { heading: 'Waiting since', cell: (one) => shortDayInWords(one.since) },
        ],
        rows: waiting.slice(0, WAITING_SHOWN),
      })}${waiting.length > WAITING_SHOWN ? html`<p class="govuk-body">${link('See all that wait', '/cases?worker=nobody')}</p>` : null}`

const referralGroup = (referrals: readonly WaitingReferral[]): Html =>
  html`${dataTable({
    caption: 'Accepted referrals without a case',
    columns: [
      {
        heading: 'Do',
        cell: (one) =>
          link('Open a case', `/referrals/${one.referral_id}/open-case`, {
            hidden: `for referral ${one.reference}`,
          }),
      },
      {
        heading: 'Person',
        cell: (one) => html`${one.person_name} ${one.sensitive ? statusTag('Sensitive', 'attention') : null}`,
      },
      { heading: 'Referral', cell: (one) => one.reference },
      { heading: 'Received', cell: (one) => shortDayInWords(one.received_on) },
    ],
    rows: referrals.slice(0, WAITING_SHOWN),
  })}${referrals.length > WAITING_SHOWN ? html`<p class="govuk-body">These have waited longest. ${link('See all open referrals', '/referrals')}</p>` : null}`
