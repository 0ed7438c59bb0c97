import { createHash } from 'node:crypto'
import type { Ctx } from '../act.ts'
import { CSRF_FIELD, ONCE_FIELD } from '../design-system/index.ts'
import { textOf, type Body } from '../forms/index.ts'
import type { Answer } from './screen.ts'
import type { Typing } from './typing.ts'

/** The same form was sent and answered before: whatever was done this time is undone. */
export class SentBefore extends Error {}

/** What tells one sending from another: the showing of the page it is from, and everything that was sent. Undefined for what no page sent. */
export function sendingKey(path: string, body: Body): Buffer | undefined {
  if (textOf(body[ONCE_FIELD]) === '') return undefined
  const { [CSRF_FIELD]: _, ...sent } = body
  return createHash('sha256')
    .update(JSON.stringify([path, Object.entries(sent)]))
    .digest()
}

/** Saves, and writes down in the same act how it was answered. Throws SentBefore when the same sending was answered already. */
export async function saveOnce(
  ctx: Ctx,
  typing: Typing | undefined,
  key: Buffer | undefined,
  save: () => Promise<Answer> | Answer,
): Promise<Answer> {
  const answer = await save()
  // A page is shown again as often as it is asked for; only what leads on has done something.
  if (typing && key && 'kind' in answer && answer.kind === 'go-to')
    if (!(await typing.answered(ctx, key, answer))) throw new SentBefore()
  return answer
}
