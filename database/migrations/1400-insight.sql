-- What figures are computed over: one row for each thing that can be counted, with no name in it. Insight reads only these views.
create schema insight;
grant usage on schema insight to waymark_app, waymark_figures;

-- Performance year quarters, April to March: '2018-19 Q1'.
create function insight.quarter_of(day date) returns text language sql immutable parallel safe as $$
  select extract(year from day - interval '3 months')::int || '-' || right((extract(year from day - interval '3 months')::int + 1)::text, 2)
    || ' Q' || extract(quarter from day - interval '3 months')::int $$;

create view insight.referral with (security_invoker = true) as
select area_id, held_by, referral_id as record_id, person_id, received_on as counted_on, source, result, district, offence_group, offence_subgroup,
  hate_strand, recorded_at
from referrals.referral;

-- A case with the first and last day it was open: a return takes a closure back, so only the closure that stands ends it.
create view insight.case with (security_invoker = true) as
select c.area_id, c.held_by, c.case_id as record_id, c.person_id, c.opened_on, x.closed_on, x.reason as close_reason, c.tier, p.district
from support.case c
join people.person p on p.area_id = c.area_id and p.person_id = c.person_id
left join support.closure x on x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null;

-- One row for each thing done: target hardening counts items, everything else counts instances (domain reference, 5).
create view insight.action with (security_invoker = true) as
select a.area_id, a.held_by, a.action_id, a.case_id as record_id, a.acted_on as counted_on, a.type, c.tier, items.number
from support.action a
join support.case c on c.area_id = a.area_id and c.case_id = a.case_id
cross join lateral generate_series(1, case when a.type = 'target-hardening' then a.quantity else 1 end) as items (number);

-- A case in one of the four outcomes, first score against last, on the day of the last; only where both were given (domain reference, 5).
create view insight.outcome_change with (security_invoker = true) as
with answers as (
  select a.area_id, a.held_by, a.case_id, a.self_assessment_id, a.assessed_on, a.stage, given.outcome, given.score, a.scale
  from outcomes.self_assessment a
  cross join lateral (values ('health-wellbeing', a.health_wellbeing), ('cope', a.cope), ('safety', a.safety), ('informed', a.informed))
    as given (outcome, score)
  where given.score is not null
), firsts as (
  select distinct on (area_id, case_id, outcome) * from answers where stage = 'first' order by area_id, case_id, outcome, assessed_on, self_assessment_id
), lasts as (
  select distinct on (area_id, case_id, outcome) * from answers where stage = 'last' order by area_id, case_id, outcome, assessed_on desc, self_assessment_id desc
)
select l.area_id, l.held_by, l.self_assessment_id, l.case_id as record_id, l.assessed_on as counted_on, l.outcome, f.score as first_score, l.score as last_score,
  case when l.score > f.score then 'improved' when l.score = f.score then 'sustained' else 'declined' end as change
from lasts l join firsts f using (area_id, case_id, outcome) where f.scale = l.scale;

-- A survey belongs to the day its case was closed: it is asked of closed cases, and its answer may come weeks into the next period.
create view insight.survey with (security_invoker = true) as
select s.area_id, s.held_by, s.survey_id, s.case_id as record_id, s.sent_on, s.returned_on, s.satisfaction, s.would_use_again, s.would_recommend,
  coalesce(x.closed_on, s.sent_on) as counted_on
from outcomes.survey s
left join (
  select o.area_id, o.survey_id, max(c.closed_on) as closed_on
  from outcomes.survey o join support.closure c on c.area_id = o.area_id and c.case_id = o.case_id and c.closed_on <= o.sent_on
  group by o.area_id, o.survey_id
) x on x.area_id = s.area_id and x.survey_id = s.survey_id;

create view insight.rj_referral with (security_invoker = true) as
select r.area_id, r.held_by, r.rj_referral_id as record_id, r.received_on as counted_on, r.source, coalesce(o.outcome, 'no-outcome-recorded') as outcome
from restorative_justice.rj_referral r
left join restorative_justice.rj_outcome o on o.area_id = r.area_id and o.rj_referral_id = r.rj_referral_id and o.superseded_at is null;

-- Each step that a Community Point reached, and until when it stood at it.
create view insight.community_point_stage with (security_invoker = true) as
select s.area_id, s.held_by, p.community_point_id as record_id, p.name, p.district, p.sites, s.stage, s.reached_on,
  lead(coalesce(s.reached_on, '-infinity'), 1, 'infinity') over (partition by s.area_id, s.community_point_id
    order by coalesce(s.reached_on, '-infinity'), s.recorded_at, s.stage_id) as until
from community_points.stage s join community_points.community_point p on p.area_id = s.area_id and p.community_point_id = s.community_point_id;

grant select on all tables in schema insight to waymark_app, waymark_figures;

-- What people call the record behind a line of a list. Not for the figures role: a list is read as its reader.
create view insight.record_reference with (security_invoker = true) as
select area_id, referral_id as record_id, reference from referrals.referral
union all select area_id, case_id, reference from support.case
union all select area_id, rj_referral_id, reference from restorative_justice.rj_referral
union all select area_id, community_point_id, name from community_points.community_point;
grant select on insight.record_reference to waymark_app;
