import { FIGURE_READERS } from '#access'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import { oneButton, waysOfPaper } from '../one-button.ts'
import { OFFICE } from '../words.ts'
import { printPaper } from '../writing/print-paper.ts'
import { answerComment, commentOnParagraph } from './comment-on-paragraph.ts'
import { correctPaper } from './correct-paper.ts'
import { answerForm, commentForm, correctForm, returnForm } from './form.ts'
import { citable } from './paragraphs.ts'
import { listComments, listSteps, stageOf } from './queries.ts'
import { answerPage, correctPage, returnPage, reviewPage } from './review.page.ts'
import { returnPaper, sendForReview, sendForSignOff } from './take-step.ts'

const WRITERS = ['team_manager', 'commissioner_analyst'] as const

const step = (
  url: string,
  action: string,
  said: string,
  take: (ctx: Ctx, paper_id: string) => Promise<void>,
) =>
  oneButton(`/papers/:paper_id/${url}`, {
    action,
    roles: WRITERS,
    take: async (ctx, paper_id) => {
      await take(ctx, paper_id)
      return `/papers/${paper_id}`
    },
    said,
    ways: waysOfPaper,
  })

export const reviewScreens = [
  step('send-for-review', 'send a paper for review', 'Sent for review', sendForReview),
  step('send-for-sign-off', 'send a paper for sign-off', 'Sent for sign-off', sendForSignOff),
  screen('/papers/:paper_id/review', {
    action: 'review a paper',
    roles: FIGURE_READERS,
    form: commentForm,
    show: async (ctx, { paper_id }, form) => {
      const paper = await getPaper(ctx, paper_id)
      const stage = stageOf(paper)
      const open = stage === 'review' || stage === 'sign_off' || stage === 'returned'
      const mine = paper.written_by === ctx.actor.actor_id
      return reviewPage(
        {
          paper,
          stage,
          steps: await listSteps(ctx, paper_id),
          comments: await listComments(ctx, paper_id),
          parts: open ? citable((await printPaper(ctx, paper)).document) : [],
          may: {
            comment: open && !mine,
            answer: open && ctx.actor.team_ids.includes(paper.held_by),
            send_back: (stage === 'review' || stage === 'sign_off') && !mine,
          },
        },
        form,
      )
    },
    save: async (ctx, { paper_id }, values) => {
      await commentOnParagraph(ctx, paper_id, values)
      return goTo(`/papers/${paper_id}/review`, 'Comment added')
    },
  }),
  screen('/papers/:paper_id/comments/:comment_id', {
    action: 'answer a comment on a paper',
    roles: FIGURE_READERS,
    form: answerForm,
    show: async (ctx, { paper_id, comment_id }, form) => {
      const paper = await getPaper(ctx, paper_id)
      const comments = await listComments(ctx, paper_id)
      return answerPage(
        paper,
        found(
          comments.find((one) => one.comment_id === comment_id),
          'This comment',
        ),
        form,
      )
    },
    save: async (ctx, { paper_id, comment_id }, { words }) => {
      await answerComment(ctx, paper_id, comment_id, words)
      return goTo(`/papers/${paper_id}/review`, 'Comment answered')
    },
  }),
  screen('/papers/:paper_id/return', {
    action: 'return a paper to its author',
    roles: OFFICE,
    form: returnForm,
    show: async (ctx, { paper_id }, form) => returnPage(await getPaper(ctx, paper_id), form),
    save: async (ctx, { paper_id }, { reason }) => {
      await returnPaper(ctx, paper_id, reason)
      return goTo(`/papers/${paper_id}`, 'Returned to its author')
    },
  }),
  screen('/papers/:paper_id/correct', {
    action: 'correct a signed paper',
    roles: WRITERS,
    form: correctForm,
    show: async (ctx, { paper_id }, form) => correctPage(await getPaper(ctx, paper_id), form),
    save: async (ctx, { paper_id }, { because }) =>
      goTo(`/papers/${await correctPaper(ctx, paper_id, because)}`, 'Correction begun'),
  }),
]
