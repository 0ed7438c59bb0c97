import { formPage, html, page, summary } from '#platform/design-system/index.ts'
import { field, type FilledForm, offering } from '#platform/forms/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { NEXT_STAGES, STAGES } from '../stages.ts'
import type { addForm, sitesForm, stepForm } from './form.ts'
import { renewalCell, stageTag } from './list.page.ts'
import type { CommunityPoint, StageReached } from './queries.ts'

/** One Community Point: where it stands, what is next, and how it came there. */
export const pointPage = (point: CommunityPoint, stages: readonly StageReached[], today: string) =>
  page(
    { title: 'Community Point', heading: point.name, back: '/community-points' },
    html`${summary([
      { key: 'District', value: point.district },
      {
        key: 'Stage',
        value: stageTag(point.stage),
        change: {
          href: `/community-points/${point.community_point_id}/record-step`,
          what: 'the stage',
          text: 'Record a step',
        },
      },
      { key: 'Since', value: point.reached_on && shortDayInWords(point.reached_on) },
      { key: 'Renewal', value: renewalCell(point, today) },
      {
        key: 'Sites',
        value: point.sites,
        change: { href: `/community-points/${point.community_point_id}/sites`, what: 'the number of sites' },
      },
    ])}
    <h2 class="govuk-heading-m">How it came here</h2>
    <ul class="govuk-list">${stages.map(
      (one) =>
        html`<li>${stageTag(one.stage)} ${one.reached_on ? shortDayInWords(one.reached_on) : 'on a day that was not recorded'}${one.recorded_by ? html`, recorded by ${one.recorded_by}` : null}</li>`,
    )}</ul>`,
  )

export const stepPage = (point: CommunityPoint, form: FilledForm<typeof stepForm>) =>
  formPage(
    {
      title: 'Record a step',
      caption: point.name,
      back: `/community-points/${point.community_point_id}`,
      before: html`<p class="govuk-body">It is ${STAGES[point.stage].toLowerCase()}${point.reached_on ? ` since ${shortDayInWords(point.reached_on)}` : ''}.</p>`,
    },
    html`${field(offering(form.stage, NEXT_STAGES[point.stage]))}${field(form.reached_on)}`,
  )

export const sitesPage = (point: CommunityPoint, form: FilledForm<typeof sitesForm>) =>
  formPage(
    { title: 'Sites', caption: point.name, back: `/community-points/${point.community_point_id}` },
    html`${field(form.sites)}`,
  )

export const addPage = (form: FilledForm<typeof addForm>, districts: readonly string[]) =>
  formPage(
    { title: 'Add an organisation', back: '/community-points', submit: 'Add' },
    html`${field(form.name)}${field(districts.length > 0 ? offering(form.district, districts) : form.district)}${field(form.reached_on)}`,
  )
