import { chanceOf } from '../../src/modules/people/matching/index.ts'
import type { Quality } from './measure.ts'
import type { SetResult } from './run-set.ts'

const three = ({ precision, recall, f1 }: Quality) =>
  [precision, recall, f1].map((n) => n.toFixed(4)).join('  ')

/** The result of one set as a table for people to read. */
export function printSet(set: SetResult): string {
  const lines = [
    `${set.name}: ${set.records} records, ${set.true_pairs} true pairs, ${set.candidate_pairs} candidates, ` +
      `blocking recall ${set.blocking_recall.toFixed(4)} (of the keys kept in the database ${set.stored_keys_recall.toFixed(4)}), ${set.milliseconds} ms`,
    '  odds (log2)  chance    by pair: P       R       F1      by cluster: P    R       F1',
  ]
  for (const { threshold, pairwise, cluster } of set.thresholds) {
    const shipped = threshold === set.shipped_threshold ? '  <- shipped' : ''
    lines.push(
      `  ${threshold.toFixed(2).padStart(11)}  ${chanceOf(threshold).toFixed(5)}   ${three(pairwise)}   ${three(cluster)}${shipped}`,
    )
  }
  const links = `estimated error of links ${(set.estimated_error * 100).toFixed(3)}%`
  lines.push(
    `  at the shipped threshold, by ${set.model === 'estimated' ? 'weights estimated from the file' : 'the weights that ship (the file has too few duplicates to learn from)'}: ${links}; ${set.for_review} pairs for a person to decide (${set.held_for_a_person} of them could be twins)`,
  )
  return lines.join('\n')
}
