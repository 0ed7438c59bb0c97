import type { Judge } from '../clustering/cluster.ts'
import { compare, newLevels } from '../comparison/compare.ts'
import { couldBeTwins, sharesOwn } from '../comparison/guard.ts'
import { DIFFERENT, EXACT, NAME } from '../comparison/levels.ts'
import { score } from '../model/score.ts'
import type { Weights } from '../model/weights.ts'
import { F } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'

/** Answers the clusterer's questions from the records themselves. */
export function judgeOf(store: RecordStore, weights: Weights): Judge {
  const levels = newLevels()
  return {
    odds: (i, j) => {
      compare(store, i, j, weights.inUse, levels)
      return score(weights, levels)
    },
    held: () => weights.holdTwins && couldBeTwins(levels),
    own: () => sharesOwn(levels),
    sameForename: () => levels[F.forename]! >= EXACT,
    otherForename: () => levels[F.forename] === DIFFERENT || levels[F.forename] === NAME.bothInUse,
    content: (i) => store.contents[i]!,
  }
}
