import type { Act } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { Typing } from '#platform/http/typing.ts'
import { dropDraft, findDraft, keepDraft } from './keep-draft.ts'
import { keepForEnded } from './keep-for-ended.ts'
import { answerBefore, answered } from './sent-before.ts'

/** What every form's page stands on: nothing typed is lost, and nothing sent is done twice. */
export const makeTyping = (options: { pools: Pick<Pools, 'app'>; act: Act }): Typing => ({
  url: '/drafts',
  find: findDraft,
  keep: keepDraft,
  drop: dropDraft,
  keepForEnded: (shown, url, body) => keepForEnded(options, shown, url, body),
  answered,
  answerBefore,
})
