import { OUTCOMES, type Outcome } from '#reference'

export const OUTCOME_COLUMNS = {
  'health-wellbeing': 'health_wellbeing',
  cope: 'cope',
  safety: 'safety',
  informed: 'informed',
} as const satisfies Record<Outcome, string>
export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[Outcome]

export type Scores = { [C in OutcomeColumn]: number | null } & { scale: number }
export type Change = 'improved' | 'same' | 'worse'

/**
 * Domain 5: improved when the last score is higher than the first, same when equal, worse when lower. Undefined unless both were
 * answered on the same scale: scores of two scales are never compared.
 */
export function changeOf(first: Scores, last: Scores, column: OutcomeColumn): Change | undefined {
  const [from, to] = [first[column], last[column]]
  if (from === null || to === null || first.scale !== last.scale) return undefined
  return to > from ? 'improved' : to === from ? 'same' : 'worse'
}

const WORDS: Record<Change, string> = { improved: 'better', same: 'the same', worse: 'worse' }

/** "3 to 7 of 10: better", or why there is nothing to compare. */
export function changeInWords(
  first: Scores | undefined,
  last: Scores | undefined,
  column: OutcomeColumn,
): string {
  if (!first || first[column] === null)
    return last?.[column]
      ? `${last[column]} of ${last.scale} at the last, not asked at the first`
      : 'Not asked'
  if (!last || last[column] === null)
    return `${first[column]} of ${first.scale} at the first, not asked again`
  const change = changeOf(first, last, column)
  if (!change)
    return `${first[column]} of ${first.scale}, then ${last[column]} of ${last.scale}: two scales, not compared`
  return `${first[column]} to ${last[column]} of ${last.scale}: ${WORDS[change]}`
}

/** The four outcomes in the framework's order, each with its column and its words. */
export const FOUR = (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => ({
  outcome,
  column: OUTCOME_COLUMNS[outcome],
  words: OUTCOMES[outcome],
}))
