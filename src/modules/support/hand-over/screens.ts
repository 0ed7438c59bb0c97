import { goTo, route, screen } from '#platform/http/screen.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { answerHandOver, getOffer, withdrawHandOver } from './answer-hand-over.ts'
import { answerForm, offerForm } from './form.ts'
import { offerHandOver, teamsToOfferTo } from './offer-hand-over.ts'
import { answerPage, offeredPage, offerPage } from './pages.ts'

export const handOverScreens = [
  screen('/cases/:case_id/hand-over', {
    action: 'offer a case to another team',
    roles: CASEWORK_ROLES,
    form: offerForm,
    draft: true,
    show: async (ctx, { case_id }, form) => {
      const { theCase, aside } = await openPage(ctx, case_id)
      if (theCase.offer) return offeredPage(theCase, aside)
      return offerPage(theCase, await teamsToOfferTo(ctx, theCase), form, aside)
    },
    save: async (ctx, { case_id }, offer) => {
      const moved = await offerHandOver(ctx, await getCase(ctx, case_id), offer)
      return goTo(
        `/cases/${case_id}`,
        moved
          ? 'The case has moved to the other team'
          : 'Offered. The case stays with your team until they accept',
      )
    },
  }),
  route({
    method: 'POST',
    url: '/cases/:case_id/hand-over/withdraw',
    action: 'withdraw a hand-over',
    roles: CASEWORK_ROLES,
    handle: async (c, tools) => {
      await tools.body()
      const case_id = c.req.param('case_id')!
      await tools.act(async (ctx) => {
        await getCase(ctx, case_id)
        await withdrawHandOver(ctx, case_id)
      })
      return tools.goTo(`/cases/${case_id}`, 'The case stays with your team')
    },
  }),
  screen('/hand-overs/:hand_over_id', {
    action: 'answer a hand-over',
    roles: CASEWORK_ROLES,
    form: answerForm,
    draft: true,
    show: async (ctx, { hand_over_id }, form) => answerPage(await getOffer(ctx, hand_over_id), form),
    save: async (ctx, { hand_over_id }, answer) => {
      const offer = await getOffer(ctx, hand_over_id)
      const recorded_already = await answerHandOver(ctx, offer, answer)
      if (recorded_already)
        return goTo(
          `/people/${recorded_already}/links`,
          'Your team holds the case now. This person may be recorded with you already: decide, then allocate the case',
        )
      return answer.answer === 'accepted'
        ? goTo(`/cases/${offer.case_id}`, 'Your team holds the case now. Allocate it')
        : goTo('/my-day', 'Declined. The other team is told')
    },
  }),
]
