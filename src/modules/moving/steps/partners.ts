import { type MovedCommunityPoint, moveCommunityPoints, STAGES } from '#community-points'
import { type MovedRjReferral, moveRjReferrals, RJ_OUTCOMES } from '#restorative-justice'
import { nameBasedId } from '#platform/database/name-based-id.ts'
import { communityPointId, referralId, rjReferralId, step } from '../move/step.ts'

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
    return { id: rj_referral_id, ready: { ...row, rj_referral_id, referral_id } }
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
  rows: 'Community Points',
  table: 'community_points.community_point',
  along: ['community_points.stage'],
  words: STAGES,
  make: (row, place) => {
    const community_point_id = communityPointId(place, row.name, row.district)
    return {
      id: community_point_id,
      ready: { ...row, community_point_id, stage_id: nameBasedId(community_point_id, 'stage') },
    }
  },
  load: (ctx, ready, place) => moveCommunityPoints(ctx, place.receiving_team_id, ready),
  tally: ({ stage, sites }) => [
    [`Community Points: ${stage}`, 1],
    ['Community Points: sites', sites ?? 1],
  ],
  readBack: `
    select 'Community Points: ' || s.stage as what, count(*) as n from community_points.community_point p
    cross join lateral (select stage from community_points.stage s where s.area_id = p.area_id and s.community_point_id = p.community_point_id
      order by recorded_at, stage_id limit 1) s
    where p.area_id = access.area_id() and p.community_point_id = any ($1) group by 1
    union all select 'Community Points: sites', sum(sites) from community_points.community_point where area_id = access.area_id() and community_point_id = any ($1)`,
})
