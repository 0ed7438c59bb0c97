import type { Update } from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import type { sourceForm } from './form.ts'
import { type NumberInWords, numbersOfUpdate } from './numbers-of-update.ts'
import { sourcesOf, updateAsOrigin } from './queries.ts'

type Row = Pick<NumberInWords, 'figure' | 'place'> & {
  about: string
  n: string | null
  origin: string
  as_at_on: string | null
  counted_by: string | null
  counted_from: string | null
}

/** Says where a number of an update comes from, or where all of them do that have no source yet ('rest'). Said again, it is put right. */
export async function giveSource(
  ctx: Ctx,
  held_by: string,
  update: Update,
  { number, about, n, origin, as_at_on, counted_by, counted_from }: ValuesOf<typeof sourceForm>,
): Promise<void> {
  if (counted_by && !as_at_on)
    refuse('as_at_on', 'Enter when it was so: the records are counted as at that day')
  if (counted_by && number === 'rest') refuse('number', 'Select the one number that is counted here')
  if (counted_from && as_at_on && counted_from > as_at_on)
    refuse('counted_from', 'The day it is counted from must not be after the day it was so')
  const numbers = numbersOfUpdate(update)
  const known = (await sourcesOf(ctx, [update.update_id])).get(update.update_id) ?? []
  const unknown = numbers.filter(
    (one) => !known.some(({ figure, place }) => figure === one.figure && place === one.place),
  )
  const meant = number === 'rest' ? unknown : numbers.filter((_, index) => String(index) === number)
  if (meant.length === 0) refuse('number', 'Select a number from the list')
  await keepSources(
    ctx,
    held_by,
    update.update_id,
    meant.map((one) => ({
      ...one,
      about: number === 'rest' ? one.around : (about ?? one.around),
      n,
      origin,
      as_at_on,
      counted_by,
      counted_from: counted_by ? counted_from : null,
    })),
  )
}

/** Gives every number without a source its own update as its source: who said it, when, and where it was read. Returns how many. */
export async function giveUpdatesAsSources(
  ctx: Ctx,
  held_by: string,
  updates: readonly Update[],
): Promise<number> {
  const sources = await sourcesOf(
    ctx,
    updates.map(({ update_id }) => update_id),
  )
  let given = 0
  for (const update of updates) {
    const known = sources.get(update.update_id) ?? []
    const rows = numbersOfUpdate(update)
      .filter((one) => !known.some(({ figure, place }) => figure === one.figure && place === one.place))
      .map((one) => ({
        ...one,
        about: one.around,
        n: null,
        origin: updateAsOrigin(update),
        as_at_on: update.dated_on,
        counted_by: null,
        counted_from: null,
      }))
    await keepSources(ctx, held_by, update.update_id, rows)
    given += rows.length
  }
  return given
}

async function keepSources(ctx: Ctx, held_by: string, update_id: string, rows: readonly Row[]) {
  if (rows.length === 0) return
  await ctx.db
    .insertInto('papers.figure_source')
    .values(
      rows.map(({ figure, place, about, n, origin, as_at_on, counted_by, counted_from }) => ({
        update_id,
        held_by,
        figure,
        place,
        about,
        n,
        origin,
        as_at_on,
        counted_by,
        counted_from,
        entered_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'update_id', 'figure', 'place']).doUpdateSet((e) => ({
        about: e.ref('excluded.about'),
        n: e.ref('excluded.n'),
        origin: e.ref('excluded.origin'),
        as_at_on: e.ref('excluded.as_at_on'),
        counted_by: e.ref('excluded.counted_by'),
        counted_from: e.ref('excluded.counted_from'),
        entered_by: ctx.actor.actor_id,
        entered_at: ctx.now,
      })),
    )
    .execute()
}
