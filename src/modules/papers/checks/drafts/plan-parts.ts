import {
  getCycle,
  listDeliverables,
  ratingsIn,
  silenceInWords,
  silentDeliverables,
  silentOwners,
  updatesUpTo,
  type Update,
} from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import type { Block } from '#platform/documents/document.ts'
import { plainText } from '#platform/documents/document.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { numbersOfUpdate } from '../../sources/numbers-of-update.ts'
import { type FigureSource, sourcesOf } from '../../sources/queries.ts'
import { numbersIn } from '../model/numbers.ts'
import type { CheckedDeliverable, CheckedOwner, Part } from '../model/paper.ts'

export type PlanParts = {
  deliverables: CheckedDeliverable[]
  silent_owners: CheckedOwner[]
  parts: Part[]
  leaveOut: (block: Block) => boolean
}

/** The deliverables that a paper is about with all that is printed of them, each with the way to its record; none for any other paper. */
export async function planParts(ctx: Ctx, paper_id: string): Promise<PlanParts> {
  const subject = await ctx.db
    .selectFrom('papers.plan_subject')
    .select(['theme_id', 'cycle_id'])
    .where('paper_id', '=', paper_id)
    .executeTakeFirst()
  if (!subject) return { deliverables: [], silent_owners: [], parts: [], leaveOut: () => false }
  const cycle = await getCycle(ctx, subject.cycle_id)
  const listed = await listDeliverables(ctx, cycle.year_id, subject.theme_id)
  const [ratings, updates, silent] = [
    await ratingsIn(ctx, subject.cycle_id),
    await updatesUpTo(ctx, subject.cycle_id, subject.theme_id),
    await silentDeliverables(ctx, cycle),
  ]
  const sources = await sourcesOf(
    ctx,
    [...updates.values()].flat().map(({ update_id }) => update_id),
  )
  const deliverables = listed.map(({ deliverable_id, number, owners, words }): CheckedDeliverable => ({
    number,
    owners,
    words,
    text: `${number} ${owners}: ${words}`,
    where: `deliverable ${number}`,
    href: `/deliverables/${deliverable_id}`,
    status: ratings.get(deliverable_id)?.status ?? null,
    silent_cycles: silent.get(deliverable_id) ?? 0,
  }))
  const owning = new Set(listed.flatMap(({ owner_ids }) => owner_ids))
  const silent_owners = (await silentOwners(ctx, cycle))
    .filter(({ owner_id }) => owning.has(owner_id))
    .map((one): CheckedOwner => ({
      why: silenceInWords(one),
      where: `owner ${one.initials}`,
      href: `/plan-cycles/${subject.cycle_id}`,
    }))
  const titles = new Set(listed.map(({ words }) => words))
  let under = false
  return {
    deliverables,
    silent_owners,
    parts: listed.flatMap((one, index) => [
      headingOf(deliverables[index]!),
      ...(updates.get(one.deliverable_id) ?? []).flatMap((update) =>
        updateParts(update, deliverables[index]!, sources.get(update.update_id) ?? []),
      ),
    ]),
    leaveOut: (block) => {
      // The table of deliverables, and a section for each: their words are those of the records, dated and with their authors.
      if (
        block.kind === 'table' &&
        block.rows.length > 0 &&
        block.rows.every((row) =>
          row.some((cell) => [...titles].some((words) => plainText(cell).startsWith(words))),
        )
      )
        return true
      if (block.kind === 'heading') under = titles.has(plainText(block.text))
      return under
    },
  }
}

const headingOf = ({ number, words, where, href }: CheckedDeliverable): Part => ({
  kind: 'heading',
  text: words,
  where,
  section: words,
  zone: 'body',
  typed: true,
  update: { deliverable: number },
  ...(href ? { href } : {}),
})

function updateParts(
  update: Update,
  { number, words, href }: CheckedDeliverable,
  sources: readonly FigureSource[],
): Part[] {
  const of = {
    deliverable: number,
    author: update.author,
    ...(update.dated_on
      ? {
          dated_on: update.dated_on,
          dated_to: update.dated_to === 'month' ? ('month' as const) : ('day' as const),
        }
      : {}),
  }
  const place = {
    where: `deliverable ${number}${update.dated_on ? `, update of ${dayInWords(update.dated_on)}` : ''}`,
    section: words,
    zone: 'body' as const,
    typed: true,
    update: of,
    ...(href ? { href } : {}),
  }
  const printed = new Map(update.figures.map((figure) => [figure.marker.toLowerCase(), figure.printed]))
  const filled = update.words.replaceAll(
    /\{\{\s*([^{}]+?)\s*\}\}/g,
    (all, marker: string) => printed.get(marker.replaceAll(/\s+/g, ' ').toLowerCase()) ?? all,
  )
  const { sourced, outOf } = sourcedIn(update, sources)
  return [
    {
      ...place,
      kind: 'heading',
      text: `Update${update.dated_on ? ` ${dayInWords(update.dated_on)}` : ''}, ${update.author}`,
    },
    ...filled
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
      .map((text): Part => ({
        ...place,
        kind: /^-\s/.test(text) ? 'bullet' : 'paragraph',
        text: text.replace(/^-\s+/, ''),
        bound: [...printed.values(), ...outOf],
        sourced,
      })),
  ]
}

/**
 * The numbers of an update whose every place has a source, as a sentence gives them ('12-18' as its two ends), and those of them that are said
 * to be out of something.
 */
function sourcedIn(update: Update, sources: readonly FigureSource[]) {
  const told = [...Map.groupBy(numbersOfUpdate(update), ({ figure }) => figure)].map(([figure, places]) => ({
    texts: numbersIn(figure).map(({ text }) => text),
    sources: places.map(({ place }) => sources.find((one) => one.figure === figure && one.place === place)),
  }))
  const textsWhere = (holds: (source: FigureSource | undefined) => boolean) =>
    told.filter((one) => one.sources.every(holds)).flatMap(({ texts }) => texts)
  return {
    sourced: textsWhere((source) => source !== undefined),
    outOf: textsWhere((source) => !!source?.n && !/^not (?:given|known|said)/i.test(source.n)),
  }
}
