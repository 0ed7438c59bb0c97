import { Invalid } from '../errors.ts'
import { route, type Route, screen, type Screen } from '../http/screen.ts'
import { leaveUnsent, listUnsent, sendAgain } from './send-again.ts'
import { unsentPage } from './unsent.page.ts'

/** Mail that did not leave, for those who look after the service. */
export const unsentRoutes = (keepers: readonly string[]): (Screen | Route)[] => [
  screen('/unsent-mail', {
    action: 'see mail that was not sent',
    roles: keepers,
    show: async (ctx) => unsentPage(await listUnsent(ctx)),
  }),
  settled('send-again', 'have mail sent again', 'It is being sent again', sendAgain, keepers),
  settled('leave', 'leave mail unsent', 'Left. Its address is no longer kept.', leaveUnsent, keepers),
]

const settled = (
  verb: string,
  action: string,
  said: string,
  settle: typeof sendAgain,
  roles: readonly string[],
): Route =>
  route({
    method: 'POST',
    url: `/unsent-mail/:message_id/${verb}`,
    action,
    roles,
    handle: async (c, { act, body, goTo }) => {
      await body()
      try {
        await act((ctx) => settle(ctx, c.req.param('message_id') ?? ''))
        return goTo('/unsent-mail', said)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return goTo('/unsent-mail', Object.values(error.messages).join(' '))
      }
    },
  })
