import {
  CONSENT_BASES,
  dayInWords,
  findOffenceGroup,
  findOffenceSubgroup,
  HATE_STRANDS,
  OFFENCE_REVIEW_BELOW,
  REFERRAL_SOURCES,
  wordsFor,
} from '#reference'
import {
  formPage,
  html,
  insetText,
  link,
  page,
  statusTag,
  summary,
  type Html,
  dataTable,
} from '#platform/design-system/index.ts'
import { BANDS, type PossibleDuplicate } from '#people'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { GAPS } from '../transfers/decide-result.ts'
import { RESULT_WORDS, resultTone } from '../words.ts'
import type { nameOffenceForm } from './name-offence.ts'
import type { Referral } from './queries.ts'

type Around = {
  offers: { text: string; href: string }[]
  person: { name: string; same: readonly PossibleDuplicate[] } | undefined
  /** Whether the reader may open the file and settle the offence. */
  intake: boolean
}

/** One referral: what came, what became of it, and where it leads. */
export const referralPage = (one: Referral, panels: readonly Html[], { offers, person, intake }: Around) =>
  page(
    {
      title: 'Referral',
      heading: `Referral ${one.reference}`,
      caption: `${wordsFor(REFERRAL_SOURCES, one.source)}, received ${dayInWords(one.received_on)}`,
    },
    html`
    <p class="govuk-body">${statusTag(wordsFor(RESULT_WORDS, one.result), resultTone(one.result))}
      ${one.held_row_id ? html` ${link('Look at the held row', `/held-rows/${one.held_row_id}`)}` : null}</p>
    ${offers.length ? html`<p class="govuk-body">${offers.map((offer) => html`${link(offer.text, offer.href)} `)}</p>` : null}
    ${panels}
    ${person && one.person_id ? possiblySame(one.person_id, person.same) : null}
    ${summary([
      ...(one.person_id
        ? [{ key: 'Person', value: link(person?.name ?? 'See the person', `/people/${one.person_id}`) }]
        : []),
      { key: 'From', value: one.sender || undefined },
      { key: 'Occurrence', value: one.occurrence_number ?? undefined },
      { key: 'Crime number', value: one.crime_reference ?? undefined },
      { key: 'Reported', value: one.reported_on ? dayInWords(one.reported_on) : undefined },
      { key: 'Offence as sent', value: one.offence_text ?? undefined },
      {
        key: 'Kind of offence',
        value: offenceOf(one),
        ...(intake
          ? { change: { href: `/referrals/${one.referral_id}/offence`, what: 'the kind of offence' } }
          : {}),
      },
      { key: 'Marked as', value: marks(one) },
      { key: 'Ground', value: wordsFor(CONSENT_BASES, one.consent_basis) },
      { key: 'District', value: one.district ?? undefined },
      ...(one.transfer_id
        ? [
            {
              key: 'File',
              value: intake
                ? link(one.file_name ?? 'The file it came in', `/transfers/${one.transfer_id}`)
                : (one.file_name ?? 'Not named'),
            },
          ]
        : []),
    ])}
    ${one.missing.length ? insetText({ text: `The sender has been asked for: ${one.missing.map((gap) => wordsFor(GAPS, gap).toLowerCase()).join('; ')}.` }) : null}`,
  )

/** Records that may be of the same person, with why: so that nobody is asked twice, and two people are not taken for one. */
const possiblySame = (person_id: string, same: readonly PossibleDuplicate[]): Html | null =>
  same.length === 0
    ? null
    : dataTable({
        caption: 'We may know this person already',
        columns: [
          { heading: 'Record', cell: (other) => link(other.name, `/people/${other.person_id}`) },
          { heading: 'How sure', cell: (other) => BANDS[other.band] },
          { heading: 'Why', cell: (other) => other.reasons.join('; ') },
          {
            heading: 'Do',
            cell: (other) =>
              link('Decide', `/people/${person_id}/links/${other.person_id}`, {
                hidden: `whether ${other.name} is the same person`,
              }),
          },
        ],
        rows: same,
      })

function offenceOf(one: Referral): Html {
  const name =
    findOffenceSubgroup(one.offence_subgroup ?? '')?.name ??
    findOffenceGroup(one.offence_group)?.name ??
    'Unclassified'
  const sure = (one.offence_confidence ?? 0) >= OFFENCE_REVIEW_BELOW
  return html`${name} ${sure ? null : statusTag('To be checked', 'attention')}`
}

const marks = (one: Referral) =>
  [
    one.domestic && 'Domestic abuse',
    one.sexual && 'Sexual offence',
    ...(one.hate_strand ?? '')
      .split(',')
      .filter(Boolean)
      .map((strand) => `Hate: ${wordsFor(HATE_STRANDS, strand).toLowerCase()}`),
  ]
    .filter(Boolean)
    .join(', ') || undefined

export const offencePage = (one: Referral, form: FilledForm<typeof nameOffenceForm>) =>
  formPage(
    {
      title: 'Kind of offence',
      caption: `Referral ${one.reference}`,
      back: `/referrals/${one.referral_id}`,
      before: insetText({ text: `As sent: ${one.offence_text ?? 'nothing'}` }),
    },
    html`${field(form.subgroup)}`,
  )
