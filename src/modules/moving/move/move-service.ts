import { basename, resolve } from 'node:path'
import { type Act, type Actor, newId } from '#platform/act.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { MOVED_FILES, type MovedFile } from '../profile/fields.ts'
import { openMovedFile, type OpenedFile } from '../profile/open-moved-file.ts'
import type { MovingProfile } from '../profile/profile.ts'
import { actionsStep, casesStep } from '../steps/cases.ts'
import { selfAssessmentsStep, surveysStep } from '../steps/outcomes.ts'
import { communityPointsStep, restorativeJusticeStep } from '../steps/partners.ts'
import { peopleStep } from '../steps/people.ts'
import { referralsStep } from '../steps/referrals.ts'
import { moveFiles, type RefusedIn } from './move-file.ts'
import { findPlace } from './place.ts'
import type { Proof } from './proof.ts'
import type { Step } from './step.ts'

// The order of loading: what others refer to comes first.
const STEPS = {
  people: peopleStep,
  referrals: referralsStep,
  cases: casesStep,
  actions: actionsStep,
  self_assessments: selfAssessmentsStep,
  surveys: surveysStep,
  restorative_justice: restorativeJusticeStep,
  community_points: communityPointsStep,
} as unknown as Record<MovedFile, Step<MovedFile, { row: number }>>

export type Moved = { move_id: string; proof: Proof; refusals: RefusedIn[] }

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
  const opened = new Map<MovedFile, OpenedFile<MovedFile>[]>()
  for (const name of Object.keys(MOVED_FILES) as MovedFile[])
    for (const part of profile.files[name] ?? []) {
      const file = await openMovedFile(folder, name, part, profile)
      if (file) opened.set(name, [...(opened.get(name) ?? []), file])
    }
  const bytesOf = (files: readonly OpenedFile<MovedFile>[]) =>
    files.reduce((sum, { bytes }) => sum + bytes, 0)
  const total = bytesOf([...opened.values()].flat())
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
  for (const [name, files] of opened) {
    const moved = await moveFiles(STEPS[name], files, tools, (bytes) =>
      tell(before + bytes, total, STEPS[name].rows),
    )
    before += bytesOf(files)
    proof.files.push(...moved.proofs)
    proof.counts.push(...moved.counts)
    refusals.push(...moved.refusals)
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
