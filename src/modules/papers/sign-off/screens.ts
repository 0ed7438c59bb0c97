import { FIGURE_READERS } from '#access'
import { found } from '#platform/errors.ts'
import { screen } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import type { AnsweredFigure } from '../writing/answer-figures.ts'
import { oneButton, waysOfPaper } from '../one-button.ts'
import { printPaper } from '../writing/print-paper.ts'
import { paperFigurePage } from './figure.page.ts'
import { signPaper } from './sign-paper.ts'
import { submitPaper } from './submit-paper.ts'

/** The address of the list whose length is the figure; for a share, of those that it counts. */
export function listAddress({ bound, from, to }: AnsweredFigure): string {
  const share =
    (bound.show === 'value' || bound.show === 'percent') &&
    ['outcome-change', 'satisfaction', 'would-use-again', 'would-recommend', 'survey-response'].includes(
      bound.measure,
    )
  const part: Record<string, string> = ['improved', 'sustained', 'declined'].includes(bound.show)
    ? { change: bound.show }
    : {}
  return `/measures/${bound.measure}/list?${new URLSearchParams({ from, to, ...bound.only, ...bound.pick, ...part, ...(share ? { yes: 'true' } : {}) })}`
}

export const signOffScreens = [
  screen('/papers/:paper_id/figures/:figure', {
    action: 'follow a figure of a paper',
    roles: FIGURE_READERS,
    show: async (ctx, { paper_id, figure }) => {
      const paper = await getPaper(ctx, paper_id)
      const printed = await printPaper(ctx, paper)
      const one = found(
        printed.figures.find((f) => f.key === figure),
        'This figure',
      )
      const mayOpen = ctx.actor.organisation_id === paper.organisation_id
      return paperFigurePage(
        paper,
        one,
        printed.restatements.find((r) => r.key === figure),
        mayOpen ? listAddress(one) : undefined,
      )
    },
  }),
  oneButton('/papers/:paper_id/submit', {
    action: 'submit a paper',
    roles: ['team_manager'],
    take: async (ctx, paper_id) => {
      await submitPaper(ctx, paper_id)
      return `/papers/${paper_id}`
    },
    said: "Submitted to the Commissioner's office",
    ways: waysOfPaper,
  }),
  oneButton('/papers/:paper_id/sign-off', {
    action: 'sign off a paper',
    roles: ['commissioner_signatory'],
    take: async (ctx, paper_id, { read = '' }) => {
      await signPaper(ctx, paper_id, String(read))
      return `/papers/${paper_id}`
    },
    said: 'Paper signed off',
    ways: waysOfPaper,
  }),
]
