-- A crime may have several hate strands, each counted (domain reference, 8).
drop view insight.crime;
alter table insight.recorded_crime alter column hate_strand type text[] using case when hate_strand is null then '{}' else array[hate_strand] end;
alter table insight.recorded_crime alter column hate_strand set default '{}', alter column hate_strand set not null;
alter table insight.recorded_crime rename column hate_strand to hate_strands;

create view insight.crime with (security_invoker = true) as
select c.area_id, c.held_by, c.recorded_crime_id as record_id, c.crime_number, c.recorded_on as counted_on, c.class, c.offence_group, c.domestic,
  c.hate_strands, c.district, v.victim_id
from insight.recorded_crime c join insight.victim_record v on v.area_id = c.area_id and v.victim_record_id = c.victim_record_id
where c.victim_type = 'person' and v.victim_id is not null;
grant select on insight.crime to waymark_app, waymark_figures;
