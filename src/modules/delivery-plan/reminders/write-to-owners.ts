import { sql } from 'kysely'
import { staffAddresses } from '#access'
import type { Ctx } from '#platform/act.ts'
import { queueMail } from '#platform/mail/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import { levelWords, type SaidWords } from '../level-words.ts'

/** Why an owner is written to: asked when a cycle opens, then reminded before, on and after the day. */
export type Told = 'asked' | 'due-soon' | 'due' | 'overdue'

const SUBJECTS: Record<Told, (count: string, due: string, today: boolean) => string> = {
  asked: (count, due) => `${count} asked for, due ${due}`,
  'due-soon': (count, due) => `${count} due ${due}`,
  due: (count, due, today) => `${count} due ${today ? 'today' : due}`,
  overdue: (count, due) => `${count} late: due ${due}`,
}

type Owed = {
  update_request_id: string
  member_id: string
  cycle_id: string
  cycle_name: string
  heading: string
  due_on: string
  level_words: SaidWords
}

/** Whoever is named; where a whole team is asked, everybody in it. */
const owed = (ids: readonly string[]) => sql<Owed>`
  select q.update_request_id, q.cycle_id, q.cycle_name, q.heading, q.due_on, q.level_words, m.member_id
  from delivery_plan.update_request q
  join access.membership s on s.area_id = q.area_id and s.team_id = q.given_to and not s.break_glass
  join access.member m on m.area_id = s.area_id and m.member_id = s.member_id and m.left_at is null
    and m.member_id = coalesce(q.for_member, m.member_id)
  where q.update_request_id = any (${`{${ids.join(',')}}`}::uuid[]) and q.withdrawn_at is null
  order by q.due_on, q.heading, q.update_request_id`

/**
 * Writes to the owners of these requests: one letter to each person with all they are asked, sent if and only if this act commits, each once a day
 * for the same reason. Somebody without an account is not written to; their page shows what they are asked all the same. Returns how many letters.
 */
export async function writeToOwners(
  ctx: Ctx,
  origin: string,
  why: Told,
  update_request_ids: readonly string[],
): Promise<number> {
  const { rows } = await owed(update_request_ids).execute(ctx.db)
  const addresses = await staffAddresses(
    ctx,
    rows.map(({ member_id }) => member_id),
  )
  const letters = Map.groupBy(
    rows.filter(({ member_id }) => addresses.has(member_id)),
    ({ member_id, cycle_id }) => `${cycle_id} ${member_id}`,
  )
  await queueMail(
    ctx,
    ...[...letters].map(([key, asked]) => ({
      about: 'updates of the delivery plan',
      // As often as somebody asks; reminded once a day.
      once: `delivery-plan ${why} ${key} ${why === 'asked' ? ctx.visit_id : ctx.today}`,
      to: addresses.get(asked[0]!.member_id)!,
      subject: subject(why, asked, ctx.today),
      text: letter(origin, why, asked),
    })),
  )
  return letters.size
}

const subject = (why: Told, asked: readonly Owed[], today: string): string => {
  const { due_on, level_words } = asked[0]!
  const { one, many } = levelWords(level_words).update
  return SUBJECTS[why](plural(asked.length, one, many), dayInWords(due_on), due_on === today)
}

const letter = (origin: string, why: Told, asked: readonly Owed[]): string => {
  const { due_on, cycle_name, level_words } = asked[0]!
  const say = levelWords(level_words)
  return `${
    why === 'overdue'
      ? `${asked.length === 1 ? `This ${say.update.one} was` : `These ${say.update.many} were`} due on ${dayInWords(due_on)} and ${asked.length === 1 ? 'has' : 'have'} not been given.`
      : `You are asked for ${asked.length === 1 ? say.update.a : say.update.many} for ${cycle_name} of the ${say.year.one}, by ${dayInWords(due_on)}.`
  }

${asked.map(({ heading }) => `- ${heading}`).join('\n')}

Give ${asked.length === 1 ? 'it' : 'them all'} on one page, also from a phone:
${origin}${asked.length === 1 ? `/update-requests/${asked[0]!.update_request_id}` : '/update-requests/all'}

If you are not the right person, tell the Commissioner's office, who can ask somebody else.
`
}
