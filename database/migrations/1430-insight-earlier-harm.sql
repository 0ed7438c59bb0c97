-- For the worker: what has happened to one person before, of what the reader's teams hold. Not for the role that computes figures.
create view insight.reported_harm with (security_invoker = true) as
select area_id, held_by, person_id, referral_id, reference, coalesce(reported_on, received_on) as happened_on, sender,
  coalesce(crime_reference, occurrence_number) as number, crime_reference, occurrence_number, offence_text, offence_group, offence_subgroup
from referrals.referral
where result not in ('error', 'duplicate', 'deceased');

-- A force's extract names victims only for counting. Where a reader's own team holds one (an area without a force), its rows are theirs to read.
create view insight.recorded_harm with (security_invoker = true) as
select c.area_id, c.held_by, v.victim_id, v.surname, v.born_on, 'crime' as kind, c.crime_number as number,
  coalesce(c.committed_on, c.recorded_on) as happened_on, coalesce(c.offence, c.class) as what
from insight.recorded_crime c join insight.victim_record v on v.area_id = c.area_id and v.victim_record_id = c.victim_record_id
union all
select i.area_id, i.held_by, v.victim_id, v.surname, v.born_on, 'incident', i.incident_number, i.occurred_on, i.qualifier
from insight.asb_incident i join insight.victim_record v on v.area_id = i.area_id and v.victim_record_id = i.victim_record_id;
grant select on insight.reported_harm, insight.recorded_harm to waymark_app;

create index on insight.victim_record (area_id, victim_id);
create index on insight.recorded_crime (area_id, victim_record_id);
create index on insight.asb_incident (area_id, victim_record_id);
