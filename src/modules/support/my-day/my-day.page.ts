import {
  dataTable,
  details,
  html,
  insetText,
  link,
  page,
  statusTag,
  type Html,
} from '#platform/design-system/index.ts'
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
  /** Uses of break-glass that this manager has not reviewed. */
  to_review: number
}

/** Today's work in order: what is late, what is due, what is new, what is coming, and what waits for somebody. One action each. */
export const myDayPage = (day: MyDay, today: string) => {
  const { mine, offers, waiting, referrals, manager, to_review } = day
  return page(
    { title: 'My day', caption: weekdayInWords(today), width: 'full' },
    html`
    <p class="govuk-body-l">${inShort(day)}</p>
    ${to_review ? insetText({ html: html`${plural(to_review, 'use', 'uses')} of break-glass ${to_review === 1 ? 'waits' : 'wait'} for your review. ${link('See who, into which team, and why', '/break-glass/review')}` }) : null}
    ${isFree(day) ? freeDay : null}
    ${at('overdue', group('Overdue', mine.overdue, today))}
    ${at('today', group('Due today', mine.today, today))}
    ${at('new', group('New', mine.fresh, today))}
    ${at('offered', offers.length ? offered(offers) : null)}
    ${at('waiting', waitingGroup(waiting, manager))}
    ${at('referrals', referrals.length ? referralGroup(referrals) : null)}
    ${group('Coming up', mine.soon, today)}
    ${unplanned(mine.unplanned, today)}
    ${mine.later ? html`<p class="govuk-body">${plural(mine.later, 'case')} of yours ${mine.later === 1 ? 'has its' : 'have their'} next action later. ${link('See all your cases', '/cases?worker=me')}</p>` : null}`,
  )
}

/** Where the sentence above leads: past forty overdue to what is due today. */
const at = (id: string, shown: Html | null): Html | null => shown && html`<div id="${id}">${shown}</div>`

/** Nobody waits for this worker and nothing of theirs is open. */
const isFree = ({ mine, offers, waiting, referrals }: MyDay) =>
  [mine.overdue, mine.today, mine.fresh, mine.soon, mine.unplanned, offers, waiting, referrals].every(
    (rows) => rows.length === 0,
  ) && mine.later === 0

const freeDay = html`<p class="govuk-body">You work on no case, and none waits for somebody to take it. When one is given to you, or offered to your team, it stands here.</p>
<p class="govuk-body">If somebody gets in touch: ${link('find a person', '/people')}, or ${link('record a new person', '/people/new')}.</p>`

/** The day in one sentence: what is on the page, in the order in which it stands there, each a way to it. */
function inShort({ mine, offers, waiting, referrals }: MyDay): Html {
  const many = (rows: readonly unknown[]) =>
    rows.length > WAITING_SHOWN ? `more than ${WAITING_SHOWN}` : String(rows.length)
  const said = [
    mine.overdue.length && link(`${mine.overdue.length} overdue`, '#overdue'),
    mine.today.length && link(`${mine.today.length} due today`, '#today'),
    mine.fresh.length && link(`${mine.fresh.length} new`, '#new'),
    offers.length && link(`${offers.length} offered to your team`, '#offered'),
    waiting.length && link(`${many(waiting)} waiting for allocation`, '#waiting'),
    referrals.length && link(`${many(referrals)} accepted without a case`, '#referrals'),
  ].filter(Boolean)
  const calm =
    mine.overdue.length + mine.today.length === 0 ? 'Nothing is overdue and nothing is due today' : ''
  const parts = said.map((part, index) => html`${index ? ', ' : ''}${part}`)
  return html`${calm}${calm && parts.length ? '. ' : ''}${parts}.`
}

function group(title: string, items: readonly DayItem[], today: string, of = items.length): Html | null {
  if (items.length === 0) return null
  return html`${dataTable({
    caption: `${title} (${of})`,
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
      ...(items.some((item) => item.next.due_on)
        ? [
            {
              heading: 'Due',
              cell: (item: DayItem) => (item.next.due_on ? dueTag(item.next.due_on, today) : 'No day set'),
            },
          ]
        : []),
    ],
    rows: items,
  })}`
}

/** At most so many of what nobody waits for today: the page ends where the day does. */
const FEW = 5

const unplanned = (items: readonly DayItem[], today: string): Html =>
  html`${group('Nothing planned yet', items.slice(0, FEW), today, items.length)}${
    items.length > FEW
      ? html`<p class="govuk-body">${link(`See all your cases, with the other ${items.length - FEW}`, '/cases?worker=me')}</p>`
      : null
  }`

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

const waitingGroup = (waiting: readonly WaitingCase[], manager: boolean): Html | null =>
  waiting.length === 0
    ? null
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

const referralGroup = (referrals: readonly WaitingReferral[]): Html => {
  const shown = referrals.slice(0, WAITING_SHOWN)
  const rest = shown.slice(FEW)
  return html`${referralTable(shown.slice(0, FEW), 'Accepted referrals without a case')}
  ${
    rest.length
      ? details({
          summaryText: `Show ${rest.length} more, which have waited less long`,
          html: html`${referralTable(rest, 'More accepted referrals without a case')}${referrals.length > WAITING_SHOWN ? html`<p class="govuk-body">${link('See all open referrals', '/referrals')}</p>` : null}`,
        })
      : null
  }`
}

const referralTable = (rows: readonly WaitingReferral[], caption: string): Html =>
  dataTable({
    caption,
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
    rows,
  })
