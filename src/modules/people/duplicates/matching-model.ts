import type { Ctx } from '#platform/act.ts'
import { type Model, readModel, STARTING_MODEL, writeModel } from '../matching/index.ts'

// The newest model of each area, by its id: models are only ever added, and reading one takes longer than using it.
const read = new Map<string, { id: string; model: Model }>()

/** The model that this area was last seen to compare by, without asking: good enough to choose what to look for. */
export const lastKnownModel = (ctx: Ctx): Model => read.get(ctx.actor.area_id)?.model ?? STARTING_MODEL

/** The model that this area compares records by: the newest estimated from its own, or the one that every area starts with. */
export async function matchingModel(ctx: Ctx): Promise<Model> {
  const { area_id } = ctx.actor
  const newest = await ctx.db
    .selectFrom('people.matching_model')
    .select('matching_model_id')
    .orderBy('estimated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return STARTING_MODEL
  const known = read.get(area_id)
  if (known?.id === newest.matching_model_id) return known.model
  const { model } = await ctx.db
    .selectFrom('people.matching_model')
    .select('model')
    .where('matching_model_id', '=', newest.matching_model_id)
    .executeTakeFirstOrThrow()
  const usable = readModel(model) ?? STARTING_MODEL
  read.set(area_id, { id: newest.matching_model_id, model: usable })
  return usable
}

/** Keeps a model estimated from the area's records: every comparison uses it from now on. */
export const keepModel = async (ctx: Ctx, model: Model): Promise<void> =>
  void (await ctx.db
    .insertInto('people.matching_model')
    .values({ records: model.records, model: writeModel(model) })
    .execute())
