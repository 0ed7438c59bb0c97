import type { Ctx } from '../act.ts'
import type { Body } from '../forms/index.ts'
import type { GoTo } from './screen.ts'
import type { Shown } from './session-cookie.ts'

/** What somebody typed at an address and has not saved: `fields` as they were sent, but for the tokens. */
export type Typed = { fields: Body; saved_at: Date }

/** Who keeps what is typed until it is saved, and knows what was sent already. A module fills it. */
export type Typing = {
  /** Where pages send what is typed so far. */
  url: string
  find: (ctx: Ctx, url: string) => Promise<Typed | undefined>
  keep: (ctx: Ctx, url: string, body: Body) => Promise<void>
  drop: (ctx: Ctx, url: string) => Promise<void>
  /** Keeps it for whoever's session this was, though its time is over. False when it was ended on purpose, or is nobody's. */
  keepForEnded: (shown: Shown, url: string, body: Body) => Promise<boolean>
  /** Writes down, in the act that saves, how a sending was answered. False when it had been answered before: nothing is to be done again. */
  answered: (ctx: Ctx, key: Buffer, answer: GoTo) => Promise<boolean>
  /** How a sending was answered before. */
  answerBefore: (ctx: Ctx, key: Buffer) => Promise<GoTo | undefined>
}
