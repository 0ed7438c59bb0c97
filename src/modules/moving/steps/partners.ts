import { type MovedCommunityPoint, moveCommunityPoints, STAGES } from '#community-points'
import { type MovedRjReferral, moveRjReferrals, RJ_OUTCOMES } from '#restorative-justice'
import { nameBasedId } from '#platform/database/name-based-id.ts'
import { communityPointId, personId, referralId, rjReferralId, step } from '../move/step.ts'

export const restorativeJusticeStep = step<'restorative_justice', MovedRjReferral>({
  name: 'restorative_justice',
  rows: 'restorative justice referrals',
  table: 'restorative_justice.rj_referral',
  along: ['restorative_justice.rj_outcome'],
  words: RJ_OUTCOMES,
  make: (row, place) => {
    if (row.close_reason && row.outcome !== 'withdrew-or-disengaged')
      return { reason: 'Its close reason is about withdrawing, and its outcome is not' }
    const rj_referral_id = rjReferralId(place, row.reference)
    const referral_id = row.referral_reference && referralId(place, row.referral_reference)
    const person_id = row.person_reference && personId(place, row.person_reference)
    return { id: rj_referral_id, ready: { ...row, rj_referral_id, referral_id, person_id } }
  },
  load: (ctx, ready, place) => moveRjReferrals(ctx, place.restorative_justice_team_id, ready),
  tally: ({ outcome }) => [[`Restorative justice: ${outcome ?? 'no outcome recorded'}`, 1]],
  readBack: `
    select 'Restorative justice: ' || coalesce(o.outcome, 'no outcome recorded') as what, count(*) as n from restorative_justice.rj_referral r
    left join restorative_justice.rj_outcome o on o.area_id = r.area_id and o.rj_outcome_id = r.rj_referral_id
    where r.area_id = access.area_id() and r.rj_referral_id = any ($1) group by 1`,
})

export const communityPointsStep = step<'community_points', MovedCommunityPoint>({
  name: 'community_points',
  rows: 'stages of Community Points',
  table: 'community_points.stage',
  along: ['community_points.community_point'],
  words: STAGES,
  // One row a step that an organisation reached: most lists have its present one only, some a column for each.
  make: (row, place) => {
    const community_point_id = communityPointId(place, row.name, row.district)
    const stage_id = nameBasedId(community_point_id, row.stage, row.reached_on ?? '')
    return { id: stage_id, ready: { ...row, community_point_id, stage_id } }
  },
  load: (ctx, ready, place) => moveCommunityPoints(ctx, place.receiving_team_id, ready),
  tally: ({ name, district, stage, sites }, nth, place) => [
    [`Community Points: ${stage}`, 1],
    ['Community Points: sites', nth(communityPointId(place, name, district)) === 1 ? (sites ?? 1) : 0],
  ],
  // Sites are counted with the first step that was recorded of each.
  readBack: `
    select 'Community Points: ' || stage as what, count(*) as n from community_points.stage
    where area_id = access.area_id() and stage_id = any ($1) group by 1
    union all select 'Community Points: sites', sum(p.sites) from community_points.community_point p
    cross join lateral (select stage_id from community_points.stage s where s.area_id = p.area_id and s.community_point_id = p.community_point_id
      order by recorded_at, stage_id limit 1) s
    where p.area_id = access.area_id() and s.stage_id = any ($1)`,
})
