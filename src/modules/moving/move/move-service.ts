import { basename, resolve } from 'node:path'
import { type Act, type Actor, newId } from '#platform/act.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { MOVED_FILES, type MovedFile } from '../profile/fields.ts'
import { openMovedFile, type OpenedFile } from '../profile/open-moved-file.ts'
import type { MovingProfile } from '../profile/profile.ts'
import { actionsStep, casesStep } from '../steps/cases.ts'
import { selfAssessmentsStep, surveysStep } from '../steps/outcomes.ts'
import { communityPointsStep, restorativeJusticeStep } from '../steps/partners.ts'
import { referralsStep } from '../steps/referrals.ts'
import { moveFile } from './move-file.ts'
import { findPlace } from './place.ts'
import type { Proof, Refused } from './proof.ts'
import type { Step } from './step.ts'

// The order of loading: what others refer to comes first.
const STEPS = {
  referrals: referralsStep,
  cases: casesStep,
  actions: actionsStep,
  self_assessments: selfAssessmentsStep,
  surveys: surveysStep,
  restorative_justice: restorativeJusticeStep,
  community_points: communityPointsStep,
} as unknown as Record<MovedFile, Step<MovedFile, { row: number }>>

export type Moved = { move_id: string; proof: Proof; refusals: (Refused & { file: string })[] }

/**
 * Moves a service's export into the area: every row of every file ends loaded, there already, or refused with its reason, and the
 * proof of it is kept. May be stopped at any moment and run again. Throws a sentence, before anything is loaded, when a file or a
 * column that the profile names is not there. `tell` hears how much of the whole is done, in bytes.
 */
export async function moveService(
  act: Act,
  actor: Actor & { receiving_team_id: string },
  folder: string,
  profile: MovingProfile,
  refreshStatistics: RefreshStatistics,
  tell: (done: number, total: number, rows: string) => void = () => {},
): Promise<Moved> {
  const started = performance.now()
  const visit = () => ({ visit_id: newId(), query: {} })
  const opened = new Map<MovedFile, OpenedFile<MovedFile>>()
  for (const name of Object.keys(MOVED_FILES) as MovedFile[]) {
    const file = profile.files[name] && (await openMovedFile(folder, name, profile))
    if (file) opened.set(name, file)
  }
  const total = [...opened.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const { place, move_id } = await act(actor, visit(), async (ctx) => ({
    place: await findPlace(ctx, actor.receiving_team_id, profile),
    ...(await ctx.db
      .insertInto('moving.move')
      .values({ held_by: actor.receiving_team_id, profile: profile.title, folder: basename(resolve(folder)) })
      .returning('move_id')
      .executeTakeFirstOrThrow()),
  }))
  const proof: Proof = { files: [], counts: [], whole: true, seconds: 0 }
  const refusals: Moved['refusals'] = []
  const tools = { act, actor, move_id, place, refreshStatistics }
  let before = 0
  for (const [name, file] of opened) {
    const called = profile.files[name]!.file
    const moved = await moveFile(STEPS[name], called, file, tools, (bytes) =>
      tell(before + bytes, total, STEPS[name].rows),
    )
    before += file.bytes
    proof.files.push(moved.proof)
    proof.counts.push(...moved.counts)
    refusals.push(...moved.refusals.map((refused) => ({ ...refused, file: called })))
  }
  proof.whole = refusals.length === 0 && proof.counts.every(({ agrees }) => agrees)
  proof.seconds = Math.round((performance.now() - started) / 10) / 100
  await act(actor, visit(), (ctx) =>
    ctx.db
      .updateTable('moving.move')
      .set({ ended_at: ctx.now, proof: JSON.stringify(proof) })
      .where('move_id', '=', move_id)
      .execute(),
  )
  return { move_id, proof, refusals }
}
