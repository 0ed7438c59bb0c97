import { formPage, html } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, route, screen, type Route, type Screen } from '#platform/http/screen.ts'
import { timeInWords } from '#platform/words/dates.ts'
import { PROVIDER_STAFF } from '../roles.ts'
import { listVisitsBy } from '../who-looked/queries.ts'
import {
  breakGlass,
  endBreakGlass,
  getBreakGlass,
  listBreakGlass,
  listOwnOpen,
  listTeamsToEnter,
  reviewBreakGlass,
} from './break-glass.ts'
import { breakGlassForm, reviewForm, teamRadios } from './form.ts'
import { openOnes, reviewedPage, reviewListPage, whatHappened } from './pages.ts'

const REVIEWERS = ['team_manager', 'data_protection_officer'] as const

/** Break-glass: into a team's records for some hours, with a reason, before the eyes of its managers and the data protection officer. */
export const breakGlassScreens: (Screen | Route)[] = [
  screen('/break-glass', {
    action: 'break glass into a team',
    roles: PROVIDER_STAFF,
    form: breakGlassForm,
    show: async (ctx, _, filled) => {
      const teams = await listTeamsToEnter(ctx)
      const open = await listOwnOpen(ctx)
      return formPage(
        {
          title: 'Break glass',
          caption: 'Records of a team that you are not in',
          submit: 'Break glass',
          warning: true,
          secondary: { text: 'Cancel', href: '/' },
          before: html`${openOnes(open)}
          <p class="govuk-body">Use this when somebody would come to harm, or be let down, if you had to wait for the team.</p>
          <p class="govuk-body">The team’s managers and the data protection officer see at once that you did it and why, and review what you looked at. It ends by itself.</p>`,
        },
        html`${teamRadios(filled.team_id, teams)}${field(filled.hours)}${field(filled.reason)}`,
      )
    },
    save: async (ctx, _, typed) => {
      const ends_at = await breakGlass(ctx, typed)
      return goTo('/break-glass', `You can see the team’s records until ${timeInWords(ends_at)}`)
    },
  }),
  route({
    method: 'POST',
    url: '/break-glass/:break_glass_id/end',
    action: 'end one’s break-glass',
    roles: PROVIDER_STAFF,
    handle: async (c, tools) => {
      await tools.body()
      await tools.act((ctx) => endBreakGlass(ctx, c.req.param('break_glass_id') ?? ''))
      return tools.goTo('/break-glass', 'It has ended: you do not see the team’s records any more')
    },
  }),
  screen('/break-glass/review', {
    action: 'see break-glass to review',
    roles: REVIEWERS,
    show: async (ctx) => reviewListPage(await listBreakGlass(ctx)),
  }),
  screen('/break-glass/:break_glass_id/review', {
    action: 'review a break-glass',
    roles: REVIEWERS,
    form: reviewForm,
    show: async (ctx, { break_glass_id }, filled) => {
      const one = await getBreakGlass(ctx, break_glass_id)
      const visits = await listVisitsBy(ctx, one.member_id, one.begun_at, one.ends_at ?? ctx.now)
      if (one.reviewed_at) return reviewedPage(one, visits)
      return formPage(
        {
          title: 'Review a break-glass',
          back: '/break-glass/review',
          submit: 'Save the review',
          width: 'full',
          before: whatHappened(one, visits),
        },
        html`${field(filled.finding)}${field(filled.review)}`,
      )
    },
    save: async (ctx, { break_glass_id }, typed) => {
      await reviewBreakGlass(ctx, break_glass_id, typed)
      return goTo('/break-glass/review', 'The review is saved')
    },
  }),
]
