import { RJ_STAGES, type RjStage, wordsFor } from '#reference'
import { identityFacts, type PersonHead } from '#people'
import {
  dataTable,
  formPage,
  html,
  type Html,
  identityBar,
  insetText,
  link,
  page,
  statusTag,
  summary,
} from '#platform/design-system/index.ts'
import { field, type FilledForm, offering } from '#platform/forms/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { RJ_SOURCES } from '../codes.ts'
import type { outcomeForm } from '../outcomes/form.ts'
import type { riskForm, signOffForm, stepForm } from '../path/form.ts'
import { blockedBecause, STEPS } from '../path/path.ts'
import type { addForm } from './form.ts'
import { outcomeTag } from './list.page.ts'
import type { RjReferral } from './queries.ts'

export const bar = (referral: RjReferral, head: PersonHead | undefined): Html | null =>
  head
    ? identityBar({
        name: link(head.name, `/people/${head.person_id}`),
        facts: [...identityFacts(head), { label: 'Reference', value: referral.reference }],
      })
    : null

/** One referral: the path with its gates, what is next, and what came of it. */
export const referralPage = (referral: RjReferral, head: PersonHead | undefined, senior: boolean) => {
  const { facts } = referral
  const at = `/restorative-justice/${referral.rj_referral_id}`
  const next = (Object.keys(RJ_STAGES) as RjStage[]).find(
    (stage) => stage !== 'referred' && !facts.steps[stage] && !blockedBecause(stage, facts),
  )
  const complex = facts.harmed_person?.complex || facts.person_responsible?.complex
  return page(
    {
      title: `Referral ${referral.reference}`,
      caption: 'Restorative justice',
      back: '/restorative-justice',
      width: 'full',
      aside: bar(referral, head),
    },
    html`${summary([
      {
        key: 'Outcome',
        value: outcomeTag(facts.outcome),
        change: {
          href: `${at}/record-outcome`,
          what: 'the outcome',
          text: facts.outcome ? 'Change' : 'Record',
        },
      },
      {
        key: 'Next step',
        value: next
          ? html`${RJ_STAGES[next]} ${link('Record a step', `${at}/record-step`)}`
          : link('Record a step', `${at}/record-step`),
      },
      { key: 'Received', value: shortDayInWords(referral.received_on) },
      { key: 'From', value: wordsFor(RJ_SOURCES, referral.source) },
      {
        key: 'Harmed person',
        value: assessed(facts.harmed_person),
        change: { href: `${at}/assess-risk`, what: 'the harmed person', text: 'Assess' },
      },
      {
        key: 'Person responsible',
        value: assessed(facts.person_responsible),
        change: {
          href: `${at}/assess-risk`,
          what: 'the person responsible',
          text: 'Assess',
        },
      },
      ...(complex
        ? [
            {
              key: 'Sign-off',
              value: facts.signed_off
                ? 'Signed off'
                : html`Needed before contact with the person responsible. ${senior ? link('Sign off', `${at}/sign-off`) : 'Ask your manager.'}`,
            },
          ]
        : []),
    ])}
    ${dataTable({
      caption: 'The path',
      columns: [
        { heading: 'Step', cell: (stage) => RJ_STAGES[stage] },
        { heading: 'State', cell: (stage) => stepCell(stage, referral) },
      ],
      rows: Object.keys(RJ_STAGES) as RjStage[],
    })}`,
  )
}

const assessed = (risk: RjReferral['facts']['harmed_person']): string =>
  risk
    ? `${risk.suitable ? 'Suitable' : 'Not suitable'}${risk.complex ? ', sensitive or complex' : ''}`
    : 'Not assessed yet'

function stepCell(stage: RjStage, { facts, received_on }: RjReferral): Html {
  const day = stage === 'referred' ? received_on : facts.steps[stage]
  if (day) return html`${statusTag('Done', 'good')} ${shortDayInWords(day)}`
  const blocked = blockedBecause(stage, facts)
  return blocked
    ? html`${statusTag('Cannot start yet', 'neutral')} ${blocked}`
    : statusTag('Can be done now', 'new')
}

type Asked = { referral: RjReferral; aside: Html | null }
const asked = ({ referral, aside }: Asked, title: string) => ({
  title,
  caption: `Referral ${referral.reference}`,
  back: `/restorative-justice/${referral.rj_referral_id}`,
  aside,
})

export const stepPage = (shown: Asked, form: FilledForm<typeof stepForm>) => {
  const { facts } = shown.referral
  const possible = STEPS.filter((stage) => !facts.steps[stage] && !blockedBecause(stage, facts))
  if (possible.length === 0)
    return page(
      asked(shown, 'Record a step'),
      insetText({
        text: 'No step can be recorded now. The referral says what is needed first.',
      }),
    )
  return formPage(
    {
      ...asked(shown, 'Record a step'),
      before: insetText({
        text: 'The person responsible is contacted only once the harmed person has consented and the risk was assessed.',
      }),
    },
    html`${field(offering(form.stage, possible))}${field(form.reached_on)}${field(form.note)}`,
  )
}
export const riskPage = (shown: Asked, form: FilledForm<typeof riskForm>) =>
  formPage(
    asked(shown, 'Assess the risk'),
    html`${field(form.party)}${field(form.suitable)}${field(form.complex)}${field(form.assessed_on)}${field(form.note)}`,
  )
export const signOffPage = (shown: Asked, form: FilledForm<typeof signOffForm>) =>
  formPage({ ...asked(shown, 'Sign off'), submit: 'Sign off' }, html`${field(form.note)}`)
export const outcomePage = (shown: Asked, form: FilledForm<typeof outcomeForm>) =>
  formPage(
    asked(shown, 'Record the outcome'),
    html`${field(form.outcome)}${field(form.close_reason)}${field(form.reached_on)}`,
  )
export const addPage = (form: FilledForm<typeof addForm>) =>
  formPage(
    {
      title: 'Take a new referral',
      caption: 'Restorative justice',
      back: '/restorative-justice',
      submit: 'Take it',
    },
    html`${field(form.referral)}${field(form.source)}${field(form.received_on)}`,
  )
