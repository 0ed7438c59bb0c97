import { held, type Maker } from './maker.ts'

const ADDRESS = '2026-07-09-a-board'
const DOCUMENT = {
  title: 'A paper',
  language: 'en-GB',
  as_at: '2026-07-01T09:00:00.000Z',
  front_sheet: [{ label: 'Report to', value: 'A board' }],
  blocks: [
    { kind: 'heading', level: 1, text: 'Purpose', number: '1.' },
    { kind: 'paragraph', number: '1.1', text: 'Words' },
  ],
}

/** One record of each kind of a meeting and its papers, and one publication; held by the same team as the others of the access matrix. */
export const MEETING_RECORDS: Record<string, Maker> = {
  board_id: async (ctx) => {
    const { board_id } = await ctx.db
      .insertInto('papers.board')
      .values({ held_by: await held(ctx), name: 'A board', code: 'a-board' })
      .returning('board_id')
      .executeTakeFirstOrThrow()
    return board_id
  },
  meeting_id: async (ctx, { board_id }) => {
    const held_by = await held(ctx)
    const day = { meets_on: '2026-07-09', papers_due_on: '2026-07-01' }
    const { meeting_id } = await ctx.db
      .insertInto('papers.meeting')
      .values({ held_by, board_id: board_id!, ...day, place: 'County Hall' })
      .returning('meeting_id')
      .executeTakeFirstOrThrow()
    const shown = { meeting: 'A board', met_on: day.meets_on, place: 'County Hall' }
    const items = [{ number: 1, title: 'An item', ground: null, address: null, decisions: [] }]
    await ctx.db
      .insertInto('papers.published_meeting')
      .values({ held_by, meeting_id, address: ADDRESS, ...shown, items: JSON.stringify(items) })
      .execute()
    return meeting_id
  },
  agenda_item_id: async (ctx, { meeting_id, paper_id }) => {
    const { agenda_item_id } = await ctx.db
      .insertInto('papers.agenda_item')
      .values({
        held_by: await held(ctx),
        meeting_id: meeting_id!,
        number: 1,
        title: 'An item',
        paper_id: paper_id!,
      })
      .returning('agenda_item_id')
      .executeTakeFirstOrThrow()
    return agenda_item_id
  },
  decision_id: async (ctx, { agenda_item_id }) => {
    const { decision_id } = await ctx.db
      .insertInto('papers.decision')
      .values({
        held_by: await held(ctx),
        agenda_item_id: agenda_item_id!,
        words: 'Agreed',
        decided_by: 'The Commissioner',
        decided_on: '2026-07-09',
        is_public: true,
      })
      .returning('decision_id')
      .executeTakeFirstOrThrow()
    return decision_id
  },
  meeting_action_id: async (ctx, { agenda_item_id }) => {
    const { meeting_action_id } = await ctx.db
      .insertInto('papers.meeting_action')
      .values({
        held_by: await held(ctx),
        agenda_item_id: agenda_item_id!,
        words: 'Write',
        owner: 'The Chief Executive',
        due_on: '2026-08-01',
      })
      .returning('meeting_action_id')
      .executeTakeFirstOrThrow()
    return meeting_action_id
  },
  comment_id: async (ctx, { paper_id }) => {
    const { comment_id } = await ctx.db
      .insertInto('papers.comment')
      .values({
        held_by: await held(ctx),
        paper_id: paper_id!,
        place: '1.1',
        about: 'Words',
        words: 'A comment',
      })
      .returning('comment_id')
      .executeTakeFirstOrThrow()
    return comment_id
  },
  redaction_id: async (ctx, { paper_id }) => {
    const { redaction_id } = await ctx.db
      .insertInto('papers.redaction')
      .values({
        held_by: await held(ctx),
        paper_id: paper_id!,
        block: 1,
        place: '1.1',
        ground: 'paragraph-3',
        because: 'A contract',
      })
      .returning('redaction_id')
      .executeTakeFirstOrThrow()
    return redaction_id
  },
  address: async (ctx, { paper_id }) => {
    const held_by = await held(ctx)
    const { publication_id } = await ctx.db
      .insertInto('papers.publication')
      .values({
        held_by,
        address: ADDRESS,
        meeting: 'A board',
        met_on: '2026-07-09',
        item: 1,
        title: 'A paper',
      })
      .returning('publication_id')
      .executeTakeFirstOrThrow()
    const document = JSON.stringify(DOCUMENT)
    await ctx.db
      .insertInto('papers.publication_version')
      .values({ held_by, publication_id, paper_id: paper_id!, version: 1, document, redactions: '[]' })
      .execute()
    await ctx.db
      .insertInto('papers.restatement')
      .values({
        held_by,
        publication_id,
        version: 1,
        figure: 'referrals',
        name: 'Referrals',
        was: '240',
        was_as_at: new Date('2026-07-01T09:00:00.000Z'),
        is_now: '140',
        is_as_at: new Date('2026-08-01T09:00:00.000Z'),
        because: 'Some were recorded twice',
      })
      .execute()
    return ADDRESS
  },
  // Published tables of recorded crime at the address of a period.
  period: async (ctx) => {
    const held_by = await held(ctx)
    const period = { period_from: '2026-04-01', period_to: '2026-06-30' }
    const made = { held_by, ...period, address: '2026-04-01-to-2026-06-30', title: 'Recorded crime' }
    const { published_tables_id } = await ctx.db
      .insertInto('insight.published_tables')
      .values(made)
      .returning('published_tables_id')
      .executeTakeFirstOrThrow()
    const document = JSON.stringify(DOCUMENT)
    await ctx.db
      .insertInto('insight.published_tables_version')
      .values({ published_tables_id, held_by, version: 1, document, tables: '[]' })
      .execute()
    return made.address
  },
  tables: async () => 'hate',
  year: async () => '2026',
  version: async () => '1',
  token: async () => 'nobody-has-this-token',
}
