// For tests: a rule over a few lines of text.
import type { Found, Rule } from '../model/paper.ts'
import { assemblePaper } from '../reading/assemble.ts'
import { readText } from '../reading/read-text.ts'

const FRONT = `Report to:\tDelivery Board
Date of Meeting:\t12 March 2024

QUARTERLY REPORT – THEME 2 HELPING VICTIMS

1. Purpose of the report

1.1 This report covers Theme 2 for quarter 3 of 2023-24.

2. Key points

`

/** What the rule finds in the lines, put into a paper for 12 March 2024 about quarter 3 of 2023-24, Theme 2. */
export const tryRule = ({ find }: Rule, lines: string): readonly Found[] =>
  find(assemblePaper(readText(`${FRONT}${lines}\n`)))
/** The reasons alone, in one text. */
export const whyOf = (rule: Rule, lines: string): string =>
  tryRule(rule, lines)
    .map(({ why }) => why)
    .join('\n')
