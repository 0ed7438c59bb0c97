import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn } from '../../testing/cast.ts'
import { call, dayFields, supportCast } from '../../testing/support-cast.ts'

const s = await supportCast()
const { dan, lena, carys } = s
const asked = (stage: string, scores: Record<string, string>, on = '2026-11-20') => ({
  stage,
  health_wellbeing: '',
  cope: '',
  safety: '',
  informed: '',
  ...scores,
  ...dayFields('assessed_on', on),
})
const closed = async () => {
  const at = await s.openCase()
  await dan.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:00'))
  await dan.post(`${at}/close`, {
    reason: 'completed',
    last_self_assessment: 'declined',
    note: '',
    open_tasks: '',
  })
  return at
}

test('first, review and last: the change is told in words, on the case and in its timeline', async () => {
  const at = await s.openCase()
  const record = `${at}/self-assessments/record`
  await dan.post(record, asked('first', { cope: '3', safety: '5' }))
  await dan.post(record, asked('review', { cope: '4' }))
  await dan.post(record, asked('last', { cope: '7', safety: '4', informed: '9' }))
  const page = (await dan.get(at)).text
  assert.match(page, /3 to 7 of 10: better/)
  assert.match(page, /5 to 4 of 10: worse/)
  assert.match(page, /9 of 10 at the last, not asked at the first/)
  assert.match((await dan.get(`${at}/timeline`)).text, /First self-assessment/)
  assert.match((await dan.get(`${at}/close`)).text, /the last self-assessment is recorded/)
})

test('there is one first and one last; nothing answered is refused', async () => {
  const at = await s.openCase()
  const record = `${at}/self-assessments/record`
  assert.match((await dan.post(record, asked('first', {}))).text, /Enter at least one score/)
  await dan.post(record, asked('first', { cope: '3' }))
  assert.match((await dan.post(record, asked('first', { cope: '4' }))).text, /The first is recorded already/)
  assert.match(
    (await dan.post(record, asked('review', { cope: '11' }))).text,
    /Select how well they cope from the list/,
  )
  assert.match(
    (await dan.post(record, asked('review', { cope: '4' }, '2026-11-01'))).text,
    /before the case was opened/,
  )
  assert.equal((await carys.post(record, asked('last', { cope: '4' }))).status, 404)
  const kept = await dan.act((ctx) =>
    ctx.db
      .selectFrom('outcomes.self_assessment')
      .select(['stage', 'cope', 'scale'])
      .where('case_id', '=', idIn(at))
      .execute(),
  )
  assert.deepEqual(kept, [{ stage: 'first', cope: 3, scale: 10 }])
})

test('a closed case is sent the survey, and somebody who did not work on it records the answers', async () => {
  const at = await closed()
  assert.match((await lena.get('/surveys')).text, new RegExp(`${at}/surveys/send`))
  await dan.post(`${at}/surveys/send`, dayFields('sent_on', '2026-11-20'))
  const { survey_id } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('outcomes.survey')
      .select('survey_id')
      .where('case_id', '=', idIn(at))
      .executeTakeFirstOrThrow(),
  )
  const answers = {
    satisfaction: 'completely',
    would_use_again: 'yes',
    would_recommend: 'no',
    comment: 'Kind',
    ...dayFields('returned_on', '2026-11-20'),
  }
  const own = await dan.post(`/surveys/${survey_id}/record`, answers)
  // The message cannot stand beside a form that whoever worked on the case is not given.
  assert.doesNotMatch(own.text, /In their own words/)
  assert.match((await dan.get(`/surveys/${survey_id}/record`)).text, /ask a colleague to record the answers/)
  assert.match((await dan.get(`${at}/outcomes`)).text, /so somebody else records the answers/)
  assert.equal((await carys.post(`/surveys/${survey_id}/record`, answers)).status, 404)
  assert.equal((await lena.post(`/surveys/${survey_id}/record`, answers)).status, 303)
  assert.match((await dan.get(`${at}/outcomes`)).text, /Completely satisfied/)
  const [kept] = await dan.act((ctx) =>
    ctx.db.selectFrom('outcomes.survey').selectAll().where('survey_id', '=', survey_id).execute(),
  )
  assert.deepEqual(
    [kept!.satisfaction, kept!.would_use_again, kept!.would_recommend, kept!.answers_recorded_by],
    ['completely', true, false, lena.actor.actor_id],
  )
})

test('an open case is not asked, and no case twice for one closing', async () => {
  const open = await s.openCase()
  assert.match(
    (await dan.post(`${open}/surveys/send`, dayFields('sent_on', '2026-11-20'))).text,
    /asked when the case is closed/,
  )
  const at = await closed()
  await dan.post(`${at}/surveys/send`, dayFields('sent_on', '2026-11-20'))
  assert.match(
    (await dan.post(`${at}/surveys/send`, dayFields('sent_on', '2026-11-20'))).text,
    /sent already/,
  )
})
