import { type MovedSelfAssessment, type MovedSurvey, moveSelfAssessments, moveSurveys } from '#outcomes'
import { nameBasedId } from '#platform/database/name-based-id.ts'
import { caseId, step } from '../move/step.ts'

const SCORES = ['health_wellbeing', 'cope', 'safety', 'informed'] as const

export const selfAssessmentsStep = step<'self_assessments', MovedSelfAssessment>({
  name: 'self_assessments',
  rows: 'self-assessments',
  table: 'outcomes.self_assessment',
  words: {},
  make: (row, place, nth) => {
    const scale = row.scale ?? 10
    if (scale < 2 || scale > 100) return { reason: `The scale must be from 2 to 100, not ${scale}` }
    const above = SCORES.find((score) => row[score] !== null && (row[score] > scale || row[score] === 0))
    if (above) return { reason: `A score of ${row[above]} is not from 1 to ${scale}` }
    const case_id = caseId(place, row.case_reference)
    const { assessed_on, stage } = row
    const self_assessment_id = nameBasedId(
      case_id,
      'self-assessment',
      assessed_on,
      stage,
      nth(case_id, assessed_on, stage),
    )
    return { id: self_assessment_id, ready: { ...row, scale, self_assessment_id, case_id } }
  },
  load: (ctx, ready) => moveSelfAssessments(ctx, ready),
  tally: (row) => [
    [`Self-assessments: ${row.stage}`, 1],
    ['Self-assessments: scores given', SCORES.filter((score) => row[score] !== null).length],
    ['Self-assessments: sum of scores', SCORES.reduce((sum, score) => sum + (row[score] ?? 0), 0)],
  ],
  readBack: `
    with mine as (select * from outcomes.self_assessment where area_id = access.area_id() and self_assessment_id = any ($1))
    select 'Self-assessments: ' || stage as what, count(*) as n from mine group by 1
    union all select 'Self-assessments: scores given', sum(num_nonnulls(health_wellbeing, cope, safety, informed)) from mine
    union all select 'Self-assessments: sum of scores',
      sum(coalesce(health_wellbeing, 0) + coalesce(cope, 0) + coalesce(safety, 0) + coalesce(informed, 0)) from mine`,
})

const said = (answer: 'yes' | 'no' | null) => (answer === null ? null : answer === 'yes')

export const surveysStep = step<'surveys', MovedSurvey>({
  name: 'surveys',
  rows: 'surveys',
  table: 'outcomes.survey',
  words: {},
  make: (row, place, nth) => {
    const case_id = caseId(place, row.case_reference)
    const survey_id = nameBasedId(case_id, 'survey', row.sent_on, nth(case_id, row.sent_on))
    return {
      id: survey_id,
      ready: {
        ...row,
        survey_id,
        case_id,
        would_use_again: said(row.would_use_again),
        would_recommend: said(row.would_recommend),
      },
    }
  },
  load: (ctx, ready) => moveSurveys(ctx, ready),
  tally: (row) => [
    ['Surveys: sent', 1],
    ['Surveys: returned', row.returned_on ? 1 : 0],
    [`Surveys: satisfied ${row.satisfaction ?? 'not answered'}`, 1],
    ['Surveys: would use again', row.would_use_again === 'yes' ? 1 : 0],
    ['Surveys: would recommend', row.would_recommend === 'yes' ? 1 : 0],
  ],
  readBack: `
    with mine as (select * from outcomes.survey where area_id = access.area_id() and survey_id = any ($1))
    select 'Surveys: satisfied ' || coalesce(satisfaction, 'not answered') as what, count(*) as n from mine group by 1
    union all select 'Surveys: sent', count(*) from mine
    union all select 'Surveys: returned', count(returned_on) from mine
    union all select 'Surveys: would use again', count(*) filter (where would_use_again) from mine
    union all select 'Surveys: would recommend', count(*) filter (where would_recommend) from mine`,
})
