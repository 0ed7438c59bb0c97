import { createHash } from 'node:crypto'
import type { CheckedPaper, Found } from './model/paper.ts'
import { RULES } from './rules/index.ts'

/** A finding, with the rule that made it and the key that its answer is kept under. */
export type Finding = Found & { readonly rule: string; readonly rule_title: string; readonly key: string }

/** The same while the sentence, and what in it is meant, stay the same. */
const keyOf = (rule: string, { quote, about = '' }: Found): string =>
  createHash('sha256')
    .update([rule, quote.replaceAll(/\s+/g, ' ').trim(), about].join('\u0000'))
    .digest('hex')
    .slice(0, 32)

/** What every rule finds in a paper, what stops publishing first; once each. */
export function findAll(paper: CheckedPaper): Finding[] {
  const findings = new Map<string, Finding>()
  for (const { name, title, find } of RULES)
    for (const found of find(paper)) {
      const key = keyOf(name, found)
      if (!findings.has(key)) findings.set(key, { ...found, rule: name, rule_title: title, key })
    }
  return [...findings.values()].toSorted(
    (a, b) => Number(a.severity === 'look') - Number(b.severity === 'look'),
  )
}
