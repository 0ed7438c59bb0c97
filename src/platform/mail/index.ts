import { type Act, newId } from '../act.ts'
import { found } from '../errors.ts'
import { route, type Route } from '../http/screen.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Module } from '../module.ts'
import type { Deliver } from './deliver.ts'
import { keptInFolder } from './deliver-to-folder.ts'
import { keptPage, outboxPage } from './outbox.page.ts'
import { SEND_MAIL } from './queue-mail.ts'
import { sendWaiting } from './send-waiting.ts'
import { unsentRoutes } from './unsent-screens.ts'

export { type Deliver } from './deliver.ts'
export { deliverBySmtp, senderAddress } from './deliver-by-smtp.ts'
export { deliverToFolder } from './deliver-to-folder.ts'
export { isOneAddress, queueMail, type Mail } from './queue-mail.ts'
export { sendAgain } from './send-again.ts'
export { sendWaiting, withdrawMail } from './send-waiting.ts'

export type MailOptions = {
  act: Act
  origin: string
  /** The way out; none: what is queued waits until there is one. */
  deliver?: Deliver | undefined
  /** The demonstration's folder: its pages show what is in it. */
  outbox?: string | undefined
  /** The roles of those who look after the service: they see what did not leave, and have it sent again. */
  keepers: readonly string[]
}

/** Mail: sends what the modules queued; in the demonstration, shows what would have been sent. */
export const mail = ({ act, origin, deliver, outbox, keepers }: MailOptions): Module => ({
  name: 'mail',
  routes: [...(outbox ? outboxRoutes(outbox, origin) : []), ...unsentRoutes(keepers)],
  navigation: [{ text: 'Mail', href: '/unsent-mail', roles: keepers, place: 96 }],
  jobs: [sendMail(act, deliver)],
})

const sendMail = (act: Act, deliver: Deliver | undefined): Job => ({
  name: SEND_MAIL,
  timetable: '* * * * *',
  runLong: async (actor, _, signal) => {
    if (deliver)
      await sendWaiting((work) => act(actor, { visit_id: newId(), query: {} }, work), deliver, signal)
  },
})

const outboxRoutes = (folder: string, origin: string): Route[] => [
  route({
    method: 'GET',
    url: '/outbox',
    action: 'see what the demonstration would have sent',
    roles: 'anyone',
    handle: async (_, { render }) => render(outboxPage(await keptInFolder(folder))),
  }),
  route({
    method: 'GET',
    url: '/outbox/:message_id',
    action: 'read a message that the demonstration would have sent',
    roles: 'anyone',
    handle: async (c, { render }) => {
      const message_id = c.req.param('message_id')
      const kept = (await keptInFolder(folder)).find((one) => one.message_id === message_id)
      return render(keptPage(found(kept, 'This message'), origin))
    },
  }),
]
