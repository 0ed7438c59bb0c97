import { dataTable, html, keysetPagination, link, page, statusTag } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { type After, type OpenReferral, REFERRALS_PAGE } from './list-open-referrals.ts'

/** Accepted referrals without a case, newest first. `mayOpen` offers to open one. */
export const openReferralsPage = (
  rows: readonly OpenReferral[],
  after: After | undefined,
  mayOpen: boolean,
) => {
  const shown = rows.slice(0, REFERRALS_PAGE)
  const last = shown.at(-1)
  return page(
    { title: 'Open referrals', width: 'full' },
    html`<p class="govuk-body">Accepted for your teams, and no case opened yet. The newest come first.</p>
    ${dataTable({
      caption: 'Open referrals, newest first',
      captionHidden: true,
      columns: [
        { heading: 'Referral', cell: referralLink },
        {
          heading: 'Person',
          cell: (row) =>
            html`${row.person_name} ${row.sensitive ? statusTag('Sensitive', 'attention') : null}`,
        },
        { heading: 'Offence', cell: (row) => row.offence_text ?? 'Not recorded' },
        { heading: 'Lives in', cell: (row) => row.district ?? 'Not recorded' },
        {
          heading: 'Received',
          cell: (row) => html`<span class="app-whole">${shortDayInWords(row.received_on)}</span>`,
        },
        ...(mayOpen ? [{ heading: 'Do', cell: openCaseLink }] : []),
      ],
      rows: shown,
      empty: 'Every accepted referral has a case.',
    })}
    ${keysetPagination({
      ...(rows.length > REFERRALS_PAGE && last
        ? {
            next: `/referrals?after=${last.received_on}_${last.referral_id}`,
            nextText: 'Older referrals',
          }
        : {}),
      ...(after ? { previous: '/referrals', previousText: 'Newest referrals' } : {}),
      label: 'Pages of open referrals',
    })}`,
  )
}

const referralLink = (row: OpenReferral) =>
  html`<span class="app-whole">${link(row.reference, `/referrals/${row.referral_id}`)}</span>`

const openCaseLink = (row: OpenReferral) =>
  html`<span class="app-whole">${link('Open a case', `/referrals/${row.referral_id}/open-case`, { hidden: `for referral ${row.reference}` })}</span>`
