import { type Ctx, newId } from '#platform/act.ts'
import { HASTY, matchNewcomers, type NewcomerPair } from '../src/modules/people/newcomers/match-newcomers.ts'
import { findHits, MOST_SHARING } from '../src/modules/people/keys/find-hits.ts'
import { findDuplicatesOf } from '../src/modules/people/duplicates/find-possible-duplicates.ts'
import { keepModel, matchingModel } from '../src/modules/people/duplicates/matching-model.ts'
import { asRecord, withinTeam } from '../src/modules/people/keys/person-keys.ts'
import {
  estimateFromRecords,
  type PersonRecord,
  soughtForms,
  THRESHOLDS,
} from '../src/modules/people/matching/index.ts'
import { fillDatabase, idOf, type Invented, placeOf, readInvented } from './linkage/fill-database.ts'
import { generated } from './linkage/run-generated.ts'
import { asAdministrator } from './stage/administrator.ts'
import { machine } from './stage/machine.ts'
import { median, ms, quantile, timed, whole } from './stage/numbers.ts'
import { processorTime } from './stage/processor-time.ts'
import { setStage, type Stage } from './stage/stage.ts'

const NEWCOMERS = 5000
const ONE_BY_ONE = 500
/** So many of them are not counted: a connection plans a statement anew some times before it keeps the plan. */
const WARMING = 50
const ROUNDS = 10
/** So often all newcomers are looked up before it counts, as in a process that has run for a few seconds; the first time is told beside it. */
const WARMING_ROUNDS = 8
/**
 * The model is estimated from one block of people in twelve: a sample in which records of one person, and of one household, come together.
 * (All those born in some years would have a birthday in common too often.)
 */
const BLOCK = 500
const inSample = ({ truth }: Invented) => Math.floor(Number(truth) / BLOCK) % 12 === 0

/** Links newcomers into `records` people that a database holds, as the area's own actor inside row security, and prints rate and waits. */
export async function linkThroughDatabase(records: number, seed: number, json: boolean): Promise<void> {
  const file = generated(records + NEWCOMERS, seed)
  const stage = await setStage()
  try {
    const known: string[] = []
    const newcomers: Invented[] = []
    const sample: Invented[] = []
    async function* first() {
      for await (const one of readInvented(file.path)) {
        if (known.length === records) {
          newcomers.push(one)
          continue
        }
        known.push(one.truth)
        if (inSample(one)) sample.push(one)
        yield one
      }
    }
    const { seconds: filling } = await timed(() => fillDatabase(stage, first()))
    const model = await estimateFromRecords(sample.map(({ facts }) => asRecord(facts)))
    // as many as the nightly estimate, which reads everybody, would say
    await act(stage, (ctx) => keepModel(ctx, { ...model, records }))
    const many = await manyAtOnce(stage, newcomers, known)
    const one = await oneByOne(stage, newcomers.slice(0, ONE_BY_ONE))
    const result = { machine: machine(), records, filling, ...many, ...one }
    console.log(json ? JSON.stringify(result, null, 2) : describe(result))
  } finally {
    file.remove()
    await stage.end()
  }
}

const act = <T>(stage: Stage, work: (ctx: Ctx) => Promise<T>, reads = false) =>
  stage.act(stage.actor, { visit_id: newId(), query: {}, reads }, work)

