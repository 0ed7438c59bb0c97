import {
  button,
  dataTable,
  formPage,
  html,
  insetText,
  page,
  summary,
  type Html,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { THRESHOLDS, type Thresholds } from '../matching/index.ts'
import {
  chanceInWords,
  LINK_CHOICES,
  type LinkChoice,
  linkOf,
  REVIEW_CHOICES,
  type ReviewChoice,
  reviewOf,
} from './choices.ts'
import { type ExpectedError, expectedError, type ExpectedPairs } from './estimate-error.ts'
import type { thresholdsForm } from './form.ts'
import { MOST_COUNTED, type ThresholdChange } from './queries.ts'

type Shown = {
  now: Thresholds
  expected: { pairs: ExpectedPairs; records: number; learnt_from: number }
  changes: readonly ThresholdChange[]
  may_change: boolean
  may_review: boolean
}

/** How sure a comparison must be before it links or asks, what error to expect of that and of others, and who changed it. */
export const thresholdsPage = ({ now, expected, changes, may_change, may_review }: Shown) => {
  const { pairs, records, learnt_from } = expected
  const error = expectedError(pairs, now)
  return page(
    {
      title: 'How sure a comparison must be',
      width: 'full',
      ...(may_review ? { back: { href: '/people/reviews', text: 'Pairs to decide about' } } : {}),
    },
    html`
    <p class="govuk-body">A comparison works out for each pair of records the chance that they are of one person. Sensitive records, and pairs that may be twins, are never linked without asking.</p>
    ${summary([
      { key: 'Linked without asking', value: `From a chance of ${chanceInWords(now.link)}` },
      { key: 'Shown to a person', value: `From a chance of ${chanceInWords(now.review)}` },
      {
        key: 'Whatever is set',
        value: `No more than ${numberInWords(THRESHOLDS.most_error * 1000)} in 1,000 of the links of a comparison may be expected to be wrong. Where more would be, it links only the surer pairs.`,
      },
      {
        key: 'Expected wrong',
        value: `${perThousand(error.false_links)} of 1,000 links made without asking`,
      },
      {
        key: 'Expected missed',
        value: `Of 1,000 pairs of one person, ${perThousand(error.not_linked)} are not linked without asking: ${perThousand(error.not_linked - error.not_shown)} wait for a person, ${perThousand(error.not_shown)} are not shown to anybody`,
      },
    ])}
    ${may_change ? button({ text: 'Change this', href: '/people/matching/change' }) : insetText({ text: "An administrator of the organisation that receives the area's referrals can change this." })}
    <h2 class="govuk-heading-m">What changes when it is moved</h2>
    <p class="govuk-body">${learntFrom(learnt_from, records)} Real records are never quite as the estimate has them: after a comparison, see what it linked.</p>
    ${movedTable({
      caption: 'Link without asking from',
      now: now.link,
      choices: (Object.keys(LINK_CHOICES) as LinkChoice[]).map(linkOf),
      errorAt: (link) => expectedError(pairs, { ...now, link }),
      tells: [
        ['Wrong, of 1,000 links', ({ false_links }) => false_links],
        ['Not linked, of 1,000 pairs of one person', ({ not_linked }) => not_linked],
        ['Pairs to decide about', ({ to_decide }) => to_decide],
      ],
    })}
    ${movedTable({
      caption: 'Show to a person from',
      now: now.review,
      choices: (Object.keys(REVIEW_CHOICES) as ReviewChoice[]).map(reviewOf),
      errorAt: (review) => expectedError(pairs, { ...now, review }),
      tells: [
        ['Shown to nobody, of 1,000 pairs of one person', ({ not_shown }) => not_shown],
        ['Pairs to decide about', ({ to_decide }) => to_decide],
      ],
    })}
    ${historyHtml(changes)}`,
  )
}

/** What the estimate rests on, in words. */
export const learntFrom = (learnt_from: number, records: number): string =>
  learnt_from === 0
    ? `Estimated from what every area starts with, for ${records > MOST_COUNTED ? `more than ${numberInWords(MOST_COUNTED)}` : `the ${numberInWords(records)}`} records that your teams hold: nothing has been learnt from the area's own records yet.`
    : `Estimated from what was learnt of ${numberInWords(learnt_from)} of the area's records, for as many.`

/** One decimal below ten, so that 0.3 does not read as none; whole above. */
const perThousand = (count: number): string =>
  count === 0
    ? '0'
    : count < 0.05
      ? 'under 0.1'
      : count < 10
        ? count.toFixed(1)
        : numberInWords(Math.round(count))

type Moved = {
  caption: string
  now: number
  choices: readonly number[]
  errorAt: (odds: number) => ExpectedError
  tells: readonly (readonly [heading: string, count: (error: ExpectedError) => number])[]
}

function movedTable({ caption, now, choices, errorAt, tells }: Moved): Html {
  const isNow = (odds: number) => chanceInWords(odds) === chanceInWords(now)
  const all = choices.some(isNow) ? [...choices] : [...choices, now].toSorted((a, b) => a - b)
  return dataTable({
    caption,
    narrow: 'stack',
    rows: all.map((odds) => ({ odds, error: errorAt(odds) })),
    columns: [
      {
        heading: 'Chance',
        cell: ({ odds }) => `${chanceInWords(odds)}${isNow(odds) ? ' (as it is now)' : ''}`,
      },
      ...tells.map(([heading, count]) => ({
        heading,
        numeric: true,
        cell: ({ error }: { error: ExpectedError }) => perThousand(count(error)),
      })),
    ],
  })
}

const historyHtml = (changes: readonly ThresholdChange[]): Html =>
  html`<h2 class="govuk-heading-m">Who changed it</h2>${
    changes.length === 0
      ? html`<p class="govuk-body">Nobody has changed it.</p>`
      : dataTable({
          caption: 'Changes',
          captionHidden: true,
          narrow: 'stack',
          rows: changes,
          columns: [
            {
              heading: 'When',
              cell: (one) => html`${momentInWords(one.changed_at)}<br>${one.changed_by_name}`,
            },
            { heading: 'Linked from', cell: (one) => moved(one.link_was, one.link) },
            { heading: 'Shown from', cell: (one) => moved(one.review_was, one.review) },
            { heading: 'Why', cell: (one) => one.because },
          ],
        })
  }`

const moved = (was: number, is: number): string =>
  chanceInWords(was) === chanceInWords(is)
    ? `${chanceInWords(is)} as before`
    : `${chanceInWords(is)}, before ${chanceInWords(was)}`

export const changeThresholdsPage = (form: FilledForm<typeof thresholdsForm>, may_change: boolean) =>
  may_change
    ? formPage(
        {
          title: 'Change how sure a comparison must be',
          back: '/people/matching',
          submit: 'Change',
          before: html`<p class="govuk-body">A lower chance links and shows more pairs, and more that are of two people. Links that were made and pairs that were decided stay. It holds for every team of the area, from the next comparison.</p>`,
        },
        html`${field(form.link)} ${field(form.review)} ${field(form.because)}`,
      )
    : page(
        { title: 'Change how sure a comparison must be', back: '/people/matching' },
        insetText({
          text: "Only an administrator of the organisation that receives the area's referrals can change this.",
        }),
      )
