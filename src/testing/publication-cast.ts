import assert from 'node:assert/strict'
import { checkPaper } from '#papers'
import { type Came, idIn, type Someone } from './cast.ts'

export { makeSmallService } from '../modules/papers/writing/service-in-small.ts'

/** A day as a form sends it. */
export const dayFields = (name: string, day: string) => {
  const [year, month, date] = day.split('-')
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! }
}

/** What starts a public paper on a service in 2018. */
export const SERVICE_IN_2018 = {
  template: 'service-report',
  ...dayFields('period_from', '2018-01-01'),
  ...dayFields('period_to', '2018-12-31'),
  report_to: 'Performance Meeting',
  ...dayFields('meeting_on', '2019-03-07'),
  report_author: 'Ruth Adeyemi',
  is_public: 'yes',
}

/** The office's paper on a service in 2018, with these words in a section of its own. Returns its id. */
export async function startSmallPaper(who: Someone, words: string, more: object = {}): Promise<string> {
  const started = await who.post('/papers/start', {
    ...SERVICE_IN_2018,
    report_author: 'The Chief Executive',
    ...more,
  })
  assert.equal(started.status, 303, started.text)
  const paper_id = idIn(started.location)
  assert.equal((await who.post(`/papers/${paper_id}/sections/8`, { words })).status, 303)
  return paper_id
}

/** Takes a paper through review and sign-off; its small numbers are answered first, as its writer must. */
export async function signPaperOff(writer: Someone, signatory: Someone, paper_id: string): Promise<void> {
  for (const { rule, key } of (await writer.act((ctx) => checkPaper(ctx, paper_id))).findings)
    if (rule === 'small-numbers') {
      const reason = 'Of a whole county in a year: nobody can be recognised.'
      assert.equal((await writer.post(`/papers/${paper_id}/checks/${key}`, { reason })).status, 303)
    }
  for (const step of ['send-for-review', 'send-for-sign-off'])
    assert.equal((await writer.post(`/papers/${paper_id}/${step}`)).status, 303, step)
  const signed = await signPaperRead(signatory, paper_id)
  assert.equal(signed.status, 303, signed.text)
}

/** Opens a paper, and signs what was read. */
export async function signPaperRead(signatory: Someone, paper_id: string): Promise<Came> {
  const read = markRead((await signatory.get(`/papers/${paper_id}`)).text)
  return signatory.post(`/papers/${paper_id}/sign-off`, { read })
}

/** What the form of a paper's page says that was read. */
export const markRead = (text: string): string => /name="read" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Opens what would be published of a paper, and publishes what was read. */
export async function publishRead(who: Someone, paper_id: string, because?: string): Promise<Came> {
  const read = markRead((await who.get(`/papers/${paper_id}/publish`)).text)
  return who.post(`/papers/${paper_id}/publish`, { read, ...(because ? { because } : {}) })
}

/** A board with one meeting. Returns the meeting's id. */
export async function makeMeeting(
  who: Someone,
  name: string,
  day: string,
  is_panel = false,
): Promise<string> {
  const board = await who.post('/boards/add', { name, is_panel: is_panel ? 'yes' : 'no' })
  assert.equal(board.status, 303, board.text)
  const added = await who.post(`/boards/${idIn(board.location)}/meetings/add`, {
    ...dayFields('meets_on', day),
    ...dayFields('papers_due_on', day),
    place: 'County Hall',
  })
  assert.equal(added.status, 303, added.text)
  return idIn(added.location)
}

/** Puts a paper on an agenda. */
export async function putOnAgenda(
  who: Someone,
  meeting_id: string,
  number: number,
  more: Record<string, string> = {},
): Promise<void> {
  const fields = { number, title: `Item ${number}`, is_public: 'yes', ...more }
  const added = await who.post(`/meetings/${meeting_id}/items/add`, fields)
  assert.equal(added.status, 303, added.text)
}