/** All newcomers at once, several times, and then the search alone without row security as often: how many a second, and how right. */
async function manyAtOnce(stage: Stage, newcomers: readonly Invented[], known: readonly string[]) {
  const team = stage.actor.receiving_team_id
  const others = known.length
  const asked = newcomers.map(({ facts }, i) => ({ person_id: idOf(others + i), record: asRecord(facts) }))
  const rounds = []
  let pairs: NewcomerPair[] = []
  for (let k = 0; k < WARMING_ROUNDS + ROUNDS; k++) {
    const before = processorTime(process.pid, stage.database_files)
    const { seconds, value } = await timed(() =>
      act(stage, (ctx) => matchNewcomers(ctx, team, asked, { others, thresholds: THRESHOLDS })),
    )
    const processor = processorTime(process.pid, stage.database_files) - before
    rounds.push({ seconds, processor })
    pairs = value
  }
  // Afterwards: between the rounds it would have the same code compiled anew for its own connection.
  const bare = []
  for (let k = 0; k < ROUNDS; k++) bare.push((await timed(() => searchBare(stage, asked, others))).seconds)
  const truth = ({ person_id, other_person_id }: NewcomerPair) =>
    newcomers[placeOf(person_id) - others]!.truth === known[placeOf(other_person_id)]
  const sure = pairs.filter((pair) => pair.sure)
  const held = new Map<string, number>()
  for (const one of known) held.set(one, (held.get(one) ?? 0) + 1)
  const truly = newcomers.reduce((sum, one) => sum + (held.get(one.truth) ?? 0), 0)
  return {
    newcomers: newcomers.length,
    first: rounds[0]!.seconds,
    rounds: rounds.slice(WARMING_ROUNDS),
    bare,
    precision: sure.filter(truth).length / Math.max(1, sure.length),
    recall: sure.filter(truth).length / truly,
    found_for_review_or_sure: pairs.filter(truth).length / truly,
  }
}

/** The search of `matchNewcomers` alone, by the administrator, whom no policy concerns. */
const searchBare = (stage: Stage, asked: readonly { record: PersonRecord }[], others: number) =>
  asAdministrator(stage.url, async (connection) => {
    const model = await act(stage, matchingModel)
    for (let from = 0; from < asked.length; from += 1000) {
      const records = asked.slice(from, from + 1000).map(({ record }) => record)
      const { keys } = soughtForms(records, model, { others, most: MOST_SHARING, each: HASTY })
      const own = keys.map((each) => withinTeam(each, stage.actor.receiving_team_id))
      await findHits({ connection } as unknown as Ctx, own, () => undefined)
    }
  })

/** One newcomer after another, each in a transaction of its own as a page reads it, and beside each a transaction that asks nothing. */
async function oneByOne(stage: Stage, newcomers: readonly Invented[]) {
  const times: number[] = []
  const nothing: number[] = []
  for (const { facts } of newcomers) {
    times.push((await timed(() => act(stage, (ctx) => findDuplicatesOf(ctx, facts), true))).seconds * 1000)
    nothing.push(
      (await timed(() => act(stage, (ctx) => ctx.connection.query('select 1'), true))).seconds * 1000,
    )
  }
  const waits = (all: number[]) => ({ p50: quantile(all, 0.5), p99: quantile(all, 0.99) })
  return { one: waits(times.slice(WARMING)), nothing: waits(nothing.slice(WARMING)) }
}

type Result = Awaited<ReturnType<typeof manyAtOnce>> &
  Awaited<ReturnType<typeof oneByOne>> & { machine: string; records: number; filling: number }

function describe({
  machine,
  records,
  filling,
  newcomers,
  first,
  rounds,
  bare,
  one,
  nothing,
  ...quality
}: Result): string {
  const seconds = median(rounds.map((round) => round.seconds))
  const processor = median(rounds.map((round) => round.processor))
  const alone = median(bare)
  return `${machine}
${whole(newcomers)} newcomers into ${whole(records)} records in the database (filled in ${Math.round(filling)} s), inside row security:
  found, fetched, scored and settled: ${whole(newcomers / seconds)} a second (${(seconds * 1000).toFixed(0)} ms; ${(processor * 1000).toFixed(0)} ms of processor time; aim 15,000 a second), median of ${ROUNDS}; in a process just started ${whole(newcomers / first)}
  the search alone, without row security: ${whole(newcomers / alone)} a second (Waymark does ${(alone / seconds).toFixed(2)} of it)
  links: precision ${quality.precision.toFixed(4)}, recall ${quality.recall.toFixed(4)}; shown or linked ${quality.found_for_review_or_sure.toFixed(4)}
  one newcomer, with its transaction: p50 ${ms(one.p50)}, p99 ${ms(one.p99)} (aim 8 ms); a transaction that asks nothing: p50 ${ms(nothing.p50)}, p99 ${ms(nothing.p99)}`
}
