import type { Ctx } from '#platform/act.ts'
import { isId } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { getPaper } from '../drafts/queries.ts'
import { addItem } from '../meetings/keep-meeting.ts'
import { getItem, getMeeting, type Item, listItems, type Meeting } from '../meetings/queries.ts'
import { chainOf, publicAddress, publicationOf } from '../publication/queries.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import type { Template } from '../templates/template.ts'
import type { toPanelForm } from './form.ts'
import { type Decision, decisionsOf } from './queries.ts'

/**
 * Sends a decided paper on to the Panel: its covering note is a paper of its own, written from the records (which paper, where it is published,
 * its versions and restated figures, what was decided), put on the Panel's agenda. It is reviewed, signed and published like any other. Refuses
 * without a decision, and to a meeting before it. Returns the note's id.
 */
export async function sendToPanel(
  ctx: Ctx,
  agenda_item_id: string,
  { meeting_id, asked }: ValuesOf<typeof toPanelForm>,
): Promise<string> {
  await onePublishingAtATime(ctx)
  const item = await getItem(ctx, agenda_item_id)
  const from = await getMeeting(ctx, item.meeting_id)
  if (!item.paper_id) refuse('meeting_id', 'There is no paper on this item to send on')
  const to = isId(meeting_id) ? await getMeeting(ctx, meeting_id) : undefined
  if (!to?.is_panel) refuse('meeting_id', 'Select a meeting of the Panel from the list')
  if (to.meets_on < from.meets_on) refuse('meeting_id', 'The Panel must meet after the decision')
  const agenda = await listItems(ctx, to.meeting_id)
  const there = agenda.find(({ follows }) => follows === agenda_item_id)
  if (there) refuse('meeting_id', `It is item ${there.number} of this meeting of the Panel already`)
  const decisions = (await decisionsOf(ctx, from.meeting_id)).filter(
    (one) => one.agenda_item_id === agenda_item_id && (one.is_public || !item.is_public),
  )
  if (decisions.length === 0) refuse('meeting_id', 'Record what was decided first')
  const paper = await getPaper(ctx, item.paper_id)
  const definition = noteTemplate({
    item,
    from,
    title: paper.title,
    decisions,
    asked,
    published: await whereItIsPublished(ctx, item.paper_id),
  })
  const number = Math.max(0, ...agenda.map((one) => one.number)) + 1
  const { paper_id } = await ctx.db
    .insertInto('papers.paper')
    .values({
      held_by: item.held_by,
      template: definition.name,
      template_definition: JSON.stringify(definition),
      template_version: 1,
      title: definition.title,
      period_from: paper.period_from,
      period_to: paper.period_to,
      report_to: to.board_name,
      meeting_on: to.meets_on,
      agenda_item: String(number),
      report_author: ctx.actor.organisation_name,
      is_public: item.is_public,
      for_what: asked === 'note' ? 'information' : 'consideration',
    })
    .returning('paper_id')
    .executeTakeFirstOrThrow()
  const { is_public, ground, because } = item
  await addItem(
    ctx,
    to.meeting_id,
    { number, title: item.title, paper_id, is_public, ground: ground as never, because },
    agenda_item_id,
  )
  return paper_id
}

/** What the note says of the paper's publication, in sentences. */
async function whereItIsPublished(ctx: Ctx, paper_id: string): Promise<string[]> {
  const later = await ctx.db
    .selectFrom('papers.correction')
    .select('paper_id')
    .where('corrects', '=', paper_id)
    .executeTakeFirst()
  const found = await publicationOf(ctx, [
    ...(later ? [later.paper_id] : []),
    ...(await chainOf(ctx, paper_id)),
  ])
  const versions = found?.versions.filter(({ withdrawn_at }) => !withdrawn_at) ?? []
  if (!found || versions.length === 0) return ['The paper is not published.']
  const { publication } = found
  const restated = await ctx.db
    .selectFrom('papers.restatement')
    .selectAll()
    .where('publication_id', '=', publication.publication_id)
    .where(
      'version',
      'in',
      versions.map(({ version }) => version),
    )
    .orderBy('told_at')
    .execute()
  return [
    `The paper is published at ${publicAddress(ctx.actor.area_code, publication.address)}.`,
    ...versions
      .toReversed()
      .map(
        ({ version, published_at, because }) =>
          `Version ${version} was published on ${dayInWords(dayOfMoment(published_at))}${because ? `: ${because}` : '.'}`,
      ),
    ...restated.map(
      ({ name, was, is_now, because }) => `Restated since: ${name} was ${was} and is ${is_now}. ${because}`,
    ),
  ]
}

const dayOfMoment = (moment: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment)

type Note = {
  item: Item
  from: Meeting
  title: string
  decisions: readonly Decision[]
  asked: keyof typeof ASKED
  published: readonly string[]
}

const ASKED = {
  note: 'The Panel is asked to note the decision.',
  consider: 'The Panel is asked to consider the paper and the decision, and to report on them.',
} as const

// What the records say stands as it is: a template would take braces for a figure or a place to fill.
const asItIs = (words: string) => words.replaceAll('{', '(').replaceAll('}', ')')

/** The note as a template without a figure of its own: every fact in it is a record. */
const noteTemplate = ({ item, from, title, decisions, asked, published }: Note): Template => {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ paragraph: asItIs(text) }))
  return {
    name: 'panel-covering-note',
    label: 'Covering note to the Panel',
    title: asItIs(`Covering note: ${title}`),
    about: 'service',
    front_sheet: [
      { label: 'Report to', value: '{report_to}' },
      { label: 'Date of meeting', value: '{meeting_on}' },
      { label: 'Report of', value: '{report_author}' },
      { label: 'Agenda item', value: '{agenda_item}' },
      { label: 'Public or non-public', value: '{public}' },
    ],
    sections: [
      {
        number: '1',
        title: 'Why this comes to the Panel',
        blocks: [
          ...paragraphs([
            `This note brings to the Panel the paper "${title}", which was item ${item.number} of the ${from.board_name} of ${dayInWords(from.meets_on)}, and what was decided on it.`,
            ASKED[asked],
          ]),
          { own_words: '' },
        ],
      },
      {
        number: '2',
        title: 'What was decided',
        blocks: paragraphs(
          decisions.map((one) => `${one.decided_by}, ${dayInWords(one.decided_on)}: ${one.words}`),
        ),
      },
      { number: '3', title: 'The paper and its versions', blocks: paragraphs(published) },
    ],
    after_sections: [],
    appendices: [],
    figures: {},
  }
}
