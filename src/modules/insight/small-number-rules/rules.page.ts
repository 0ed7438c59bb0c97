import { dataTable, formPage, html, link, page } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import type { Audience } from '../disclosure/small-numbers.ts'
import type { ruleForm } from './form.ts'
import { type Decided, type Rules, TABLE_SETS, type TableSet } from './rules.ts'

type Shown = Record<Audience, Rules> & {
  usual: Record<Audience, number>
  decided: readonly Decided[]
  may_decide: boolean
}

/** Below which number the counts of each table are hidden, from the office and from the public; what was decided, by whom and why. */
export const rulesPage = ({ usual, office, public: everybody, decided, may_decide }: Shown) =>
  page(
    {
      title: 'How small a count is printed',
      caption: 'Tables of recorded crime',
      back: { href: '/recorded-crime', text: 'Recorded crime' },
      width: 'full',
    },
    html`
    <p class="govuk-body">Unless something else is decided for a table: for the public ${below(usual.public)}, for the office ${below(usual.office)}.
      Hidden counts are printed as [c], with others that would give them away. Nothing that is published changes: a decision holds from the next version.</p>
    ${dataTable({
      caption: 'What holds now',
      narrow: 'stack',
      rows: Object.keys(TABLE_SETS) as TableSet[],
      columns: [
        { heading: 'Tables', cell: (one) => TABLE_SETS[one] },
        { heading: 'For the public', cell: (one) => capital(below(everybody[one].hide_below)) },
        { heading: 'For the office', cell: (one) => capital(below(office[one].hide_below)) },
        ...(may_decide
          ? [
              {
                heading: 'Decide',
                cell: (one: TableSet) =>
                  link('Change', `/recorded-crime/small-numbers/${one}`, { hidden: TABLE_SETS[one] }),
              },
            ]
          : []),
      ],
    })}
    ${
      decided.length === 0
        ? ''
        : dataTable({
            caption: 'What was decided',
            narrow: 'stack',
            rows: decided,
            columns: [
              {
                heading: 'Decision',
                cell: (one) =>
                  `${TABLE_SETS[one.tables]}: ${one.hide_below === null ? 'as is usual' : below(one.hide_below)}`,
              },
              { heading: 'Why', cell: (one) => one.because },
              {
                heading: 'Decided',
                cell: (one) => html`${one.decided_by_name}<br>${momentInWords(one.decided_at)}`,
              },
            ],
          })
    }`,
  )

const below = (number: number): string =>
  number > 1 ? `counts below ${number} are hidden` : 'every count is printed'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const decideRulePage = (tables: TableSet, usual: number, form: FilledForm<typeof ruleForm>) =>
  formPage(
    {
      title: 'Decide how small a count is printed',
      caption: TABLE_SETS[tables],
      back: '/recorded-crime/small-numbers',
      submit: 'Decide',
      before: html`<p class="govuk-body">For the public, usually ${below(usual)}. A small count can tell a neighbour who the person is, most of all where the table says
        when, where or what age. Tables that are held against these have the same rule.</p>`,
    },
    html`${field(form.hide_below)} ${field(form.because)}`,
  )
