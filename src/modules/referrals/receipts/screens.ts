import { isId } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { answerQuestion } from './answer-question.ts'
import { answerForm, answerPage, findReceiptForm, receiptsPage } from './pages.ts'
import { findReceipts, getReceipt, listReceipts } from './queries.ts'

export const receiptScreens = [
  screen('/receipts', {
    action: 'see receipts for referrals',
    roles: ['police_officer'],
    form: findReceiptForm,
    show: async (ctx, _, form) => {
      const wanting = ctx.query.wanting === 'yes'
      const before = ctx.query.before && isId(ctx.query.before) ? ctx.query.before : undefined
      return receiptsPage(
        { receipts: await listReceipts(ctx, before, wanting), wanting, searched: false },
        form,
      )
    },
    save: async (ctx, _, { occurrence }) =>
      receiptsPage(
        { receipts: await findReceipts(ctx, occurrence), wanting: false, searched: true },
        findReceiptForm.fill({ values: { occurrence } }),
      ),
  }),
  screen('/receipts/:receipt_id/answer', {
    action: 'answer a question about a referral',
    roles: ['police_officer'],
    form: answerForm,
    show: async (ctx, { receipt_id }, form) => answerPage(await getReceipt(ctx, receipt_id), form),
    save: async (ctx, { receipt_id }, { answer }) => {
      await answerQuestion(ctx, receipt_id, answer)
      return goTo('/receipts', 'Your answer is sent')
    },
  }),
]
